import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import { openFlags } from '../../src/domain/flags.ts';
import { flagged } from '../../src/domain/scene.ts';
import { groundsFor, SETTLE_REASONS } from '../../src/domain/settle.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { isRuleCode } from '../../src/protocol/ruleCodes.ts';
import { accepted, act, code, does, onTheWay, refusal } from '../support/handlingActs.ts';
import { at, fold, MONDAY } from '../support/sampleCase.ts';

const AT = at(MONDAY);
const NUMBER = '370406000-20261123-K7-0001-4QXM-H';
const raised = (found: Case, flag = 'case.likelyDuplicate', when = AT): Case => {
  const next = fold(found, [flagged(flag, { numbers: [NUMBER] }, { at: when })]);
  if (!next) throw new Error('no case');
  return next;
};
const settle = (more: Partial<CasePayloads['settle']> = {}) =>
  act('settle', { flag: { code: 'case.likelyDuplicate', at: AT }, reason: 'notSame', text: '', ...more });

describe('what waits for a person to look into it', () => {
  const twice = raised(accepted('sign'));

  it('goes from the list once somebody has, and stays on the case with who, when and why', () => {
    expect(summaryOf(twice).flagged).toBe(true);
    const done = does(twice, 'reviewer', settle({ text: ' 是弟弟的 ' }));
    expect(summaryOf(done).flagged).toBe(false);
    expect(openFlags(done)).toEqual([]);
    expect(done.flags).toMatchObject([
      {
        code: 'case.likelyDuplicate',
        settled: { by: 'reviewer', office: '370406102', on: MONDAY, reason: 'notSame', text: '是弟弟的' },
      },
    ]);
  });

  it('is for the reviewer of the hall that has it or for the district, and for nobody else', () => {
    for (const who of ['reviewer', 'supervisor'] as const)
      expect(summaryOf(does(twice, who, settle())).flagged).toBe(false);
    for (const who of ['clerk', 'leader', 'sealer', 'officer', 'districtClerk'] as const)
      expect(code(twice, who, settle())).toBe('power.role');
    expect(code(twice, 'eastReviewer', settle())).toBe('power.office');
    expect(code(null, 'reviewer', settle())).toBe('case.unknown');
  });

  it('can be settled in whatever state the case is, and changes nothing else', () => {
    for (const before of [raised(onTheWay('coop', 'atDepartment')), raised(onTheWay('sign', 'delivered'))]) {
      const { flags: _, version: __, ...rest } = does(before, 'reviewer', settle());
      const { flags: ___, version: ____, ...same } = before;
      expect(rest).toEqual(same);
      expect(fileHashOf(does(before, 'reviewer', settle()))).toBe(fileHashOf(before));
    }
  });

  it('is settled one by one: another flag goes on waiting', () => {
    const both = raised(twice, 'time.outOfBounds');
    const done = does(both, 'supervisor', settle());
    expect(openFlags(done).map((one) => one.code)).toEqual(['time.outOfBounds']);
    expect(summaryOf(done).flagged).toBe(true);
  });

  it('ends with a reason from the list for it, with what was done where that has to be said', () => {
    expect(code(twice, 'reviewer', settle({ reason: '' }))).toBe('reason.missing');
    expect(code(twice, 'reviewer', settle({ reason: 'inOrder' }))).toBe('reason.unknown');
    expect(code(twice, 'reviewer', settle({ reason: 'duplicate' }))).toBe('text.missing');
    expect(code(twice, 'reviewer', settle({ text: '说'.repeat(501) }))).toBe('settle.tooLong');
    const late = raised(accepted('sign'), 'time.outOfBounds');
    const said = { flag: { code: 'time.outOfBounds', at: AT } };
    expect(code(late, 'supervisor', settle({ ...said, reason: 'notSame' }))).toBe('reason.unknown');
    expect(openFlags(does(late, 'supervisor', settle({ ...said, reason: 'inOrder' })))).toEqual([]);
    expect(groundsFor({ code: 'case.likelyDuplicate' }).length + groundsFor({ code: 'x' }).length).toBe(
      SETTLE_REASONS.length,
    );
  });

  it('hears of a second one, who was first; and of a flag that is not there', () => {
    const done = does(twice, 'reviewer', settle());
    expect(refusal(done, 'supervisor', settle())).toMatchObject({
      code: 'settle.already',
      facts: { on: MONDAY },
    });
    expect(
      code(twice, 'reviewer', settle({ flag: { code: 'case.likelyDuplicate', at: at('2026-11-20') } })),
    ).toBe('settle.unknown');
    for (const one of ['already', 'unknown', 'tooLong']) expect(isRuleCode(`settle.${one}`)).toBe(true);
  });
});
