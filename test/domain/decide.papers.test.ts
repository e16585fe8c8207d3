import { describe, expect, it } from 'vitest';
import type { Case, ToldLine } from '../../src/domain/case.ts';
import type { Marks } from '../../src/domain/checklist.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import {
  type Act,
  acceptOn,
  caseAfter,
  eventsOf,
  flagsOf,
  MONDAY,
  receiveAt,
  refusalOf,
} from '../support/sampleCase.ts';
import { DISTRICT, EAST, WEST } from '../support/sampleCatalogue.ts';

const line = (material: string, what = '请补正'): ToldLine => ({
  material,
  name: material,
  what,
  basis: '《样例条例》第一条',
});
const correct = (lines: readonly ToldLine[], due = '2026-12-07'): CaseCommand => ({
  type: 'requireCorrection',
  payload: { catalogue: 1, lines, due },
});
const supplement = (marks: Marks): CaseCommand => ({ type: 'supplement', payload: { catalogue: 1, marks } });
const fulfil = (marks: Marks): CaseCommand => ({ type: 'fulfil', payload: { catalogue: 1, marks } });

const lacking = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] }));
const correcting = caseAfter(lacking, correct([line('drawing')]));
const DRAWING: Marks = { drawing: { kind: 'copies', count: 2 } };
const again = caseAfter(correcting, supplement({ ...DRAWING, identity: { kind: 'missing' } }), {
  on: '2026-11-25',
});

const code = (found: Case, command: CaseCommand, act: Act = {}) => refusalOf(found, command, act).code;

describe('telling what is missing', () => {
  it('brings the case to correction, with the day by which it must come', () => {
    expect(correcting).toMatchObject({ status: 'correcting', version: 2 });
    expect(correcting.corrections).toEqual([
      { on: MONDAY, due: '2026-12-07', lines: [line('drawing')], countsAgainstHall: false },
    ]);
  });

  it('is possible until the fifth working day', () => {
    expect(caseAfter(lacking, correct([line('drawing')]), { on: '2026-11-30' }).status).toBe('correcting');
    expect(code(lacking, correct([line('drawing')], '2026-12-20'), { on: '2026-12-01' })).toBe(
      'case.deemedAccepted',
    );
  });

  it('is for permits and services; a registration returns its papers, real estate declines', () => {
    const service = caseAfter(null, receiveAt(WEST, 'service', { missing: ['photo'] }));
    expect(caseAfter(service, correct([line('photo')])).status).toBe('correcting');
    const registration = caseAfter(null, receiveAt(WEST, 'registration', { missing: ['list'] }));
    const deed = caseAfter(null, receiveAt(WEST, 'onTheSpot', { missing: ['contract'] }));
    expect(code(registration, correct([line('list')]))).toBe('intake.notByThisRule');
    expect(code(deed, correct([line('contract')]))).toBe('intake.notByThisRule');
  });

  it('tells everything at once: what is missing and what nobody looked at', () => {
    expect(code(lacking, correct([]))).toBe('told.empty');
    expect(code(lacking, correct([line('drawing', ' ')]))).toBe('told.whatMissing');
    const unseen = caseAfter(null, receiveAt(WEST, 'permit', { marks: { drawing: { kind: 'missing' } } }));
    expect(refusalOf(unseen, correct([line('drawing')]))).toEqual({
      code: 'told.incomplete',
      facts: { materials: ['申请表', '身份证明'] },
    });
  });

  it('may name a paper that came in the wrong form, and anything else in words', () => {
    const lines = [line('drawing'), line('form', '缺签名'), line('other', '照片不清')];
    expect(caseAfter(lacking, correct(lines)).corrections[0]?.lines).toEqual(lines);
  });

  it('may not ask for a paper that the list does not have', () => {
    expect(code(lacking, correct([line('drawing'), line('proofOfProof')]))).toBe('mark.unknownLine');
    expect(code(lacking, correct([line('drawing'), line('safety')]))).toBe('mark.unknownLine');
  });

  it('gives a day after today and within sixty working days', () => {
    const due = (date: string) => code(lacking, correct([line('drawing')], date));
    expect(due(MONDAY)).toBe('correction.dueOutOfRange');
    expect(due('2026-11-20')).toBe('correction.dueOutOfRange');
    expect(due('2027-06-01')).toBe('correction.dueOutOfRange');
    expect(caseAfter(lacking, correct([line('drawing')], '2026-11-24')).status).toBe('correcting');
  });

  it('is the receiving hall’s', () => {
    expect(code(lacking, correct([line('drawing')]), { office: EAST })).toBe('power.office');
    expect(code(lacking, correct([line('drawing')]), { roles: ['reviewer'] })).toBe('power.role');
    expect(code(correcting, correct([line('drawing')]))).toBe('case.wrongState');
  });
});

