import { type Case, type CaseEvent, evolve } from '../../src/domain/case.ts';
import { formatCaseNumber, numberPrefixOf } from '../../src/domain/caseNumber.ts';
import { checklistOf, fullMark, type Mark, type Marks } from '../../src/domain/checklist.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { decide } from '../../src/domain/decide.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import { deadlinesOf } from '../../src/domain/limits.ts';
import type { OfficeId, Role } from '../../src/domain/office.ts';
import type { Party } from '../../src/domain/parties.ts';
import type { Refusal, Result } from '../../src/domain/result.ts';
import { handlingTownOf, routeAt } from '../../src/domain/routing.ts';
import type { Rules } from '../../src/domain/rules.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { type CaseSummary, summaryOf } from '../../src/domain/summary.ts';
import type { Instant, LegalDate } from '../../src/domain/time.ts';
import { sampleRules, WEST } from './sampleCatalogue.ts';
import { onTheSpotGuide, permitGuide, registrationGuide, serviceGuide } from './sampleGuides.ts';

/** An ordinary Monday; the week after it has no holiday. */
export const MONDAY: LegalDate = '2026-11-23';
/** From the text of GB 11643-1999. */
export const IDENTITY = '11010519491231002X';
/** A public code of a government office. */
export const CREDIT_CODE = '11370302004216079D';
export const CASE_ID = '019ac0de-0000-7000-8000-000000000001';

/** An instant by the clock on the wall in Shandong. */
export const at = (date: LegalDate, time = '10:00'): Instant =>
  new Date(`${date}T${time}:00+08:00`).toISOString();

export interface Act {
  readonly on?: LegalDate;
  readonly office?: OfficeId;
  readonly roles?: readonly Role[];
  readonly now?: Rules;
  readonly seen?: Rules;
  /** The day before which the papers of the refused receipt cannot have come; null = not known. */
  readonly replaces?: LegalDate | null;
  /** Who acts. */
  readonly by?: string;
  readonly basis?: DecideContext['basis'];
  /** The day that the device took for today, where it counts at another. */
  readonly claimed?: LegalDate;
}

/** The circumstances of an act: by default a clerk in 西集镇 on the Monday. `seen` follows `now`. */
export function acting(act: Act = {}): DecideContext {
  const now = act.now ?? sampleRules;
  return {
    at: at(act.on ?? MONDAY),
    ...(act.claimed === undefined ? {} : { claimed: at(act.claimed) }),
    office: act.office ?? WEST,
    roles: act.roles ?? ['clerk'],
    by: act.by ?? 'somebody',
    name: act.by ?? '某人',
    basis: act.basis ?? { version: 0 },
    now,
    seen: act.seen ?? now,
    replaces: act.replaces === undefined ? null : { receivedNotBefore: act.replaces },
  };
}

export const person = (role: string, more: Partial<Party> = {}): Party => ({
  role,
  kind: 'person',
  name: '张三',
  idKind: 'identityNumber',
  idNumber: IDENTITY,
  telephone: '13806370000',
  ...more,
});

export type SampleItem = 'permit' | 'registration' | 'onTheSpot' | 'service';

const SAMPLES: Readonly<
  Record<
    SampleItem,
    { readonly guide: CompleteGuide; readonly answers: Answers; readonly parties: readonly Party[] }
  >
> = {
  permit: {
    guide: permitGuide,
    answers: { place: 'wall', size: 10, from: '2026-12-01' },
    parties: [person('applicant')],
  },
  registration: {
    guide: registrationGuide,
    answers: { name: '西集花椒专业合作社', members: 5, farmers: 4, checked: false },
    parties: [person('applicant')],
  },
  onTheSpot: {
    guide: onTheSpotGuide,
    answers: { town: WEST },
    parties: [person('buyer'), person('seller', { name: '李四' })],
  },
  service: { guide: serviceGuide, answers: {}, parties: [person('applicant')] },
};

export const guideFor = (item: SampleItem): CompleteGuide => SAMPLES[item].guide;
export const answersFor = (item: SampleItem): Answers => SAMPLES[item].answers;

/** Everything that the answers ask for, brought completely. */
export function allMarks(guide: CompleteGuide, answers: Answers): Marks {
  return Object.fromEntries(
    checklistOf(guide, answers)
      .filter((line) => line.state === 'asked')
      .map((line): [string, Mark] => [line.material.id, fullMark(line.material.form)]),
  );
}

export const numberAt = (office: OfficeId, date: LegalDate = MONDAY, sequence = 1): string =>
  formatCaseNumber({ town: numberPrefixOf(office), date, slot: 'K7', sequence, random: '4QXM' });

type Receive = CasePayloads['receive'];

/** A complete application at a hall. Marks follow from the answers unless given; `missing` lines are not brought. */
export function receiveAt(
  office: OfficeId,
  item: SampleItem,
  more: Partial<Receive> & { readonly missing?: readonly string[] } = {},
): CaseCommand & { readonly type: 'receive' } {
  const { missing = [], ...rest } = more;
  const { guide, answers, parties } = SAMPLES[item];
  const given = rest.answers ?? answers;
  const lacking = Object.fromEntries(missing.map((id): [string, Mark] => [id, { kind: 'missing' }]));
  const declared = sampleRules.item(item);
  const hall = sampleRules.office(office);
  return {
    type: 'receive',
    payload: {
      catalogue: 1,
      number: numberAt(office),
      item,
      guide: guide.id,
      guideVersion: guide.version,
      route: declared && hall ? routeAt(declared, hall) : 'district',
      handlingTown: declared && hall ? handlingTownOf(declared, given, hall) : null,
      channel: 'hall',
      answers: given,
      parties,
      marks: { ...allMarks(guide, given), ...lacking },
      code: '7Q2M9X',
      ...rest,
    },
  };
}

/** The acceptance notice, with the deadlines that a device prints when it counts from a date. */
export function acceptOn(found: Case, date: LegalDate, rules: Rules = sampleRules): CaseCommand {
  const guide = rules.guide(found.guide, found.guideVersion);
  if (guide?.state !== 'complete') throw new Error(`no guide ${found.guide}`);
  const deadlines = deadlinesOf(guide, found.answers, date, rules.calendar, found.renews);
  return { type: 'accept', payload: { catalogue: rules.version, deadlines } };
}

export const fold = (before: Case | null, events: readonly CaseEvent[]): Case | null =>
  events.reduce<Case | null>((found, event) => evolve(found, event, CASE_ID), before);

/** The events of a command that must not be refused. */
export function eventsOf(found: Case | null, command: CaseCommand, act: Act = {}): readonly CaseEvent[] {
  const result = decide(found, command, acting(act));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The case after a command that must not be refused. */
export function caseAfter(found: Case | null, command: CaseCommand, act: Act = {}): Case {
  const next = fold(found, eventsOf(found, command, act));
  if (!next) throw new Error('no case');
  return next;
}

/** The refusal of a command that must be refused. */
export function refusalOf(found: Case | null, command: CaseCommand, act: Act = {}): Refusal {
  return refusedBy(decide(found, command, acting(act)));
}

export function refusedBy(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
}

/** As a device lists it, by the rules that it holds. */
export const listedAs = (found: Case): CaseSummary => summaryOf(found, sampleRules);

export const flagsOf = (events: readonly CaseEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'flagged' ? [event.data.code] : []));
