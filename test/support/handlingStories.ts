import fc from 'fast-check';
import { deciderOf } from '../../src/domain/afterwards.ts';
import { assigneeOf } from '../../src/domain/assignment.ts';
import type { Case, CaseEvent, CaseStatus } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { custodyOf, holderOf } from '../../src/domain/handling.ts';
import { statusOn } from '../../src/domain/intakeRules.ts';
import type { OfficeId, Role } from '../../src/domain/office.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import {
  CASE_COMMANDS,
  type CaseCommandType,
  HANDLING_COMMANDS,
  TRANSITIONS,
  type Transition,
} from '../../src/domain/transitions.ts';
import { beside, unmet } from './besideActs.ts';
import { LIST, OTHER_LIST, onTheWay, PROMISED, receipt, act as usual, WAYS } from './handlingActs.ts';
import {
  HANDLED_ITEMS,
  type HandledItem,
  handledItem,
  handlingRules,
  OTHER_DEPARTMENT,
} from './handlingCatalogue.ts';
import { acceptOn, acting, fold, MONDAY } from './sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from './sampleCatalogue.ts';

/**
 * Few people with many posts do to one case what comes to their mind. Most acts fit the state, so that stories come to
 * an end; a part of them fits nothing, in the wrong office, by the wrong post, on a file that has changed.
 */

const OFFICES: readonly OfficeId[] = [WEST, EAST, DISTRICT, DEPARTMENT, OTHER_DEPARTMENT];
const HALLS: readonly OfficeId[] = [WEST, EAST, DISTRICT];
const ROLES: readonly Role[] = ['clerk', 'reviewer', 'leader', 'sealer', 'officer', 'supervisor'];
const PEOPLE = ['一', '二', '三', '四'] as const;

const anAct = fc.record({
  /** Whether the act is looked for among those that fit the state, or is whatever comes. */
  fits: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  /** Among which of those that fit: all, the usual ones, or mostly those that carry the case on. */
  how: fc.nat(9),
  /** Which of them; where none fits, `type`. */
  pick: fc.nat(1000),
  type: fc.constantFrom(...CASE_COMMANDS),
  office: fc.constantFrom(...OFFICES),
  roles: fc.subarray([...ROLES]),
  by: fc.constantFrom(...PEOPLE),
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  ),
  stale: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  good: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  other: fc.nat(3),
});
export type HandlingAct = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

export const aStory = fc.record({
  // The longest ways are taken most often, or their ends would hardly be seen.
  item: fc.constantFrom(...HANDLED_ITEMS, 'birth' as const, 'birth' as const, 'coop' as const),
  hall: fc.constantFrom(...HALLS),
  open: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  drawing: fc.oneof(
    { weight: 3, arbitrary: fc.constant('brought' as const) },
    { weight: 1, arbitrary: fc.constant('deferred' as const) },
    { weight: 1, arbitrary: fc.constant('promised' as const) },
  ),
  acts: fc.array(anAct, { minLength: 6, maxLength: 34, size: 'max' }),
});
export type HandlingStory = typeof aStory extends fc.Arbitrary<infer T> ? T : never;

export interface HandlingStep {
  readonly before: Case;
  readonly after: Case;
  readonly command: CaseCommand;
  readonly context: DecideContext;
  /** The status that counted, deemed acceptance included. */
  readonly status: CaseStatus;
  /** `null` = refused. */
  readonly events: readonly CaseEvent[] | null;
}

export const statusAt = (found: Case, today: LegalDate): CaseStatus =>
  statusOn(found, handledItem(found.item).intakeRule, today, handlingRules.calendar);

/** What ends a story early is not picked as often as what carries it on. */
const SELDOM: readonly CaseCommandType[] = [
  'withdraw',
  'sendBack',
  'recallOpinion',
  'returnForForm',
  'setAside',
];

function fitting(found: Case, status: CaseStatus, one: HandlingAct): Transition | undefined {
  const rows = TRANSITIONS.filter(
    (row) =>
      row.routes.includes(found.route) &&
      (row.from.includes(status) || (row.from.includes('any') && row.command !== 'setAside')) &&
      (row.only ?? []).every(
        (only) =>
          !['instant', 'promised', 'consultation'].includes(only) || handledItem(found.item).pace === only,
      ),
  );
  const often = rows.filter(
    (row) => !SELDOM.includes(row.command) && row.to !== 'declined' && row.to !== 'returned',
  );
  const handling = often.filter((row) => HANDLING_COMMANDS.some((name) => name === row.command));
  const list = one.how === 0 ? rows : one.how < 3 ? handling : handling.filter((row) => leadsOn(row, found));
  return (list.length > 0 ? list : rows)[one.pick % Math.max(1, list.length || rows.length)];
}

