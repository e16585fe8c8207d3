import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../src/app/local/database.ts';
import { Hall } from '../../support/hall.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

describe('what somebody has looked at', () => {
  it('stays, is sealed at rest, and is given up with what is not told any more', async () => {
    const { local, profile } = await hall.ready();
    await hall.settle();
    expect(local.seen.value).toEqual(new Set());
    await local.markSeen(['case-1 noted 1', 'case-2 due 2026-12-07']);
    await local.close();
    const again = await hall.open(profile);
    await hall.settle();
    expect(again.seen.value).toEqual(new Set(['case-1 noted 1', 'case-2 due 2026-12-07']));
    await again.markSeen(['case-1 noted 2'], new Set(['case-1 noted 2', 'case-2 due 2026-12-07']));
    expect(again.seen.value).toEqual(new Set(['case-2 due 2026-12-07', 'case-1 noted 2']));
    const db = databaseAt(profile.ports().store);
    const rows = await db.meta.where('key').startsWith('personSeen').toArray();
    db.close();
    expect(rows).toHaveLength(1);
    expect(new TextDecoder().decode(rows[0]?.value as Uint8Array)).not.toContain('noted');
  });

  it('is nobody’s while locked', async () => {
    const { local } = await hall.ready();
    await hall.settle();
    await local.markSeen(['case-1 noted 1']);
    local.lock();
    expect(local.seen.value).toBeNull();
    await local.markSeen(['case-1 noted 2']);
    expect(local.seen.value).toBeNull();
  });
});
