import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/domain/progress.ts';
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
