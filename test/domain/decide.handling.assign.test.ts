import { describe, expect, it } from 'vitest';
import { assigneeOf } from '../../src/domain/assignment.ts';
import type { Case, CaseStatus } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Role } from '../../src/domain/office.ts';
import type { Result } from '../../src/domain/result.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { TRANSITIONS } from '../../src/domain/transitions.ts';
import { isRuleCode } from '../../src/protocol/ruleCodes.ts';
import {
  accepted,
  act,
  code,
  does,
  doing,
  onTheWay,
  receipt,
  WAYS,
  type Who,
} from '../support/handlingActs.ts';
import { fold, MONDAY, refusedBy } from '../support/sampleCase.ts';
import { DISTRICT } from '../support/sampleCatalogue.ts';

/** Colleagues of every office, known by the posts that they hold there. */
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  zhao: ['reviewer'],
  qian: ['reviewer', 'leader'],
  sun: ['leader'],
  li: ['sealer'],
  zhou: ['officer'],
  wu: ['clerk'],
  editor: ['editor'],
};
const colleague: NonNullable<DecideContext['colleague']> = (id) => {
  const roles = PEOPLE[id];
  return roles && { name: `姓名${id}`, roles };
};

type Asked = Partial<CasePayloads['assign']>;
const assign = (person: string | null, more: Asked = {}) => act('assign', { person, text: '', ...more });

