import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, CaseEvent, ToldLine } from '../../src/domain/case.ts';
import type { CaseCommand, SlipIssued } from '../../src/domain/commands.ts';
import { decideSlip } from '../../src/domain/decideSlip.ts';
import { depositEvents, isAheadOfNotice, openDeposits, supplementDay } from '../../src/domain/deposit.ts';
import { addDays } from '../../src/domain/time.ts';
import {
  acceptOn,
  acting,
  at,
  caseAfter,
  eventsOf,
  flagsOf,
  fold,
  MONDAY,
  numberAt,
  receiveAt,
  refusalOf,
  refusedBy,
} from '../support/sampleCase.ts';
import { EAST, WEST } from '../support/sampleCatalogue.ts';
import { slipOf } from '../support/slip.ts';

const line = (material: string, what = '请补正'): ToldLine => ({
  material,
  name: material,
  what,
  basis: '第一条',
});
const correct = (lines: readonly ToldLine[], due = '2026-12-07'): CaseCommand => ({
  type: 'requireCorrection',
  payload: { catalogue: 1, lines, due },
});
const lacking = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing', 'identity'] }));
const correcting = caseAfter(lacking, correct([line('drawing'), line('identity')]));
const DRAWING = { kind: 'copies', count: 2 } as const;
const IDENTITY = { kind: 'inspected', copies: 1 } as const;
const WEDNESDAY = '2026-11-25';
const THURSDAY = '2026-11-26';

/** A receipt of the eastern hall for the western hall's case. */
const slip = (more: Partial<SlipIssued> = {}): SlipIssued => ({
  catalogue: 1,
  kind: 'deposit',
  number: numberAt(EAST, WEDNESDAY),
  caseNumber: lacking.number,
  item: 'permit',
  guide: 'sign',
  guideVersion: 1,
  answers: {},
  lines: [line('drawing', '告知书第 1 项')],
  referTo: '',
  text: '复印件 2 份',
  hall: EAST,
  on: WEDNESDAY,
  ...more,
});
const told = (found: Case, one: SlipIssued = slip()): CaseEvent[] =>
  depositEvents(found, one, { by: 'p', name: '李东', at: at(one.on) });
const deposited = (found: Case, one: SlipIssued = slip()): Case => {
  const next = fold(found, told(found, one));
  if (!next) throw new Error('no case');
  return next;
};
const supplement = (marks: object, deposits?: readonly string[]): CaseCommand => ({
  type: 'supplement',
  payload: { catalogue: 1, marks: { ...marks }, ...(deposits ? { deposits } : {}) },
});

describe('a deposit receipt', () => {
  const issue = (more: Partial<SlipIssued>, act = {}) => {
    const { hall: _, on: __, ...payload } = slip({ number: numberAt(EAST), ...more });
    return decideSlip(null, payload, acting({ office: EAST, ...act }));
  };

  it('is given by a clerk of any hall, under a number of that hall', () => {
    expect(issue({})).toMatchObject({
      ok: true,
      value: { hall: EAST, on: MONDAY, caseNumber: lacking.number },
    });
    expect(refusedBy(issue({}, { roles: ['reviewer'] })).code).toBe('power.role');
  });

  it('names a case by its right number, and at least one paper', () => {
    for (const caseNumber of ['', slipOf(lacking.number), lacking.number.replaceAll('-', '')])
      expect(refusedBy(issue({ caseNumber })).code).toBe('deposit.caseNumber');
    expect(refusedBy(issue({ lines: [] })).code).toBe('deposit.nothingTaken');
  });
});

