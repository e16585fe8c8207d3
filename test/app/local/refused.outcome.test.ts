import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Act } from '../../../src/app/local/types.ts';
import { ACCEPT, Hall, intake, must, receiving } from '../../support/hall.ts';

let hall: Hall;
let local: OpenLocal;
const LACKING = receiving('permit', { missing: ['form'] });
const CORRECTION: Act = {
  type: 'requireCorrection',
  payload: {
    lines: [{ material: 'form', name: '申请表', what: '第二页没有签名', basis: '《样例条例》' }],
    due: '2026-12-10',
  },
};
/** The refused receive of a visit. */
const refusedReceive = async (acts: readonly Act[]): Promise<{ id: string; caseId: string }> => {
  hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
  const saved = must(await local.submit(intake(acts)));
  await hall.settle();
  hall.authority.refuseType.clear();
  return { id: local.outbox.value[0]?.id ?? '', caseId: saved.case.id };
};
const said = async (id: string) => (await local.draftFromRefused(id))?.content.followedBy;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

describe('mending a refused receipt', () => {
  it('gives back the outcome that was handed over, in its own words', async () => {
    expect(await said((await refusedReceive([LACKING, CORRECTION])).id)).toEqual(CORRECTION);
    expect(await said((await refusedReceive([receiving(), ACCEPT])).id)).toBeDefined();
  });

  it('does not say the outcome twice when it is said again as it was printed', async () => {
    const { id, caseId } = await refusedReceive([LACKING, CORRECTION]);
    const again = await said(id);
    if (!again) throw new Error('nothing was said');
    const mended = must(await local.submit({ caseId, acts: [LACKING, again], replaces: id }));
    expect(mended.commands).toHaveLength(1);
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
  });

  it('gives back the sitting that it was of, and who witnessed the fingerprint', async () => {
    const act = receiving();
    if (act.type !== 'receive') throw new Error('no receipt');
    const kept = {
      signing: { way: 'fingerprint', witness: '李会计' },
      sitting: '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b',
    } as const;
    const { id } = await refusedReceive([{ ...act, payload: { ...act.payload, ...kept } }, ACCEPT]);
    expect((await local.draftFromRefused(id))?.content).toMatchObject(kept);
  });

  it('says that the papers were only taken in when no outcome followed', async () => {
    const withdrawn: Act = { type: 'withdraw', payload: { text: '申请人撤回' } };
    expect(await said((await refusedReceive([receiving(), withdrawn])).id)).toBeNull();
  });
});

describe('a submission that breaks off', () => {
  it('lets the draft be kept on, since nothing was saved', async () => {
    const profile = hall.profile();
    let broken = false;
    const deviceKeys = {
      ...profile.deviceKeys,
      device: async () => {
        if (broken) throw new TypeError('no key');
        return profile.deviceKeys.device();
      },
    };
    const device = await hall.open(profile, { deviceKeys });
    must(await device.enrol(hall.code()));
    await hall.begin(device);
    const { payload } = receiving();
    const { files: _, ...rest } = payload;
    const content = { ...rest, step: 'papers' };
    const draft = { id: intake().caseId, updatedAt: device.now(), content };
    await device.saveDraft(draft);
    broken = true;
    const breaking = device.submit({ caseId: draft.id, acts: [receiving()], draftId: draft.id });
    await expect(breaking).rejects.toThrow('no key');
    const later = { ...draft, content: { ...content, step: 'outcome' } };
    await device.saveDraft(later);
    expect(device.drafts.value).toEqual([later]);
  });
});