describe('telling a second time', () => {
  const both = [line('identity'), line('drawing')];

  it('may repeat earlier lines', () => {
    const still = caseAfter(correcting, supplement({ identity: { kind: 'inspected', copies: 1 } }));
    const second = caseAfter(still, correct([line('drawing', '还是没有')]));
    expect(second.corrections.map((one) => one.countsAgainstHall)).toEqual([false, false]);
  });

  it('with a new line is stopped for a clerk', () => {
    expect(refusalOf(again, correct(both), { on: '2026-11-25' })).toEqual({
      code: 'correction.newLine',
      facts: { materials: ['identity'] },
    });
  });

  it('with a new line is the supervisor’s, and counts against the hall', () => {
    for (const act of [
      { roles: ['supervisor'], office: DISTRICT },
      { roles: ['clerk', 'supervisor'], office: WEST },
    ] as const) {
      const second = caseAfter(again, correct(both), { ...act, on: '2026-11-25' });
      expect(second.corrections.map((one) => one.countsAgainstHall)).toEqual([false, true]);
      expect(second.hall).toBe(WEST);
    }
  });

  it('without a new line stays with the hall that has the papers, whatever the supervisor wants', () => {
    const act = { roles: ['supervisor'], office: DISTRICT } as const;
    expect(refusalOf(lacking, correct(both), act).code).toBe('power.office');
  });

  it('with something else in other words is a new line too', () => {
    const first = caseAfter(lacking, correct([line('drawing'), line('other', '照片不清')]));
    const back = caseAfter(first, supplement(DRAWING), { on: '2026-11-24' });
    const act = { on: '2026-11-24' };
    expect(code(back, correct([line('other', '还要一份证明')]), act)).toBe('correction.newLine');
    expect(caseAfter(back, correct([line('other', ' 照片不清 ')]), act).status).toBe('correcting');
  });
});

describe('bringing what was missing', () => {
  it('brings the case back, and the time for telling begins anew', () => {
    const back = caseAfter(correcting, supplement(DRAWING), { on: '2026-12-01' });
    expect(back).toMatchObject({
      status: 'received',
      papersOn: '2026-12-01',
      receivedOn: MONDAY,
      version: 3,
    });
    expect(back.marks).toMatchObject({ ...DRAWING, form: { kind: 'originalKept' } });
    expect(caseAfter(back, acceptOn(back, '2026-12-08'), { on: '2026-12-08' }).acceptedOn).toBe('2026-12-08');
    expect(caseAfter(back, acceptOn(back, '2026-12-01'), { on: '2026-12-09' }).acceptedOn).toBe('2026-12-01');
  });

  it('is still possible after the day told, until the hall has closed the case', () => {
    expect(caseAfter(correcting, supplement(DRAWING), { on: '2026-12-08' }).status).toBe('received');
  });

  it('means that something was brought, and that it may stand', () => {
    expect(code(correcting, supplement({}))).toBe('supplement.empty');
    expect(code(correcting, supplement({ drawing: { kind: 'missing' } }))).toBe('supplement.empty');
    const complete = caseAfter(null, receiveAt(WEST, 'permit'));
    const beside = caseAfter(complete, correct([line('other', '照片不清')]));
    expect(caseAfter(beside, supplement({})).status).toBe('received');
    expect(code(correcting, supplement({ drawing: { kind: 'copies', count: 1 } }))).toBe(
      'mark.countTooSmall',
    );
    expect(code(correcting, supplement({ safety: { kind: 'promised' } }))).toBe('mark.unknownLine');
  });

  it('is for a case in correction, at the hall that has it', () => {
    expect(code(lacking, supplement(DRAWING))).toBe('case.wrongState');
    expect(code(correcting, supplement(DRAWING), { office: EAST })).toBe('power.office');
    expect(refusalOf(null, supplement(DRAWING)).code).toBe('case.unknown');
  });
});

describe('bringing a deferred paper', () => {
  const deferred = caseAfter(
    null,
    receiveAt(WEST, 'permit', {
      marks: {
        form: { kind: 'originalKept', count: 1 },
        identity: { kind: 'inspected', copies: 1 },
        drawing: { kind: 'deferred', due: '2026-11-27' },
      },
    }),
  );
  const accepted = caseAfter(deferred, acceptOn(deferred, MONDAY));

  it('fulfils the line, the state stays', () => {
    const next = caseAfter(accepted, fulfil(DRAWING), { on: '2026-11-27' });
    expect(next).toMatchObject({
      status: 'accepted',
      marks: DRAWING,
      flags: [],
      deadlines: accepted.deadlines,
    });
  });

  it('late is still taken, and flagged', () => {
    const events = eventsOf(accepted, fulfil(DRAWING), { on: '2026-11-28' });
    expect(events.map((event) => event.type)).toEqual(['fulfilled', 'flagged']);
    expect(flagsOf(events)).toEqual(['fulfil.late']);
  });

  it('is possible, and late noticed, for a case that silence has accepted', () => {
    expect(flagsOf(eventsOf(deferred, fulfil(DRAWING), { on: '2026-12-01' }))).toEqual(['fulfil.late']);
    expect(code(deferred, fulfil(DRAWING), { on: '2026-11-30' })).toBe('case.wrongState');
  });

  it('is refused for a line that was not deferred, or that is still not in', () => {
    expect(code(accepted, fulfil({}))).toBe('fulfil.notDeferred');
    expect(code(accepted, fulfil({ form: { kind: 'originalKept', count: 1 } }))).toBe('fulfil.notDeferred');
    expect(code(accepted, fulfil({ drawing: { kind: 'missing' } }))).toBe('fulfil.notIn');
    expect(code(accepted, fulfil({ drawing: { kind: 'deferred', due: '2026-11-30' } }))).toBe('fulfil.notIn');
    expect(code(accepted, fulfil({ drawing: { kind: 'copies', count: 1 } }))).toBe('mark.countTooSmall');
    expect(code(accepted, fulfil(DRAWING), { office: EAST })).toBe('power.office');
  });
});
