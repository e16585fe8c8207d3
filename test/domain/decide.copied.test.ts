import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { lastNumbers } from '../../src/domain/systemNumber.ts';
import { CASE_PAYLOADS } from '../../src/protocol/payloads.ts';
import { isRuleCode } from '../../src/protocol/ruleCodes.ts';
import { accepted, act, code, does, onTheWay, refusal } from '../support/handlingActs.ts';
import { DISTRICT } from '../support/sampleCatalogue.ts';

const copied = (number = 'YB-2026-0001', more: Partial<CasePayloads['copied']> = {}) =>
  act('copied', { number, ...more });
const numbersOf = (found: ReturnType<typeof does>) => found.systemNumbers?.map((one) => one.number);

describe('the number that a system of record gave back', () => {
  it('stands on the case with who wrote it down, when and for which office; search and lists do not get it', () => {
    const found = does(accepted('sign'), 'clerk', copied(' YB-2026-0001 '));
    expect(found.systemNumbers).toMatchObject([
      { by: 'clerk', office: '370406102', system: '审批系统', number: 'YB-2026-0001' },
    ]);
    expect(JSON.stringify(summaryOf(found))).not.toContain('YB-2026');
  });

  it.each([
    ['sign', 'clerk'],
    ['sign', 'reviewer'],
    ['birth', 'clerk'],
    ['coop', 'officer'],
    ['coop', 'reviewer'],
    ['district', 'districtClerk'],
    ['district', 'officer'],
  ] as const)('is written down on the way %s by the %s, also when the case has just ended', (way, who) => {
    expect(numbersOf(does(onTheWay(way, 'delivered'), who, copied()))).toEqual(['YB-2026-0001']);
  });

  it('is written down as soon as it is received, and by nobody who does not copy it', () => {
    expect(numbersOf(does(accepted('coop'), 'clerk', copied()))).toEqual(['YB-2026-0001']);
    // Not sent there yet.
    expect(code(accepted('coop'), 'officer', copied())).toBe('case.wrongState');
    for (const who of ['leader', 'sealer', 'supervisor'] as const)
      expect(code(accepted('sign'), who, copied())).toBe('power.role');
    for (const who of ['eastClerk', 'districtClerk', 'eastReviewer'] as const)
      expect(code(accepted('sign'), who, copied())).toBe('power.office');
    // What the town decides is not in a department's hands.
    expect(code(accepted('sign'), 'officer', copied())).toBe('power.route');
    expect(code(null, 'clerk', copied())).toBe('case.unknown');
    expect(code(does(accepted('sign'), 'clerk', act('withdraw')), 'clerk', copied())).toBe('case.wrongState');
  });

  it('of a case that is instant is written down after it was decided and delivered in one visit', () => {
    const visit = does(accepted('card'), 'clerk', act('decide'));
    expect(numbersOf(does(does(visit, 'clerk', act('deliver')), 'clerk', copied()))).toHaveLength(1);
    const district = accepted('card', { office: DISTRICT });
    expect(numbersOf(does(district, 'districtClerk', copied()))).toHaveLength(1);
  });

  it('changes nothing else: whoever judges meanwhile judges what was seen', () => {
    const before = onTheWay('coop', 'atDepartment');
    const after = does(before, 'officer', copied());
    const { systemNumbers: _, version: __, ...rest } = after;
    const { version: ___, ...same } = before;
    expect(rest).toEqual(same);
    expect(fileHashOf(after)).toBe(fileHashOf(before));
  });

  it('that was a slip of the pen stays, and the later one counts', () => {
    const found = does(does(accepted('sign'), 'clerk', copied('A-1')), 'reviewer', copied('A-2'));
    expect(numbersOf(found)).toEqual(['A-1', 'A-2']);
    expect(lastNumbers(found).map((one) => one.number)).toEqual(['A-2']);
  });

  it('is refused where it is empty, too long, there already, of another system, or one too many', () => {
    const found = does(accepted('sign'), 'clerk', copied('A-1'));
    expect(code(found, 'clerk', copied('  '))).toBe('copied.noNumber');
    expect(code(found, 'clerk', copied('9'.repeat(61)))).toBe('copied.tooLong');
    expect(refusal(found, 'reviewer', copied('A-1'))).toMatchObject({
      code: 'copied.same',
      facts: { number: 'A-1' },
    });
    expect(code(found, 'clerk', copied('A-2', { system: '别的系统' }))).toBe('copied.otherSystem');
    const many = Array.from({ length: 20 }, (_, at) => copied(`N-${at}`));
    const full = many.reduce((now, one) => does(now, 'clerk', one), accepted('sign'));
    expect(code(full, 'clerk', copied('N-20'))).toBe('copied.tooMany');
    for (const one of ['noNumber', 'tooLong', 'same', 'otherSystem', 'tooMany'])
      expect(isRuleCode(`copied.${one}`)).toBe(true);
  });

  it('is said in a closed form', () => {
    const fits = (payload: object) => v.safeParse(CASE_PAYLOADS.copied, payload).success;
    expect(fits(copied().payload)).toBe(true);
    expect(fits({ ...copied().payload, note: '多余' })).toBe(false);
    expect(fits({ catalogue: 1, system: '审批系统' })).toBe(false);
  });
});
