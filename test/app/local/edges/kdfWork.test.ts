import { describe, expect, it } from 'vitest';
import { derive, LEAST, tune } from '../../../../src/app/local/edges/kdfWork.ts';
import type { KdfParameters } from '../../../../src/app/local/ports.ts';

/** A device that fills so many KiB in a millisecond. */
const device =
  (kibEachMs: number) =>
  async ({ memoryKiB, passes }: KdfParameters): Promise<number> =>
    (memoryKiB * passes) / kibEachMs;
const cost = async (speed: number) => device(speed)(await tune(device(speed)));

describe('what a secret costs on a device', () => {
  it.each([
    ['a slow tablet', 160],
    ['a counter PC', 400],
    ['a fast PC', 1_000],
  ])('is about half a second on %s', async (_, speed) => {
    expect(await cost(speed)).toBeGreaterThan(200);
    expect(await cost(speed)).toBeLessThanOrEqual(500);
  });

  it('is never less than the least, however slow the device is', async () => {
    expect(await tune(device(10))).toEqual(LEAST);
  });

  it('takes memory first, up to 128 MiB, and then passes, up to a bound', async () => {
    expect(await tune(device(2_000))).toEqual({ memoryKiB: 131_072, passes: 7 });
    expect(await tune(device(1_000_000))).toEqual({ memoryKiB: 131_072, passes: 12 });
  });
});

it('gives the same 32 bytes for the same secret, salt and parameters, and others for another secret', async () => {
  const salt = new Uint8Array(16).fill(7);
  const parameters = { memoryKiB: 64, passes: 1 };
  const key = await derive('4711-8291-55', salt, parameters);
  expect(key).toHaveLength(32);
  expect(await derive('4711-8291-55', salt, parameters)).toEqual(key);
  expect(await derive('4711-8291-56', salt, parameters)).not.toEqual(key);
});
