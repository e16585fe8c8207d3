import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMark, fullMark, type Mark, type MarkProblem, standingOf } from '../../src/domain/checklist.ts';
import type { Material, MaterialForm } from '../../src/domain/guide.ts';
import { officialCalendar } from '../support/calendar.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { material } from '../support/sampleGuides.ts';

const original = material('m', '原件', { originals: 2 });
const copies = material('m', '复印件', { copies: 2 });
const inspected = material('m', '核验', { inspect: true, copies: 1 });
const core = material('m', '主要材料', { originals: 1 }, { core: true, deferrable: { workingDays: 5 } });
const open = material(
  'm',
  '可替代',
  { copies: 1 },
  { waiver: { sharing: true, promise: true }, deferrable: { workingDays: 5 } },
);

const check = (line: Material, mark: Mark, on = MONDAY): MarkProblem | undefined =>
  checkMark(line, mark, on, officialCalendar);

describe('a mark may stand', () => {
  it.each([
    ['an original kept', original, { kind: 'originalKept', count: 2 }],
    ['enough copies', copies, { kind: 'copies', count: 3 }],
    ['an original seen, copies kept beside it', inspected, { kind: 'inspected', copies: 1 }],
    ['an original seen where copies are asked', copies, { kind: 'inspected', copies: 2 }],
    ['an original kept where it need only be seen', inspected, { kind: 'originalKept', count: 1 }],
    ['data sharing that the guide allows', open, { kind: 'shared', source: '公安人口库' }],
    ['a promise that the guide allows', open, { kind: 'promised' }],
    ['missing, on any line', core, { kind: 'missing' }],
    ['not needed, with the reason', original, { kind: 'notNeeded', why: '大厅里已有' }],
  ] as const)('%s', (_, line, mark) => {
    expect(check(line, mark)).toBeUndefined();
  });

  it('as the one tap sets it, on every form of paper', () => {
    const form: fc.Arbitrary<MaterialForm> = fc.record({
      originals: fc.integer({ min: 0, max: 3 }),
      copies: fc.integer({ min: 0, max: 3 }),
      inspect: fc.boolean(),
    });
    fc.assert(
      fc.property(form, (given) => {
        const mark = fullMark(given);
        expect(standingOf(mark)).toBe('in');
        expect(check(material('m', '任何', given), mark)).toBeUndefined();
      }),
    );
  });
});

describe('a mark may not stand', () => {
  it.each([
    ['mark.originalNeeded', 'an original only seen that must be kept', original, { kind: 'inspected' }],
    ['mark.originalNeeded', 'copies instead of originals', original, { kind: 'copies', count: 9 }],
    ['mark.originalNeeded', 'copies of what must be seen', inspected, { kind: 'copies', count: 9 }],
    ['mark.countTooSmall', 'too few originals', original, { kind: 'originalKept', count: 1 }],
    ['mark.countTooSmall', 'no original', inspected, { kind: 'originalKept', count: 0 }],
    ['mark.countTooSmall', 'too few copies', copies, { kind: 'copies', count: 1 }],
    ['mark.countTooSmall', 'no copies beside the original seen', inspected, { kind: 'inspected' }],
    ['mark.notShared', 'sharing that the guide does not know', copies, { kind: 'shared', source: '公安' }],
    ['mark.sourceMissing', 'sharing without its source', open, { kind: 'shared', source: ' ' }],
    ['mark.noPromise', 'a promise that the guide does not know', copies, { kind: 'promised' }],
    ['mark.notDeferrable', 'late, where the guide says no', copies, { kind: 'deferred', due: MONDAY }],
    [
      'mark.notDeferrable',
      'a core paper late, whatever the guide says',
      core,
      { kind: 'deferred', due: MONDAY },
    ],
    ['mark.coreNeeded', 'a core paper not needed', core, { kind: 'notNeeded', why: '已有' }],
    ['mark.whyMissing', 'not needed without a reason', copies, { kind: 'notNeeded', why: '  ' }],
  ] as const)('%s: %s', (problem, _, line, mark) => {
    expect(check(line, mark)).toBe(problem);
  });
});

describe('a paper that comes late', () => {
  const due = (date: string, on = MONDAY) => check(open, { kind: 'deferred', due: date }, on);

  it('comes within the working days of the guide, the last one included', () => {
    expect(due('2026-11-23')).toBeUndefined();
    expect(due('2026-11-30')).toBeUndefined();
    expect(due('2026-12-01')).toBe('mark.deferredTooLong');
  });

  it('is not promised for yesterday', () => {
    expect(due('2026-11-22')).toBe('mark.deferredTooLong');
  });

  it('has the holidays on top', () => {
    expect(due('2026-10-09', '2026-09-24')).toBeUndefined();
    expect(due('2026-10-10', '2026-09-24')).toBe('mark.deferredTooLong');
  });
});
