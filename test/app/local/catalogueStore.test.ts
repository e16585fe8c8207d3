import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';
import { sampleCatalogue, withStatus } from '../../support/sampleCatalogue.ts';

let hall: Hall;
const NEXT = { ...withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-23'), version: 2 };
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

describe('the catalogue on the device', () => {
  it('is fetched once, kept, and there without a line', async () => {
    const profile = hall.profile();
    const first = await hall.open(profile);
    expect(first.catalogue.value?.data).toEqual(sampleCatalogue);
    await first.close();
    hall.instead = () => OFFLINE;
    const again = await hall.open(profile);
    expect(again.catalogue.value?.data).toEqual(sampleCatalogue);
    expect(again.catalogue.value?.rules.item('permit')?.guides).toEqual(['sign']);
  });

  it('takes in only what has changed, and the rules follow at once', async () => {
    const { local, profile } = await hall.ready();
    const other = await hall.open(profile);
    const asked: string[] = [];
    hall.instead = (resource, body) => {
      if (resource === 'catalogue') asked.push(body);
      return undefined;
    };
    hall.authority.catalogues.push(NEXT);
    await hall.pass(300_000);
    expect(asked[0]).toBe('"1" 1');
    expect(local.catalogue.value).toMatchObject({ etag: '"2"', data: NEXT });
    expect(other.catalogue.value?.data).toEqual(NEXT);
    expect(refusedBy(await local.submit(intake())).code).toBe('item.notInForce');
  });

  it('does not move when nothing has changed', async () => {
    const { local } = await hall.ready();
    const before = local.catalogue.value;
    await hall.pass(600_000);
    expect(local.catalogue.value).toBe(before);
  });

  it.each(['notOurs', 'timeout'] as const)('stays as it was when the answer is %s', async (why) => {
    const { local } = await hall.ready();
    hall.authority.catalogues.push(NEXT);
    hall.instead = (resource) => (resource === 'catalogue' ? { kind: 'unreachable', why } : undefined);
    await hall.pass(300_000);
    expect(local.catalogue.value?.data.version).toBe(1);
  });

  it('is fetched whole when an answer builds on a version that is not held', async () => {
    const { local } = await hall.ready();
    hall.authority.catalogues.push(NEXT);
    hall.afterwards = (resource, reply) => {
      if (resource !== 'catalogue' || reply.kind !== 'answer') return reply;
      const value = reply.value as { since: number | null };
      return value.since === null ? reply : { ...reply, value: { ...value, since: 7 } };
    };
    await hall.pass(300_000);
    expect(local.catalogue.value?.data).toEqual(NEXT);
  });

  it('is never put back to an older version by a slower tab', async () => {
    const { local, profile } = await hall.ready();
    const other = await hall.open(profile);
    hall.authority.catalogues.push(NEXT);
    await hall.pass(300_000);
    hall.authority.catalogues.length = 1;
    await hall.pass(300_000);
    await Promise.all([local.close(), other.close()]);
    hall.instead = () => OFFLINE;
    expect((await hall.open(profile)).catalogue.value?.data.version).toBe(2);
  });

  it('judges a saved intake on the device by the rules of the moment', async () => {
    const { local } = await hall.ready();
    expect(must(await local.submit(intake())).case.status).toBe('accepted');
  });
});