function judged(found: Case, who: Who, person: string | null, more: Asked & { by?: string } = {}) {
  const { by, ...said } = more;
  const context = { ...doing(found, who, by ? { by } : {}), colleague };
  return decide(found, assign(person, said), context);
}
function gives(...given: Parameters<typeof judged>): Case {
  const result: Result<Parameters<typeof fold>[1]> = judged(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const next = fold(given[0], result.value);
  if (!next) throw new Error('no case');
  return next;
}
const refuses = (...given: Parameters<typeof judged>) => refusedBy(judged(...given));

type Way = keyof typeof WAYS | 'advice' | 'districtAdvice';
type Place = readonly [Way, CaseStatus, giver: Who, person: string, next: readonly [Who, CaseCommand]];
/** Where a case can be given, by whom, to whom, and the act by which somebody else then carries it on. */
const PLACES: readonly Place[] = [
  ['sign', 'accepted', 'leader', 'zhao', ['reviewer', act('decide')]],
  ['sign', 'decided', 'leader', 'qian', ['leader', act('approve')]],
  ['sign', 'approved', 'leader', 'li', ['sealer', act('seal')]],
  ['birth', 'accepted', 'reviewer', 'qian', ['reviewer', act('opine')]],
  ['birth', 'opined', 'reviewer', 'sun', ['leader', act('approve')]],
  ['birth', 'approved', 'leader', 'li', ['sealer', act('seal')]],
  ['birth', 'sealed', 'leader', 'wu', ['reviewer', act('forward')]],
  ['birth', 'atDepartment', 'officer', 'zhou', ['officer', act('issue')]],
  ['birth', 'returnedByDepartment', 'leader', 'li', ['sealer', act('seal')]],
  ['coop', 'accepted', 'leader', 'wu', ['clerk', act('forward')]],
  ['coop', 'atDepartment', 'officer', 'zhou', ['officer', act('decide')]],
  ['coop', 'decided', 'officer', 'sun', ['departmentLeader', act('approve')]],
  ['coop', 'approved', 'departmentLeader', 'li', ['departmentSealer', act('seal')]],
  ['district', 'accepted', 'officer', 'zhou', ['officer', act('decide')]],
  ['district', 'decided', 'officer', 'sun', ['departmentLeader', act('approve')]],
  ['district', 'approved', 'officer', 'li', ['departmentSealer', act('seal')]],
  ['advice', 'escalated', 'officer', 'zhou', ['officer', act('answer')]],
  ['districtAdvice', 'escalated', 'officer', 'zhou', ['officer', act('answer')]],
];

/** The case in that state, with everything done that the next act waits for. */
function reached(way: Way, status: CaseStatus): Case {
  if (way === 'advice') return does(accepted('advice'), 'reviewer', act('escalate'));
  if (way === 'districtAdvice')
    return does(accepted('advice', { office: DISTRICT }), 'districtClerk', act('escalate'));
  if (status === 'returnedByDepartment')
    return does(onTheWay(way, 'atDepartment'), 'officer', act('returnForForm'));
  let found = onTheWay(way, 'accepted');
  for (const line of WAYS[way]) {
    const next = does(found, ...line);
    if (found.status === status && next.status !== status) return found;
    found = next;
  }
  throw new Error(`${way} does not leave ${status}`);
}

const there = accepted('birth');
const given = gives(there, 'leader', 'zhao', { text: '家里急用，请先看' });

describe('a case is given to a person', () => {
  it('with who said so, for which office, when, and what was said with it', () => {
    expect(assigneeOf(given)).toMatchObject({
      ...{ person: 'zhao', personName: '姓名zhao', by: 'leader', office: '370406102', on: MONDAY },
      text: '家里急用，请先看',
    });
    expect(summaryOf(given).assigned).toMatchObject({ person: 'zhao', personName: '姓名zhao', by: 'leader' });
    expect(JSON.stringify(summaryOf(given).assigned)).not.toContain('急用');
  });

  it('changes neither state nor case file, so that whoever judges meanwhile judges what was seen', () => {
    expect([given.status, fileHashOf(given), given.touched]).toEqual([
      ...[there.status, fileHashOf(there), there.touched],
    ]);
    const { assigned: _, version: __, ...rest } = given;
    const { version: ___, ...before } = there;
    expect(rest).toEqual(before);
  });

  it.each(PLACES)('on its way %s in state %s, and whoever has the power acts all the same', (...place) => {
    const [way, status, giver, person, next] = place;
    const found = reached(way, status);
    const held = gives(found, giver, person);
    expect(assigneeOf(held)?.person).toBe(person);
    // The state has a way out, and it is not barred by whose the case is.
    const onward = does(held, ...next);
    expect(onward.status).not.toBe(found.status);
    expect(assigneeOf(onward)).toBeUndefined();
    expect(summaryOf(onward).assigned).toBeUndefined();
    const back = gives(held, giver, null, { from: person, text: '本人请假' });
    expect(assigneeOf(back)).toBeUndefined();
    expect(assigneeOf(gives(back, giver, person))?.person).toBe(person);
  });

  it('everywhere where the table lets it be given', () => {
    const rows = TRANSITIONS.filter((row) => row.command === 'assign');
    const open = rows.flatMap((row) =>
      row.routes.flatMap((route) => row.from.map((from) => `${route} ${from}`)),
    );
    const tried = PLACES.map(([way, status]) => `${reached(way, status).route} ${status}`);
    expect([...new Set(tried)].sort()).toEqual([...new Set(open)].sort());
  });

  it('is theirs again when it is sent back to the same work', () => {
    const opined = does(does(given, 'reviewer', act('recordStep')), 'reviewer', act('opine'));
    expect(assigneeOf(opined)).toBeUndefined();
    expect(assigneeOf(does(opined, 'leader', act('sendBack')))?.person).toBe('zhao');
    const passed = does(onTheWay('birth', 'sealed'), 'reviewer', act('forward'));
    const atDepartment = gives(passed, 'officer', 'zhou');
    expect(assigneeOf(does(atDepartment, 'officer', act('returnForForm')))).toBeUndefined();
  });

  it('keeps the last twenty in the case; the history has all', () => {
    let found = there;
    for (let count = 0; count < 30; count += 1)
      found = gives(found, 'leader', count % 2 ? null : 'zhao', {
        from: count % 2 ? 'zhao' : null,
        text: String(count),
      });
    expect([found.assigned?.length, found.assigned?.at(-1)?.text]).toEqual([20, '29']);
  });

  it('records no acceptance of what silence has accepted, and is still theirs when that is recorded', () => {
    const on = '2026-12-31';
    const {
      acceptedOn: _,
      deadlines: __,
      ...received
    } = { ...accepted('sign'), status: 'received' as const };
    const held = does(received, 'reviewer', assign('reviewer'), { on });
    expect([held.status, assigneeOf(held)?.person]).toEqual(['received', 'reviewer']);
    const visited = does(held, 'reviewer', act('recordStep', { at: on }), { on });
    expect([visited.status, assigneeOf(visited)?.person]).toEqual(['accepted', 'reviewer']);
  });
});

describe('a case is not given', () => {
  it('to somebody who has no post there, or none that carries it on from where it is', () => {
    expect(refuses(there, 'leader', 'stranger', { name: '外人' })).toEqual({
      ...{ code: 'assign.notThere', facts: { name: '外人' } },
    });
    expect(refuses(there, 'leader', 'editor').code).toBe('assign.notThere');
    for (const person of ['li', 'wu', 'zhou', 'sun'])
      expect(refuses(there, 'leader', person)).toEqual({
        ...{ code: 'assign.notTurn', facts: { name: `姓名${person}` } },
      });
    // Not to oneself either, and also where the colleagues are not known.
    expect(code(there, 'clerk', assign('clerk'))).toBe('assign.notTurn');
    expect(does(there, 'leader', assign('somebody', { name: '某某' })).assigned).toMatchObject([
      { person: 'somebody', personName: '某某' },
    ]);
  });

  it('to whoever drafted or approved it, for the step that another person has to do', () => {
    const opined = onTheWay('birth', 'opined');
    const { opinion } = opined;
    if (!opinion) throw new Error('no opinion');
    expect(assigneeOf(gives(opined, 'leader', 'qian'))?.person).toBe('qian');
    const drafted = { ...opined, opinion: { ...opinion, by: 'qian' } };
    expect(refuses(drafted, 'leader', 'qian').code).toBe('assign.notTurn');
  });

  it('is theirs again after somebody else had it in between', () => {
    const opined = does(does(given, 'reviewer', act('recordStep')), 'reviewer', act('opine'));
    const leads = gives(opined, 'leader', 'leader');
    expect(assigneeOf(leads)?.person).toBe('leader');
    expect(assigneeOf(does(leads, 'leader', act('sendBack')))?.person).toBe('zhao');
  });

  it('by whoever only does what is theirs: they take it, and give back what they have', () => {
    const approved = onTheWay('birth', 'approved');
    expect(refuses(approved, 'sealer', 'li').code).toBe('assign.ownOnly');
    const taken = gives(approved, 'sealer', 'sealer');
    expect(assigneeOf(taken)).toMatchObject({ person: 'sealer', by: 'sealer' });
    expect(refuses(taken, 'sealer', null, { from: 'sealer', by: 'other', text: '不在' }).code).toBe(
      'assign.ownOnly',
    );
    expect(assigneeOf(gives(taken, 'sealer', null, { from: 'sealer' }))).toBeUndefined();
    // What an absent colleague has is taken without anybody’s leave, with a reason.
    const again = gives(taken, 'sealer', 'other', { from: 'sealer', by: 'other', text: '本人休假' });
    expect(assigneeOf(again)).toMatchObject({ person: 'other', text: '本人休假' });
  });

  it('to whoever has it, and not back when nobody has', () => {
    expect(refuses(given, 'leader', 'zhao', { from: 'zhao' })).toEqual({
      ...{ code: 'assign.same', facts: { name: '姓名zhao' } },
    });
    expect(refuses(there, 'leader', null).code).toBe('assign.nobody');
  });

  it('to another without a word of why', () => {
    expect(refuses(given, 'leader', 'qian', { from: 'zhao', text: ' ' })).toEqual({
      ...{ code: 'assign.reasonMissing', facts: { name: '姓名zhao' } },
    });
    const other = gives(given, 'leader', 'qian', { from: 'zhao', text: '出差' });
    expect(other.assigned?.map((one) => one.personName)).toEqual(['姓名zhao', '姓名qian']);
    expect(assigneeOf(other)?.person).toBe('qian');
  });

  it('by two at once: the second hears who was first', () => {
    expect(refuses(given, 'leader', 'qian', { by: 'deputy' })).toEqual({
      code: 'assign.taken',
      facts: { name: '姓名zhao', by: 'leader', on: MONDAY },
    });
    expect(refuses(there, 'leader', 'qian', { from: 'zhao' }).code).toBe('assign.freed');
  });

  it('in a state that has passed, before acceptance, or when only delivery is left', () => {
    expect(refuses(onTheWay('birth', 'atDepartment'), 'leader', 'zhao').code).toBe('power.office');
    expect(refuses(onTheWay('sign', 'sealed'), 'leader', 'zhao').code).toMatch(/^(power|case)\./);
    expect(refuses(does(null, 'clerk', receipt('birth')), 'leader', 'zhao').code).toBe('case.wrongState');
    expect(refuses(onTheWay('sign', 'delivered'), 'leader', 'zhao').code).toBe('case.passed');
    expect(refuses(there, 'eastLeader', 'zhao').code).toBe('power.office');
    expect(refuses(there, 'supervisor', 'zhao').code).toBe('power.role');
    for (const one of ['notThere', 'notTurn', 'same', 'nobody', 'taken', 'freed', 'ownOnly', 'reasonMissing'])
      expect(isRuleCode(`assign.${one}`)).toBe(true);
  });
});
