import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../src/app/local/database.ts';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { CaseDraft, HeldFile } from '../../../src/app/local/types.ts';
import { wipeReadable } from '../../../src/app/local/wipe.ts';
import { everythingIn } from '../../support/atRestMemory.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { draftOf } from '../../support/drafts.ts';
import { CLERK, Hall, intake, must, OTHER_CLERK, receiving, SECRET } from '../../support/hall.ts';
import { fileRows, photograph } from '../../support/photographing.ts';
import { refusedBy } from '../../support/sampleCase.ts';

const DAY = 86_400_000;
const WORDS = '横幅离地三米';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;
let caseId: string;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
  caseId = must(await local.submit(intake([receiving()]))).case.id;
  await hall.settle();
});
afterEach(() => hall.close());

const begun = (id: string, files: readonly HeldFile[] = []): CaseDraft => ({
  id,
  updatedAt: hall.time.instant(),
  caseId,
  content: { text: WORDS },
  ...(files.length > 0 ? { files } : {}),
});
const idsOf = (device: OpenLocal) => device.caseDrafts.value?.map((one) => one.id);

/** Long enough that a page which nobody names has been swept. */
async function nextDay(): Promise<void> {
  await hall.pass(25 * 3_600_000);
  local.lock();
  await hall.unlock(local);
}

describe('what somebody has begun on a case', () => {
  it('is there again after the lock and in another window, as it was, and is no intake', async () => {
    const draft = begun('visit', await photograph(local, caseId, 1));
    await local.saveCaseDraft(draft);
    local.lock();
    expect(local.caseDrafts.value).toBeNull();
    await hall.unlock(local);
    expect(local.caseDrafts.value).toEqual([draft]);
    expect(local.drafts.value).toEqual([]);
    expect((await hall.open(profile)).caseDrafts.value).toEqual([draft]);
  });

  it('is for its person alone, also on the disk', async () => {
    await local.saveCaseDraft(begun('visit'));
    expect(await everythingIn(profile)).not.toContain(WORDS);
    await hall.begin(local, OTHER_CLERK);
    expect(idsOf(local)).toEqual([]);
    must(await local.unlock(CLERK.id, SECRET));
    expect(idsOf(local)).toEqual(['visit']);
  });

  it('goes in the moment in which its act is saved, and a late save does not bring it back', async () => {
    await local.saveCaseDraft(begun('visit'));
    await local.saveCaseDraft(begun('note'));
    const act = { type: 'withdraw', payload: { text: '申请人撤回' } } as const;
    const submitting = local.submit({ caseId, acts: [act], draftId: 'visit' });
    const late = local.saveCaseDraft(begun('visit'));
    must(await submitting);
    await late;
    expect(idsOf(local)).toEqual(['note']);
    expect(idsOf(await hall.open(profile))).toEqual(['note']);
  });

  it('stands when its act is refused, and can be written on', async () => {
    await local.saveCaseDraft(begun('visit'));
    const act = { type: 'recordStep', payload: {} } as never;
    refusedBy(await local.submit({ caseId, acts: [act], draftId: 'visit' }));
    await local.saveCaseDraft({ ...begun('visit'), content: { text: '改过' } });
    expect(local.caseDrafts.value).toMatchObject([{ content: { text: '改过' } }]);
  });
});

describe('the pages of what was begun', () => {
  it('stay as long as it names them, and those that it does not name go with the day', async () => {
    const [page] = (await photograph(local, caseId, 2)) as [HeldFile, HeldFile];
    await local.saveCaseDraft(begun('visit', [page]));
    await nextDay();
    expect(await fileRows(profile)).toEqual({ states: ['draft'], bytes: 1 });
    const { key, ...named } = page;
    must(await local.readFile(named, key));
  });

  it('go with it when it is thrown away, and not with an intake of the same case', async () => {
    const pages = await photograph(local, caseId, 2);
    await local.saveCaseDraft(begun('visit', pages));
    await local.saveDraft(draftOf(caseId, hall.time.instant()));
    await local.removeDraft(caseId);
    expect((await fileRows(profile)).bytes).toBe(2);
    await local.removeDraft('visit');
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });
});

describe('with what is readable goes', () => {
  it('what was begun on a case whose time is over, with its pages', async () => {
    await local.saveCaseDraft(begun('visit', await photograph(local, caseId, 1)));
    must(await local.submit({ caseId, acts: [{ type: 'withdraw', payload: { text: '申请人撤回' } }] }));
    await hall.settle();
    hall.time.ms += 30 * DAY;
    local.lock();
    await hall.unlock(local);
    expect(idsOf(local)).toEqual(['visit']);
    hall.time.ms += DAY;
    local.lock();
    await hall.unlock(local);
    expect(local.cases.value).toEqual([]);
    expect(idsOf(local)).toEqual([]);
    expect((await fileRows(profile)).bytes).toBe(0);
  });

  it('all of it, when a device is wiped', async () => {
    await local.saveCaseDraft(begun('visit'));
    const db = databaseAt(profile.ports().store);
    await wipeReadable(db);
    expect(await db.drafts.count()).toBe(0);
    db.close();
  });
});
