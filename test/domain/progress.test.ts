import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Found } from '../../src/app/citizen/progress.tsx';
import type { Case } from '../../src/domain/case.ts';
import { progressOf } from '../../src/domain/progress.ts';
import { accepted, act, along, disagree, refuseIt } from '../support/handlingActs.ts';
import { handlingRules } from '../support/handlingCatalogue.ts';
import { acceptOn, caseAfter, IDENTITY, MONDAY, receiveAt } from '../support/sampleCase.ts';
import { sampleRules, WEST } from '../support/sampleCatalogue.ts';

const received = caseAfter(null, receiveAt(WEST, 'permit'));

describe('what a citizen may see of a case', () => {
  it('names item, hall and day of receipt, and nothing of a person', () => {
    const view = progressOf(received, sampleRules, MONDAY);
    expect(view).toMatchObject({
      number: received.number,
      status: 'received',
      receivedOn: MONDAY,
      bring: [],
    });
    expect(view.item).not.toBe('');
    expect(view.hall).not.toBe('');
    const text = JSON.stringify(view);
    for (const secret of [IDENTITY, '张三', '13806370000', received.code]) expect(text).not.toContain(secret);
  });

  it('gives the promised day once the case is accepted', () => {
    const accepted = caseAfter(received, acceptOn(received, MONDAY));
    const view = progressOf(accepted, sampleRules, MONDAY);
    expect(view.acceptedOn).toBe(MONDAY);
    expect(view.due?.date).toBe(accepted.deadlines?.promised?.date ?? accepted.deadlines?.statutory?.date);
  });

  it('counts silence as acceptance from the day on which the papers came in', () => {
    const view = progressOf(received, sampleRules, '2026-12-01');
    expect(view).toMatchObject({ status: 'accepted', acceptedOn: MONDAY });
    expect(view.says).toContain('视为已经受理');
  });

  it('lists what a correction told, with the day until which it may come', () => {
    const lacking = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['form'] }));
    const lines = [{ material: 'form', name: '申请表', what: '请填写并签名', basis: '第三十二条' }];
    const correcting = caseAfter(lacking, {
      type: 'requireCorrection',
      payload: { catalogue: 1, lines, due: '2026-12-10' },
    });
    expect(progressOf(correcting, sampleRules, MONDAY).bring).toEqual([
      { name: '申请表', what: '请填写并签名', until: '2026-12-10' },
    ]);
  });
});

/** What the page says, without its marks. */
const pageOf = (found: Case) =>
  renderToString(Found({ view: progressOf(found, handlingRules, MONDAY) })).replace(/<[^>]*>/g, ' ');

const GRANTED = /已批准|已经批准|已办好|已经办好|已发证/;

describe('what a citizen reads of a refusal', () => {
  const decided = along(
    accepted('sign'),
    ['reviewer', act('recordStep')],
    ['reviewer', refuseIt],
    ['leader', act('approve')],
  );
  const sealed = along(decided, ['sealer', act('seal')]);
  const opined = along(
    accepted('birth'),
    ['reviewer', act('recordStep')],
    ['reviewer', disagree],
    ['leader', act('approve')],
  );
  const sent = along(opined, ['sealer', act('seal')], ['clerk', act('forward')]);
  const refused = along(sent, ['officer', act('refuseOnOpinion')]);

  it.each([
    ['approved', decided],
    ['sealed', sealed],
    ['delivered', along(sealed, ['clerk', act('deliver')])],
    ['refused', refused],
    ['told of a refusal on the opinion', along(refused, ['clerk', act('deliver')])],
  ])('is that it was not granted, once it is %s', (_, found) => {
    const page = pageOf(found);
    expect(page).toContain('没有批准（不予许可）');
    expect(page).toContain('行政复议');
    expect(page).not.toMatch(GRANTED);
  });

  it('is that the town did not agree, while the department has not decided', () => {
    for (const found of [opined, sent]) {
      expect(pageOf(found)).toContain('镇里审核后没有同意');
      expect(pageOf(found)).not.toMatch(GRANTED);
    }
  });

  it('is nothing yet while it is a draft that may be given back', () => {
    const draft = along(accepted('sign'), ['reviewer', act('recordStep')], ['reviewer', refuseIt]);
    expect(pageOf(draft)).not.toMatch(/没有批准|不予/);
    expect(pageOf(draft)).not.toMatch(GRANTED);
  });

  it('is of a service that it was not done', () => {
    const done = along(accepted('card'), ['clerk', refuseIt]);
    expect(pageOf(done)).toContain('没有批准（不予办理）');
  });
});

describe('what a citizen reads of a question that was answered', () => {
  it('is that it was answered, also once the hall has closed it', () => {
    const answered = along(accepted('advice'), ['clerk', act('answer')]);
    const closed = along(answered, ['clerk', act('close')]);
    const view = progressOf(closed, handlingRules, MONDAY);
    expect(view).toMatchObject({ status: 'closed', word: '已答复' });
    expect(view.line.stages[view.line.at]).toBe('answered');
    expect(pageOf(closed)).not.toMatch(/终止|补齐/);
  });

  it('is another thing than what lapsed', () => {
    const ending = { ground: 'deferralLapsed', text: '', on: MONDAY, lines: [] };
    expect(pageOf({ ...accepted('sign'), status: 'closed', ending })).toContain('容缺承诺的材料到期没有补齐');
  });
});
