import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Ports } from '../../../src/app/local/ports.ts';
import { fromUtf8, utf8 } from '../../../src/protocol/bytes.ts';
import { everythingIn } from '../../support/atRestMemory.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { draftOf } from '../../support/drafts.ts';
import { CLERK, Hall, intake, must, OFFLINE } from '../../support/hall.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

describe('what lies on a device', () => {
  const PARTY = { name: '欧阳晓燕', telephone: '13806378899', idNumber: '11010519491231002X' };
  /** A recorded case, a queued one, a draft and a slip-free desk; then whatever is at rest. */
  const fill = async (device: OpenLocal): Promise<void> => {
    must(await device.submit(intake()));
    await hall.settle();
    hall.instead = () => OFFLINE;
    must(await device.submit(intake()));
    const party = { ...PARTY, kind: 'person' as const, role: 'applicant' as const };
    const parties = [{ ...party, idKind: 'identityNumber' as const }];
    await device.saveDraft(draftOf('a', hall.time.instant(), { parties, answers: { place: 'brick-wall' } }));
    await hall.settle();
  };
  const PERSONAL = [
    '张三',
    '13806370000',
    '11010519491231002X',
    '欧阳晓燕',
    '13806378899',
    'brick-wall',
    CLERK.name,
  ];

  it('names nobody, unlocked or locked', async () => {
    await fill(local);
    for (const one of PERSONAL) expect(await everythingIn(profile)).not.toContain(one);
    local.lock();
    await hall.settle();
    for (const one of PERSONAL) expect(await everythingIn(profile)).not.toContain(one);
  });

  it('would name everybody if the vault let everything through', async () => {
    const open = hall.profile();
    const vaultOf: Ports['vaultOf'] = () => ({
      seal: async (_, value) => utf8(JSON.stringify(value)),
      open: async (_, body) => JSON.parse(fromUtf8(body)) as unknown,
    });
    const device = await hall.open(open, { vaultOf });
    must(await device.enrol(hall.code()));
    await hall.begin(device);
    await fill(device);
    const found = await everythingIn(open);
    for (const one of PERSONAL) expect(found).toContain(one);
  });
});

describe('the outbox', () => {
  const queue = async (count: number): Promise<string[]> => {
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    const ids: string[] = [];
    for (let one = 0; one < count; one += 1) ids.push(must(await local.submit(intake())).case.id);
    hall.instead = () => undefined;
    return ids;
  };
  const recorded = (ids: readonly string[]) =>
    ids.filter((id) => hall.authority.streams.get(id)?.state?.status === 'accepted').length;

  it('drains while the screen is locked', async () => {
    const ids = await queue(20);
    local.lock();
    await hall.pass(600_000);
    expect(recorded(ids)).toBe(20);
    expect(local.access.value.state).toBe('locked');
    await hall.unlock(local);
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value).toHaveLength(20);
  });

  it('drains although the session has ended, and asks for a password only for reading', async () => {
    hall.refuseRenewal = true;
    hall.sessions.clear();
    const ids = await queue(3);
    await hall.pass(600_000);
    expect(recorded(ids)).toBe(3);
    expect(local.status.value.sessionEnded).toBe(true);
    expect(local.cases.value).toHaveLength(3);
    hall.refuseRenewal = false;
    must(await local.signIn(CLERK.username, 'password'));
    expect(local.status.value.sessionEnded).toBe(false);
  });

  it('is sealed to a newer key from the next contact on; what was sealed before still opens', async () => {
    const [before] = await queue(1);
    const first = hall.authority.keys.at(-1)?.id;
    hall.authority.rotate();
    await hall.pass(1_200_000);
    const after = must(await local.submit(intake())).case.id;
    await hall.settle();
    expect(recorded([before as string, after])).toBe(2);
    const keys = hall.authority.batches.flatMap((one) => one.commands.map(({ key }) => key));
    expect(keys[0]).toBe(first);
    expect(keys.at(-1)).toBe(hall.authority.keys.at(-1)?.id);
  });

  it('is sealed again where the endpoint has lost the key: at the next unlock, the same command', async () => {
    const ids = await queue(2);
    local.lock();
    hall.authority.rotate(true);
    await hall.pass(1_200_000);
    expect(recorded(ids)).toBe(0);
    await hall.unlock(local);
    await hall.pass(600_000);
    expect(recorded(ids)).toBe(2);
    expect([...hall.authority.recordings.values()].every((count) => count === 1)).toBe(true);
    expect(local.outbox.value).toEqual([]);
  });
});

describe('a session for reading', () => {
  it('is renewed by the unlocked person’s key, without a password', async () => {
    hall.sessions.clear();
    await hall.pass(120_000);
    expect(hall.sessions.size).toBe(1);
    expect(local.status.value.sessionEnded).toBe(false);
  });

  it('is renewed although the clock came back from an empty battery in another year', async () => {
    hall.sessions.clear();
    local.lock();
    profile.clockError = -5 * 365 * 86_400_000;
    await hall.unlock(local);
    await hall.pass(60_000);
    expect(hall.sessions.size).toBe(1);
    expect(local.status.value.sessionEnded).toBe(false);
    expect(local.now()).toBe(hall.time.instant());
  });

  it('is not kept by the clerk before: the next one reads under their own name', async () => {
    await hall.begin(local, { ...CLERK, id: '019ac0de-0000-7000-8000-000000000102', username: 'li' });
    await hall.unlock(local);
    await hall.pass(60_000);
    expect([...hall.sessions.values()].at(-1)?.username).toBe('wang');
  });

  it('that another clerk’s key begins meanwhile is noticed, and reading goes on under the right name', async () => {
    const [cookie] = hall.sessions.keys();
    hall.sessions.set(cookie as object, { ...CLERK, id: 'another', username: 'another' });
    profile.change({ online: false });
    profile.change({ online: true });
    await hall.settle();
    expect([...hall.sessions.values()].at(-1)?.username).toBe('wang');
  });
});