/** Once it was found a second time that a promise is not kept, the leader decides. */
const nextAfter = (checks: NonNullable<Case['promiseChecks']>): CaseCommandType =>
  checks.at(-1)?.mendBy === undefined ? 'revoke' : 'verifyPromise';

/** What a hurried person would do next: go on, after what the next act waits for. */
function leadsOn(
  { command, to }: Transition,
  { suspensions = [], steps = [], custody, status, promiseChecks = [], revocation }: Case,
): boolean {
  if (suspensions.some((one) => one.until === undefined)) return command === 'resume';
  if (command === 'dispatchPapers') return status === 'atDepartment' && custody === undefined;
  if (command === 'signForPapers') return custody?.way !== undefined;
  if (status === 'delivered')
    return command === (promiseChecks.at(-1)?.met === false ? nextAfter(promiseChecks) : 'verifyPromise');
  if (status === 'revoked') return command === (revocation?.sealing ? 'deliver' : 'seal');
  if (command === 'recordStep') return !steps.some((one) => one.step === 'visit' && one.outcome === 'done');
  return to !== 'same';
}

/** The office at which a row is open, as far as one is. */
function placeOf(row: Transition, found: Case, status: CaseStatus, one: HandlingAct): OfficeId {
  const item = handledItem(found.item);
  const { at, way } = custodyOf(found);
  switch (row.at) {
    case 'anyHall':
      return HALLS[one.other % HALLS.length] ?? WEST;
    case 'receivingHall':
      return found.hall;
    case 'otherHall':
      return HALLS.find((hall) => hall !== found.hall) ?? WEST;
    case 'claimingHall':
      return found.claims?.at(-1)?.office ?? found.hall;
    case 'town':
      return found.handlingTown ?? found.hall;
    case 'department':
      return item.department;
    case 'holder':
      return holderOf(found, item, status);
    case 'supervising':
      return item.supervision?.office ?? item.department;
    case 'decider':
      return deciderOf(found, item);
    case 'anyOffice':
      return row.command === 'dispatchPapers' ? at : (way?.to ?? at);
  }
}

function commandOf(type: CaseCommandType, found: Case, one: HandlingAct, today: LegalDate): CaseCommand {
  const { good, other } = one;
  const asked = found.item === 'advice' ? 'asked' : 'fee';
  const sent = found.route === 'review' && ['atDepartment', 'issued', 'delivered'].includes(found.status);
  const steps = sent ? ['list', 'payment', 'list', 'visit'] : ['visit', 'visit', 'notice', asked];
  const told = [{ material: 'drawing', name: '效果图', what: '请补', basis: '第一条' }];
  const { at, way } = custodyOf(found);
  const list = way && other > 0 ? way.list : OTHER_LIST;
  switch (type) {
    case 'receive':
      return receipt(found.item as HandledItem, { office: found.hall });
    case 'accept':
      return acceptOn(found, today, handlingRules);
    case 'requireCorrection':
      return { type, payload: { catalogue: 1, lines: told, due: addDays(today, 3) } };
    case 'supplement':
      return { type, payload: { catalogue: 1, marks: { drawing: { kind: 'copies', count: 2 } } } };
    case 'returnPapers':
      return { type, payload: { catalogue: 1, lines: told, text: '退回' } };
    case 'decline':
      return { type, payload: { catalogue: 1, ground: 'notNeeded', text: '不用办', lines: [] } };
    case 'close':
      return usual(type, { ground: ['answered', 'deferralLapsed', 'correctionLapsed', 'x'][other] ?? 'x' });
    case 'opine':
      return usual(type, good ? {} : { agree: false, reasons: ['conditions'] });
    case 'decide':
      return usual(type, good ? {} : { granted: false, reasons: ['conditions'] });
    case 'recordStep':
      return usual(type, recorded(steps[other] ?? 'visit', one, today));
    case 'dispatchPapers': {
      const home = at === DEPARTMENT ? found.hall : DEPARTMENT;
      return usual(type, { list: LIST, to: other > 0 ? home : (OFFICES[one.pick % OFFICES.length] ?? WEST) });
    }
    case 'signForPapers':
    case 'reportMissing':
      return usual(type, { list } as Partial<CasePayloads['reportMissing']>);
    case 'verifyPromise':
      return usual(type, good ? {} : unmet(found, today));
    case 'answerHandOff':
      return usual(type, good ? {} : { outcome: 'problem' });
    case 'assign':
      return usual(type, { person: PEOPLE[other - 1] ?? null, from: assigneeOf(found)?.person ?? null });
    case 'copied':
    case 'settle':
      return beside(type, found, other);
    case 'rectify': {
      const was = found.parties[0]?.name ?? '';
      return usual(type, { was: good ? was : '别人', now: was === '张三' ? '张山' : '张三' });
    }
    case 'suspend':
      return usual(type, { procedure: good ? 'hearing' : 'visit' });
    default:
      return usual(type);
  }
}

