import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../../src/app/local/database.ts';
import { type OpenLocal, openLocal } from '../../../../src/app/local/local.ts';
import { breakWrites } from '../../../support/brokenStore.ts';
import { fastKdf, type Profile } from '../../../support/devicePorts.ts';
import { draftOf } from '../../../support/drafts.ts';
import {
  CLERK,
  EAST_CLERK,
  Hall,
  intake,
  must,
  OFFLINE,
  OTHER_CLERK,
  receiving,
  SECRET,
  SUPERVISOR,
} from '../../../support/hall.ts';
import { refusedBy } from '../../../support/sampleCase.ts';
import { EAST } from '../../../support/sampleCatalogue.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

/** Draft ids as the wire asks for. */
const A = '019ac0de-0000-7000-a000-00000000000a';
const B = '019ac0de-0000-7000-a000-00000000000b';
/** Whether it still lies under the key of all, as it was handed over. */
const handed = async (id: string) => (await databaseAt(profile.ports().store).drafts.get(id))?.handed;
const idsOf = (device: OpenLocal) => device.drafts.value.map((one) => one.id);

describe('two clerks on one device', () => {
  it('see the same cases and each their own drafts, offline too', async () => {
    must(await local.submit(intake()));
    await local.saveDraft(draftOf('first', hall.time.instant()));
    await hall.begin(local, OTHER_CLERK);
    expect(local.cases.value).toHaveLength(1);
    expect(idsOf(local)).toEqual([]);
    await local.saveDraft(draftOf('second', hall.time.instant()));
    hall.instead = () => OFFLINE;
    must(await local.unlock(CLERK.id, SECRET));
    expect(idsOf(local)).toEqual(['first']);
    must(await local.unlock(OTHER_CLERK.id, SECRET));
    expect(idsOf(local)).toEqual(['second']);
  });

  it('never get a second vault key: while the first copy is owed, the second clerk is asked to wait', async () => {
    const fresh = hall.profile();
    const device = await hall.open(fresh);
    must(await device.enrol(hall.code()));
    await hall.settle();
    hall.instead = (resource) => (resource === 'contact' ? OFFLINE : undefined);
    await hall.begin(device);
    must(await device.submit(intake()));
    expect(refusedBy(await device.signIn(OTHER_CLERK.username, 'password')).code).toBe('lock.copyOwed');
    hall.instead = () => undefined;
    await hall.begin(device, OTHER_CLERK);
    expect(device.cases.value).toHaveLength(1);
  });

  it('cannot overwrite each other’s drafts by a late save', async () => {
    await local.saveDraft(draftOf('mine', hall.time.instant(), { step: 'papers' }));
    await hall.begin(local, OTHER_CLERK);
    await local.saveDraft(draftOf('mine', hall.time.instant(), { step: 'item' }));
    expect(idsOf(local)).toEqual([]);
    await hall.unlock(local);
    expect(local.drafts.value).toMatchObject([{ id: 'mine', content: { step: 'papers' } }]);
  });

  it('leave nothing of a form that is saved while the screen locks to whoever comes next', async () => {
    const saving = local.saveDraft(draftOf('late', hall.time.instant()));
    local.lock();
    await saving;
    expect(idsOf(local)).toEqual([]);
    await hall.begin(local, OTHER_CLERK);
    expect(idsOf(local)).toEqual([]);
    await hall.unlock(local);
    expect(idsOf(local)).toEqual(['late']);
  });
});

describe('windows of one device', () => {
  it('open together and lock together', async () => {
    local.lock();
    const other = await hall.openLocked(profile);
    expect(other.access.value.state).toBe('locked');
    must(await local.unlock(CLERK.id, SECRET));
    await hall.settle();
    expect(other.access.value).toMatchObject({ state: 'open', person: { id: CLERK.id } });
    other.lock();
    await hall.settle();
    expect(local.access.value.state).toBe('locked');
  });

  it('do not show one clerk to another, where the answer of a window comes late', async () => {
    await hall.begin(local, OTHER_CLERK);
    await hall.unlock(local, CLERK);
    const circle = profile.circle.window();
    let release = (): void => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const joined: (string | undefined)[] = [];
    const window = await openLocal(
      profile.ports({
        circle: {
          ...circle,
          ask: async () => {
            const keys = await circle.ask();
            joined.push(keys?.person.id);
            await late;
            return keys;
          },
        },
        kdf: {
          ...fastKdf,
          derive: async (...secret) => {
            release();
            await new Promise((resolve) => setImmediate(resolve));
            return await fastKdf.derive(...secret);
          },
        },
      }),
    );
    const seen: (string | undefined)[] = [];
    const end = effect(() => {
      seen.push(window.signedIn.value?.id);
    });
    must(await window.unlock(OTHER_CLERK.id, SECRET));
    end();
    expect(joined).toEqual([CLERK.id]);
    expect(seen).toEqual([undefined, OTHER_CLERK.id]);
    await window.close();
  });

  describe('while one waits for the keys of another that does not answer', () => {
    let window: OpenLocal;
    let giveUp: () => void;
    const elsewhere = () => profile.ports().tabs;

    beforeEach(async () => {
      local.lock();
      const silence = new Promise<null>((resolve) => {
        giveUp = () => resolve(null);
      });
      const circle = { ...profile.circle.window(), ask: () => silence };
      window = await openLocal(profile.ports({ circle }));
      elsewhere().tell({ about: 'session' });
    });
    afterEach(() => window.close());

    it('a lock that was told before somebody unlocks does not lock them out afterwards', async () => {
      elsewhere().tell({ about: 'lock' });
      must(await window.unlock(CLERK.id, SECRET));
      giveUp();
      await hall.settle();
      await window.idle();
      expect(window.access.value.state).toBe('open');
    });

    it('a lock is obeyed at once', async () => {
      must(await window.unlock(CLERK.id, SECRET));
      elsewhere().tell({ about: 'lock' });
      expect(window.access.value.state).toBe('locked');
      giveUp();
    });
  });

  it('change clerks together', async () => {
    const other = await hall.open(profile);
    await hall.begin(local, OTHER_CLERK);
    expect(other.access.value).toMatchObject({ state: 'open', person: { id: OTHER_CLERK.id } });
  });
});

