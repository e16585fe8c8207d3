import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { openDiskShelf } from '../../../src/endpoint/files/diskShelf.ts';
import { expireUploads } from '../../../src/endpoint/files/expiry.ts';
import { UPLOAD_DAYS } from '../../../src/protocol/files.ts';
import { handAt, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { begin, bring, fileOf, held, piece } from '../../support/files.ts';
import { XIJI } from '../../support/intake.ts';

const DAY_MS = 86_400_000;
const log = pino({ level: 'silent' });

let endpoint: TestEndpoint | undefined;
afterEach(async () => {
  await endpoint?.stop();
  endpoint = undefined;
});

/** An endpoint to which a file was brought whole and another by half. */
async function halfBrought() {
  endpoint = await startEndpoint();
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const [half, whole] = [fileOf(), fileOf()];
  const path = await begin(endpoint, hand, half);
  await piece(endpoint, hand, path, 0, half.sealed.subarray(0, 1_000));
  await bring(endpoint, hand, whole);
  const left = (): string[] => readdirSync(join(endpoint?.dataDir ?? '', 'files/incoming'));
  return { endpoint, hand, path, half, whole, left };
}

describe('an upload that was left lying', () => {
  it('is there until its days are over, and is then begun anew', async () => {
    const { endpoint, hand, path, half, whole, left } = await halfBrought();
    const { shelf } = endpoint.context;
    expect(await shelf.dropIncoming(Date.now() - DAY_MS)).toBe(0);
    expect(left()).toHaveLength(2);
    expect(await shelf.dropIncoming(Date.now() + DAY_MS)).toBe(1);
    expect(left()).toEqual([]);
    const answer = await piece(endpoint, hand, path, 1_000, half.sealed.subarray(1_000));
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      ...[404, 'upload.unknown'],
    ]);
    expect((await bring(endpoint, hand, half)).status).toBe(204);
    expect(await held(endpoint, hand, [half.hash, whole.hash])).toEqual([half.hash, whole.hash]);
  });

  it('goes when an endpoint starts after them; what is whole and named by nobody stays', async () => {
    const first = await halfBrought();
    await first.endpoint.stop();
    const clock = () => Date.now() + (UPLOAD_DAYS + 1) * DAY_MS;
    endpoint = await startEndpoint({ dataDir: first.endpoint.dataDir, clock });
    await expect.poll(first.left).toEqual([]);
    expect(await held(endpoint, first.hand, [first.whole.hash])).toEqual([first.whole.hash]);
  });
});

it('looks at once and every day, with the days of the protocol, until it is stopped', async () => {
  const shelf = await openDiskShelf(mkdtempSync(join(tmpdir(), 'jinban-shelf-')));
  const [asked, ticks]: [number[], (() => void)[]] = [[], []];
  const stop = expireUploads(
    {
      shelf: { ...shelf, dropIncoming: async (before) => asked.push(before) },
      clock: () => 30 * DAY_MS,
      timer: {
        every: (ms, run) => {
          expect(ms).toBe(DAY_MS);
          ticks.push(run);
          return () => ticks.pop();
        },
      },
    },
    log,
  );
  for (const tick of ticks) tick();
  expect(asked).toEqual([(30 - UPLOAD_DAYS) * DAY_MS, (30 - UPLOAD_DAYS) * DAY_MS]);
  stop();
  expect(ticks).toEqual([]);
});
