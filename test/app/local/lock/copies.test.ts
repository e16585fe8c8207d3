import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../../src/app/local/local.ts';
import { CLERK, Hall } from '../../../support/hall.ts';

let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
  await hall.pass(1_200_000);
});
afterEach(() => hall.close());

const device = () => {
  const [only] = hall.devices.values();
  if (!only) throw new Error('no device');
  return only;
};
const again = async () => {
  local.lock();
  await hall.unlock(local);
  await hall.pass(1_200_000);
};

describe('a copy of the keys at the endpoint', () => {
  it('is there after the first contact, and is not brought again', async () => {
    expect([...device().kept.keys()]).toEqual([null, CLERK.id]);
    const brought = device().contacts.length;
    await again();
    expect(device().contacts.length).toBeGreaterThan(brought);
    expect(
      device()
        .contacts.slice(brought)
        .flatMap((one) => one.keep ?? []),
    ).toEqual([]);
  });

  it('is made anew at an unlock, with the same keys, where a backup that was put back has none', async () => {
    const before = new Map(device().kept);
    device().kept.clear();
    await hall.pass(1_200_000);
    expect(device().kept.size).toBe(0);
    await again();
    expect(device().kept).toEqual(before);
  });

  it('is made anew where the endpoint has lost the key that it was sealed to', async () => {
    const before = new Map(device().kept);
    device().kept.clear();
    await hall.pass(1_200_000);
    local.lock();
    hall.instead = (resource) =>
      resource === 'contact' ? { kind: 'unreachable', why: 'offline' } : undefined;
    await hall.unlock(local);
    hall.authority.rotate(true);
    hall.instead = () => undefined;
    await hall.pass(1_200_000);
    expect(device().kept.size).toBe(0);
    await again();
    expect(device().kept).toEqual(before);
  });
});