describe('what a deposit leaves on the case', () => {
  it('says where the papers lie, and moves nothing', () => {
    const found = deposited(correcting);
    expect(found).toMatchObject({
      status: 'correcting',
      marks: correcting.marks,
      papersOn: MONDAY,
      flags: [],
    });
    expect(found.deposits).toEqual([
      {
        ...{ by: 'p', name: '李东', office: EAST, on: WEDNESDAY, text: '复印件 2 份' },
        ...{ number: slip().number, lines: slip().lines },
      },
    ]);
  });

  it('is flagged when the case waits for nothing, when nobody told it, and when it is there already', () => {
    const withdrawn = caseAfter(correcting, { type: 'withdraw', payload: { catalogue: 1, text: '不办了' } });
    expect(flagsOf(told(withdrawn))).toEqual(['deposit.notAwaited']);
    const untold = slip({ lines: [line('drawing'), line('lease')] });
    expect(flagsOf(told(correcting, untold))).toEqual(['deposit.notTold']);
    expect(deposited(correcting, untold).flags[0]?.facts).toMatchObject({ materials: ['lease'] });
    const second = slip({ number: numberAt(EAST, THURSDAY, 2), on: THURSDAY });
    expect(flagsOf(told(deposited(correcting), second))).toEqual(['deposit.twice']);
    expect(openDeposits(deposited(deposited(correcting), second))).toHaveLength(2);
  });

  it('waits for a notice that the district has not heard of', () => {
    expect(isAheadOfNotice(null)).toBe(true);
    expect(isAheadOfNotice(lacking)).toBe(true);
    expect(isAheadOfNotice(correcting)).toBe(false);
    expect(
      isAheadOfNotice(caseAfter(lacking, { type: 'withdraw', payload: { catalogue: 1, text: '' } })),
    ).toBe(false);
  });
});

describe('a supplement of what was deposited', () => {
  const found = deposited(correcting, slip({ lines: [line('drawing'), line('identity')] }));
  const taken = [slip().number];

  it('counts from the day on which it was handed over at the other hall', () => {
    const next = caseAfter(found, supplement({ drawing: DRAWING, identity: IDENTITY }, taken), {
      on: THURSDAY,
    });
    expect(next).toMatchObject({ status: 'received', papersOn: WEDNESDAY });
    expect(openDeposits(next)).toEqual([]);
    expect(next.deposits).toMatchObject([{ number: slip().number, takenOn: WEDNESDAY }]);
    expect(caseAfter(next, acceptOn(next, THURSDAY), { on: THURSDAY }).acceptedOn).toBe(THURSDAY);
  });

  it('counts from today when something else was brought with it', () => {
    const half = deposited(correcting);
    const marks = { drawing: DRAWING, identity: IDENTITY };
    expect(caseAfter(half, supplement(marks, taken), { on: THURSDAY }).papersOn).toBe(THURSDAY);
    expect(caseAfter(half, supplement(marks), { on: THURSDAY })).toMatchObject({ papersOn: THURSDAY });
  });

  it('is the receiving hall’s act, and takes a receipt once', () => {
    const all = supplement({ drawing: DRAWING, identity: IDENTITY }, taken);
    expect(refusalOf(found, all, { office: EAST }).code).toBe('power.office');
    expect(refusalOf(correcting, all).code).toBe('deposit.notHere');
    const next = caseAfter(found, all, { on: THURSDAY });
    const again = caseAfter(next, correct([line('drawing')]), { on: THURSDAY });
    expect(refusalOf(again, all, { on: THURSDAY })).toMatchObject({
      code: 'deposit.notHere',
      facts: { numbers: taken },
    });
  });

  it('that came in time keeps the case from being ended as if nobody had come; a late one does not', () => {
    const close: CaseCommand = {
      type: 'close',
      payload: { catalogue: 1, ground: 'correctionLapsed', text: '' },
    };
    const act = { on: '2026-12-08' };
    expect(eventsOf(correcting, close, act)).toMatchObject([{ type: 'closed' }]);
    expect(refusalOf(found, close, act)).toMatchObject({ code: 'close.deposited', facts: { on: WEDNESDAY } });
    const late = deposited(correcting, slip({ on: '2026-12-08' }));
    expect(eventsOf(late, close, act)).toMatchObject([{ type: 'closed' }]);
  });

  it('never counts from a day after the act, nor before the first of its receipts', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays(MONDAY, days));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), day, fc.boolean(), (days, today, more) => {
        const deposits = days.map((on) => ({ ...slip(), by: 'p', name: '', office: EAST, on }));
        const counts = supplementDay(deposits, more ? ['drawing', 'lease'] : ['drawing'], today);
        const heard = days.filter((on) => on <= today).sort();
        expect(counts).toBe(more ? today : (heard.at(-1) ?? today));
      }),
    );
  });
});