function recorded(
  step: string,
  { good, pick }: HandlingAct,
  today: LegalDate,
): Partial<CasePayloads['recordStep']> {
  const outcome = good ? 'done' : pick % 2 === 0 ? 'objection' : 'settled';
  return { step, at: today, outcome, ...(step === 'notice' || step === 'list' ? { until: today } : {}) };
}

/** Acts that there are only after the end. */
export const AFTERWARDS = [
  'verifyPromise',
  'revoke',
  'claimHandOff',
  'answerHandOff',
] as const satisfies readonly CaseCommandType[];
export const isAfterwards = (type: CaseCommandType): boolean => AFTERWARDS.some((one) => one === type);

/** A case that was granted on a promise and handed over, and what comes after. */
export const anAfterStory = fc.record({
  way: fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[])),
  acts: fc.array(
    fc
      .record({ act: anAct, good: fc.boolean(), wait: fc.nat(3) })
      .map(({ act, ...more }) => ({ ...act, ...more })),
    { minLength: 4, maxLength: 14, size: 'max' },
  ),
});
export type AfterStory = typeof anAfterStory extends fc.Arbitrary<infer T> ? T : never;

export const playAfter = ({ way, acts }: AfterStory): readonly HandlingStep[] =>
  play(onTheWay(way, 'delivered', PROMISED), acts);

/** Lets a story happen, refusals included. */
export function playHandling({ item, hall, open, drawing, acts }: HandlingStory): readonly HandlingStep[] {
  const marks = {
    brought: {},
    deferred: { drawing: { kind: 'deferred', due: addDays(MONDAY, 2) } },
    promised: { drawing: { kind: 'promised' } },
  } as const;
  const first = receipt(item, { office: hall, answers: { open }, marks: marks[drawing] });
  const begun = decide(null, first, acting({ office: hall, now: handlingRules }));
  const found = begun.ok ? fold(null, begun.value) : null;
  if (!found) throw new Error(`no case: ${JSON.stringify(begun)}`);
  return play(found, acts);
}

function play(first: Case, acts: readonly HandlingAct[]): readonly HandlingStep[] {
  let found = first;
  let today = MONDAY;
  const steps: HandlingStep[] = [];
  for (const one of acts) {
    today = addDays(today, one.wait);
    const step: HandlingStep = happen(found, one, today);
    steps.push(step);
    found = step.after;
  }
  return steps;
}

function happen(found: Case, one: HandlingAct, today: LegalDate): HandlingStep {
  const status = statusAt(found, today);
  const unheard = found.status === 'received' && one.pick % 4 > 0;
  const row = one.fits && !unheard ? fitting(found, status, one) : undefined;
  const type = one.fits ? (unheard ? 'accept' : (row?.command ?? one.type)) : one.type;
  const seen = one.stale ? 'e'.repeat(64) : fileHashOf(found);
  const context = acting({
    ...{ on: today, by: one.by, now: handlingRules, basis: { version: found.version, file: seen } },
    office: row ? placeOf(row, found, status, one) : one.fits ? found.hall : one.office,
    roles: row ? [...row.roles] : one.fits ? ['clerk'] : one.roles,
  });
  const command = commandOf(type, found, one, today);
  const result = decide(found, command, context);
  const events = result.ok ? result.value : null;
  const after = events ? fold(found, events) : found;
  if (!after) throw new Error('no case');
  return { before: found, after, command, context, status, events };
}
