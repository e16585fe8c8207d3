import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../../src/app/local/local.ts';
import type { Passkeys } from '../../../../src/app/local/ports.ts';
import type { Secret } from '../../../../src/app/local/types.ts';
import { breakWrites } from '../../../support/brokenStore.ts';
import { fastKdf, type Profile } from '../../../support/devicePorts.ts';
import { draftOf } from '../../../support/drafts.ts';
import { CLERK, Hall, intake, must, OFFLINE, SECRET } from '../../../support/hall.ts';
import { refusedBy } from '../../../support/sampleCase.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;
const WRONG: Secret = { kind: 'text', text: '4711-8291-56' };
const fullLockbox = (name = 'QuotaExceededError') => breakWrites(name, profile.lockbox);
const tryWrong = async () => refusedBy(await local.unlock(CLERK.id, WRONG));

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

describe('unlocking', () => {
  it('needs no line, and shows what was there', async () => {
    must(await local.submit(intake()));
    await hall.settle();
    hall.instead = () => OFFLINE;
    local.lock();
    await hall.settle();
    expect(local.cases.value).toEqual([]);
    expect(local.outbox.value).toEqual([]);
    await hall.unlock(local);
    expect(local.cases.value).toHaveLength(1);
  });

  it('takes what people type for the same secret', async () => {
    local.lock();
    must(await local.unlock(CLERK.id, { kind: 'text', text: ' ４７１１ 8291-55 ' }));
  });

  it('opens nothing with another secret, and says how many tries are left', async () => {
    local.lock();
    expect(await tryWrong()).toMatchObject({ code: 'lock.wrong', facts: { left: 9 } });
    expect(local.access.value.state).toBe('locked');
    expect(local.cases.value).toEqual([]);
  });

  it('waits longer after each wrong try from the third on, and not at all once the right one came', async () => {
    local.lock();
    for (let wrong = 0; wrong < 3; wrong += 1) expect((await tryWrong()).code).toBe('lock.wrong');
    const waits: number[] = [];
    for (let wrong = 3; wrong < 9; wrong += 1) {
      const { code, facts } = await tryWrong();
      expect(code).toBe('lock.wait');
      waits.push(facts.seconds as number);
      await hall.pass((facts.seconds as number) * 1_000);
      expect((await tryWrong()).code).toBe('lock.wrong');
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160]);
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.wait');
    await hall.pass(320_000);
    must(await local.unlock(CLERK.id, SECRET));
    local.lock();
    expect(await tryWrong()).toMatchObject({ code: 'lock.wrong', facts: { left: 9 } });
  });

  it('begins the wait anew when the clock was put back, however often', async () => {
    local.lock();
    for (let wrong = 0; wrong < 3; wrong += 1) await tryWrong();
    for (let back = 0; back < 2; back += 1) {
      profile.clockError -= 3_600_000;
      expect(await tryWrong()).toMatchObject({ code: 'lock.clockBack', facts: { seconds: 5 } });
      expect((await tryWrong()).code).toBe('lock.wait');
    }
    await hall.pass(5_000);
    must(await local.unlock(CLERK.id, SECRET));
  });

  it('counts a try before its answer is known: killing the browser gives no free one', async () => {
    local.lock();
    const kdf = { ...fastKdf, derive: () => new Promise<never>(() => undefined) };
    const killed = await hall.openLocked(profile, { kdf });
    void killed.unlock(CLERK.id, WRONG);
    await hall.settle();
    expect(profile.lockbox.records.get(CLERK.id)?.wrong).toBe(1);
  });

  it('is not kept from a full disk: what cannot be written counts as long as the page lives', async () => {
    must(await local.submit(intake()));
    await hall.settle();
    local.lock();
    const full = fullLockbox();
    for (let wrong = 0; wrong < 3; wrong += 1)
      expect(await tryWrong()).toMatchObject({ code: 'lock.wrong', facts: { left: 9 - wrong } });
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.wait');
    expect(profile.lockbox.records.get(CLERK.id)?.wrong).toBe(0);
    await hall.pass(5_000);
    must(await local.unlock(CLERK.id, SECRET));
    await hall.settle();
    expect(local.cases.value).toHaveLength(1);
    local.lock();
    for (let wrong = 0; wrong < 10; wrong += 1) {
      await hall.pass(600_000);
      await tryWrong();
    }
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.exhausted');
    expect(profile.lockbox.records.get(CLERK.id)?.wrapped).not.toBeNull();
    full.mend();
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.exhausted');
    expect(profile.lockbox.records.get(CLERK.id)?.wrapped).toBeNull();
  });

  it('counts on the disk again what comes after there is room', async () => {
    local.lock();
    const full = fullLockbox();
    await tryWrong();
    full.mend();
    expect(await tryWrong()).toMatchObject({ code: 'lock.wrong', facts: { left: 8 } });
    expect(profile.lockbox.records.get(CLERK.id)?.wrong).toBe(2);
  });

  it('counts what another window has counted on the disk since', async () => {
    const other = await hall.openLocked(profile);
    local.lock();
    const full = fullLockbox();
    await tryWrong();
    full.mend();
    for (let wrong = 0; wrong < 2; wrong += 1) refusedBy(await other.unlock(CLERK.id, WRONG));
    expect(await tryWrong()).toMatchObject({ code: 'lock.wrong', facts: { left: 7 } });
    expect(profile.lockbox.records.get(CLERK.id)?.wrong).toBe(3);
  });

  it('does not go on where the disk fails otherwise', async () => {
    local.lock();
    fullLockbox('UnknownError');
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('store.failed');
    expect(local.access.value.state).toBe('locked');
  });

  it('is one try at a time, in however many windows', async () => {
    const other = await hall.openLocked(profile);
    local.lock();
    const both = await Promise.all([local.unlock(CLERK.id, WRONG), other.unlock(CLERK.id, WRONG)]);
    expect(both.map((one) => refusedBy(one).code).sort()).toEqual(['lock.wait', 'lock.wrong']);
    expect(profile.lockbox.records.get(CLERK.id)?.wrong).toBe(1);
  });

  it('knows nobody who has no secret here', async () => {
    expect(refusedBy(await local.unlock('nobody', SECRET)).code).toBe('lock.unknown');
  });
});