describe('handing drafts over', () => {
  it('gives them to the colleague, recorded at the district under both names', async () => {
    await hall.begin(local, OTHER_CLERK);
    await hall.unlock(local);
    await local.saveDraft(draftOf(A, hall.time.instant(), { step: 'papers' }));
    await local.saveDraft(draftOf(B, hall.time.instant()));
    must(await local.handOver([A], OTHER_CLERK.id));
    await hall.settle();
    expect(idsOf(local)).toEqual([B]);
    must(await local.unlock(OTHER_CLERK.id, SECRET));
    await hall.settle();
    expect(local.drafts.value).toMatchObject([{ id: A, content: { step: 'papers' } }]);
    const [record] = hall.commandsOf('handOver');
    expect(record).toMatchObject({ by: CLERK.id, payload: { to: OTHER_CLERK.id, drafts: [A] } });
  });

  it('gives them also where the disk is full: they are read, and made the new clerk’s own when there is room', async () => {
    await hall.begin(local, OTHER_CLERK);
    await hall.unlock(local);
    await local.saveDraft(draftOf(A, hall.time.instant()));
    must(await local.handOver([A], OTHER_CLERK.id));
    await hall.settle();
    const full = breakWrites('QuotaExceededError');
    must(await local.unlock(OTHER_CLERK.id, SECRET));
    await hall.settle();
    expect([idsOf(local), await handed(A)]).toEqual([[A], true]);
    full.mend();
    must(await local.unlock(OTHER_CLERK.id, SECRET));
    await hall.settle();
    expect([idsOf(local), await handed(A)]).toEqual([[A], false]);
  });

  it('is not undone by a form that saves once more', async () => {
    await hall.begin(local, OTHER_CLERK);
    await hall.unlock(local);
    await local.saveDraft(draftOf(A, hall.time.instant()));
    must(await local.handOver([A], OTHER_CLERK.id));
    await local.saveDraft(draftOf(A, hall.time.instant()));
    expect(idsOf(local)).toEqual([]);
    must(await local.unlock(OTHER_CLERK.id, SECRET));
    await hall.settle();
    expect(idsOf(local)).toEqual([A]);
  });

  it('needs somebody else, and something to hand over', async () => {
    await local.saveDraft(draftOf(A, hall.time.instant()));
    expect(refusedBy(await local.handOver([A], CLERK.id)).code).toBe('payload.malformed');
    expect(refusedBy(await local.handOver([], OTHER_CLERK.id)).code).toBe('payload.malformed');
    expect(idsOf(local)).toEqual([A]);
  });
});

describe('an untouched screen', () => {
  beforeEach(async () => {
    hall.policy = { ...hall.policy, idleMinutes: 10 };
    await hall.pass(1_200_000);
    await hall.unlock(local);
  });

  it('locks after the minutes of the policy, counted from the last touch', async () => {
    await hall.pass(9 * 60_000);
    local.touched();
    await hall.pass(9 * 60_000);
    expect(local.access.value.state).toBe('open');
    await hall.pass(60_000);
    expect(local.access.value.state).toBe('locked');
  });

  it('is locked when the lid is opened after hours, and not kept open by a clock that is put back', async () => {
    hall.time.ms += 3_600_000;
    profile.change({ visible: true });
    expect(local.access.value.state).toBe('locked');
    await hall.unlock(local);
    profile.clockError -= 86_400_000;
    await hall.pass(20 * 60_000);
    expect(local.access.value.state).toBe('locked');
  });

  it('is not locked by another window that nobody looks at', async () => {
    await hall.open(profile);
    for (let part = 0; part < 4; part += 1) {
      await hall.pass(6 * 60_000);
      local.touched();
      await hall.settle();
    }
    expect(local.access.value.state).toBe('open');
  });

  it('does not leave to the next person that somebody was about to choose a secret', async () => {
    must(await local.signIn(OTHER_CLERK.username, 'password'));
    expect(local.access.value.state).toBe('choosing');
    await hall.pass(11 * 60_000);
    expect(local.access.value.state).toBe('locked');
    expect(refusedBy(await local.setSecret(SECRET)).code).toBe('session.required');
  });
});

describe('cases of every hall, which a supervisor has read here', () => {
  it('are gone before a clerk is shown anything, also without a line', async () => {
    const east = await hall.ready(EAST_CLERK, EAST);
    must(await east.local.submit(intake([receiving('permit', {}, EAST)])));
    await hall.settle();
    await hall.begin(local, SUPERVISOR);
    await hall.pass(120_000);
    expect(local.cases.value).toHaveLength(1);
    local.lock();
    hall.instead = () => OFFLINE;
    const seen: number[] = [];
    const end = effect(() => void seen.push(local.cases.value.length));
    await hall.unlock(local);
    end();
    expect(Math.max(...seen)).toBe(0);
    expect(local.access.value).toMatchObject({ state: 'open', person: { id: CLERK.id } });
  });
});
