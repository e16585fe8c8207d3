import { describe, expect, it } from 'vitest';
import { followUpModel, leftInWords } from '../../../src/app/oversight/followUpModel.ts';
import type { FollowUp } from '../../../src/protocol/feedback.ts';
import { apiThat } from '../../support/apiThat.ts';

const ENTRY: FollowUp = {
  ...{ id: '019a0000-0000-7000-8000-00000000000e', kind: 'complaint', office: '370406102' },
  ...{ what: '不收我的材料', channel: 'web', openedAt: '2026-11-24T01:00:00.000Z', due: '2026-12-01' },
  ...{ provisional: false, daysLeft: 5, state: 'open' },
};

function world(refused?: string) {
  let entries = [ENTRY];
  const { api, calls } = apiThat(({ method }) => {
    if (method === 'GET') return { ok: true, value: { entries } };
    if (refused) return { ok: false, refusal: { code: refused, facts: {} } };
    entries = [{ ...ENTRY, state: 'answered' }];
    return { ok: true, value: entries[0] };
  });
  return { model: followUpModel(api), calls };
}

describe('what citizens were not content with', () => {
  it('is answered with a note, and the list is read anew', async () => {
    const { model, calls } = world();
    await model.load();
    expect(model.entries.value).toEqual([ENTRY]);
    expect(await model.answer(ENTRY.id, '已联系')).toBe(true);
    expect(calls[1]).toEqual({
      ...{ method: 'POST', path: `/api/follow-ups/${ENTRY.id}`, body: { note: '已联系' } },
    });
    expect(model.entries.value).toMatchObject([{ state: 'answered' }]);
  });

  it('stays when another supervisor was faster, and the screen says so', async () => {
    const { model } = world('followUp.answered');
    await model.load();
    expect(await model.answer(ENTRY.id, '已联系')).toBe(false);
    expect(model.trouble.value?.what).toContain('已经有人答复了');
    expect(model.entries.value).toEqual([ENTRY]);
  });

  it('says how many working days are left', () => {
    expect([3, 0, -2].map((daysLeft) => leftInWords({ daysLeft }))).toEqual([
      ...['还剩 3 个工作日', '今天到期', '超期 2 个工作日'],
    ]);
  });
});