describe('ten wrong tries', () => {
  const exhaust = async (): Promise<void> => {
    local.lock();
    for (let wrong = 0; wrong < 10; wrong += 1) {
      await hall.pass(600_000);
      await tryWrong();
    }
  };

  it('give up the keys: the right secret opens nothing any more', async () => {
    await exhaust();
    expect(profile.lockbox.records.get(CLERK.id)?.wrapped).toBeNull();
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.exhausted');
    expect(local.access.value).toMatchObject({ people: [{ username: 'wang', exhausted: true }] });
  });

  it('are mended by signing in with a line: cases and drafts are there, and what is queued is sent', async () => {
    must(await local.submit(intake()));
    await local.saveDraft(draftOf('d1', hall.time.instant()));
    await hall.settle();
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    const queued = must(await local.submit(intake()));
    await exhaust();
    hall.instead = () => undefined;
    await hall.begin(local);
    await hall.pass(1_000_000);
    expect(local.drafts.value.map((one) => one.id)).toEqual(['d1']);
    expect(local.cases.value).toHaveLength(2);
    expect(hall.authority.streams.get(queued.case.id)?.state?.status).toBe('accepted');
    local.lock();
    must(await local.unlock(CLERK.id, SECRET));
  });

  it('are told by nothing else when somebody has only forgotten the secret: a sign-in sets a new one', async () => {
    await local.saveDraft(draftOf('d1', hall.time.instant()));
    local.lock();
    must(await local.signIn(CLERK.username, 'password'));
    const fresh: Secret = { kind: 'text', text: '9035-1172-48' };
    must(await local.setSecret(fresh));
    expect(local.drafts.value).toHaveLength(1);
    local.lock();
    expect(refusedBy(await local.unlock(CLERK.id, SECRET)).code).toBe('lock.wrong');
    must(await local.unlock(CLERK.id, fresh));
  });
});

describe('a passkey', () => {
  /** An authenticator: one secret for each credential and salt. */
  const authenticator = (): Passkeys & { present: boolean } => {
    const derive = async (salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(salt)));
    const self = {
      present: true,
      available: async () => true,
      create: async (_: string, salt: Uint8Array) =>
        self.present ? { credential: 'c1', secret: await derive(salt) } : null,
      get: async (_: string, salt: Uint8Array) => (self.present ? await derive(salt) : null),
    };
    return self;
  };

  it('opens without a typed secret, and a try without it counts for nothing', async () => {
    const passkeys = authenticator();
    const own = hall.profile();
    const device = await hall.openLocked(own, { passkeys });
    must(await device.enrol(hall.code()));
    must(await device.signIn(CLERK.username, 'password'));
    expect(device.secretsAllowed.value.passkey).toBe(true);
    must(await device.setSecret({ kind: 'passkey' }));
    device.lock();
    passkeys.present = false;
    for (let wrong = 0; wrong < 12; wrong += 1)
      expect(refusedBy(await device.unlock(CLERK.id, { kind: 'passkey' })).code).toBe('lock.passkeyFailed');
    passkeys.present = true;
    must(await device.unlock(CLERK.id, { kind: 'passkey' }));
    expect(own.lockbox.records.get(CLERK.id)).toMatchObject({ kind: 'passkey', kdf: null });
  });
});
