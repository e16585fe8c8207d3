import type { Case, CaseStatus } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { Mark } from '../../src/domain/checklist.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { decide } from '../../src/domain/decide.ts';
import type { OfficeId, Role } from '../../src/domain/office.ts';
import type { Refusal } from '../../src/domain/result.ts';
import { handlingTownOf, routeAt } from '../../src/domain/routing.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import type { LegalDate } from '../../src/domain/time.ts';
import type { CaseCommandType } from '../../src/domain/transitions.ts';
import { turnOf } from '../../src/domain/turn.ts';
import {
  GUIDES,
  type HandledItem,
  handledItem,
  handlingRules,
  OTHER_DEPARTMENT,
} from './handlingCatalogue.ts';
import { acceptOn, acting, allMarks, fold, MONDAY, numberAt, person, refusedBy } from './sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from './sampleCatalogue.ts';

/** Who works where in the tests of handling: one person for every post, each with a name of its own. */
export const STAFF = {
  clerk: [WEST, 'clerk'],
  reviewer: [WEST, 'reviewer'],
  leader: [WEST, 'leader'],
  sealer: [WEST, 'sealer'],
  eastClerk: [EAST, 'clerk'],
  eastReviewer: [EAST, 'reviewer'],
  eastLeader: [EAST, 'leader'],
  eastSealer: [EAST, 'sealer'],
  districtClerk: [DISTRICT, 'clerk'],
  supervisor: [DISTRICT, 'supervisor'],
  officer: [DEPARTMENT, 'officer'],
  departmentLeader: [DEPARTMENT, 'leader'],
  departmentSealer: [DEPARTMENT, 'sealer'],
  otherOfficer: [OTHER_DEPARTMENT, 'officer'],
} as const satisfies Record<string, readonly [OfficeId, Role]>;
export type Who = keyof typeof STAFF;

export interface Doing {
  readonly on?: LegalDate;
  /** Another person in the same post. */
  readonly by?: string;
  /** What was seen; by default the file as it is. */
  readonly basis?: DecideContext['basis'];
}

export function doing(found: Case | null, who: Who, { on, by, basis }: Doing = {}): DecideContext {
  const [office, role] = STAFF[who];
  const seen = found ? { version: found.version, file: fileHashOf(found) } : { version: 0 };
  return acting({
    ...{ office, roles: [role], now: handlingRules, by: by ?? who, basis: basis ?? seen },
    ...(on ? { on } : {}),
  });
}

/** The case after an act that must not be refused. */
export function does(found: Case | null, who: Who, command: CaseCommand, more: Doing = {}): Case {
  const result = decide(found, command, doing(found, who, more));
  if (!result.ok) throw new Error(`${command.type} refused: ${JSON.stringify(result.refusal)}`);
  const next = fold(found, result.value);
  if (!next) throw new Error('no case');
  return next;
}

/** The refusal of an act that must be refused. */
export const refusal = (found: Case | null, who: Who, command: CaseCommand, more: Doing = {}): Refusal =>
  refusedBy(decide(found, command, doing(found, who, more)));

export const code = (found: Case | null, who: Who, command: CaseCommand, more: Doing = {}): string =>
  refusal(found, who, command, more).code;

export const LIST = '019ac0de-0000-7000-8000-0000000000aa';
export const OTHER_LIST = '019ac0de-0000-7000-8000-0000000000bb';

const text = '情况说明';

/** What every act says when nothing else is asked of it. */
const USUAL: { readonly [T in CaseCommandType]?: Omit<CasePayloads[T], 'catalogue'> } = {
  close: { ground: 'answered', text },
  fulfil: { marks: { drawing: { kind: 'copies', count: 2 } } },
  withdraw: { text },
  claim: { code: '7Q2M9X', for: 'withdrawal' },
  setAside: { command: LIST, code: 'case.wrongState', reason: text },
  recordStep: {
    ...{ step: 'visit', at: MONDAY, time: '08:00', officers: ['孙一', '孙二'], place: '西集村' },
    ...{ text, outcome: 'done' },
  },
  opine: { agree: true, reasons: [], text },
  decide: { granted: true, reasons: [], text },
  approve: { text },
  sendBack: { reason: 'facts', text },
  seal: { copies: 2, text },
  forward: { text },
  returnForForm: { reason: 'sealMissing', text },
  recallOpinion: { text },
  issue: { number: '鲁-1', text },
  refuseOnOpinion: { text },
  deliver: { way: 'inPerson', receiver: '张三' },
  suspend: { procedure: 'hearing', notice: '告知书〔2026〕1号', days: 10 },
  resume: {},
  extend: { days: 10, text },
  answer: { text },
  escalate: { text },
  dispatchPapers: { list: LIST, to: DEPARTMENT },
  signForPapers: { list: LIST },
  reportMissing: { list: LIST, text },
  note: { text },
  assign: { person: 'colleague', name: '同事', from: null, text },
  copied: { system: '审批系统', number: 'XT-1' },
  settle: { flag: { code: 'case.likelyDuplicate', at: '2026-11-23T02:00:00.000Z' }, reason: 'notSame', text },
  verifyPromise: { met: true, lines: [], text },
  revoke: { reason: 'promiseUnmet', text },
  claimHandOff: {},
  answerHandOff: { outcome: 'noted', text },
  rectify: { field: { of: 'party', party: 0, what: 'name' }, was: '张三', now: '张山', text },
};

/** An act as it is usually done, with what differs this time. */
export function act<T extends CaseCommandType>(type: T, more: Partial<CasePayloads[T]> = {}): CaseCommand {
  const usual = USUAL[type];
  if (!usual) throw new Error(`no usual ${type}`);
  return { type, payload: { catalogue: 1, ...usual, ...more } } as unknown as CaseCommand;
}

export const disagree = act('opine', { agree: false, reasons: ['conditions'] });
/** A receipt whose drawing comes later. */
export const DEFERRED = { marks: { drawing: { kind: 'deferred', due: '2026-11-30' } } } as const;

/** A receipt with a promise in place of the drawing. */
export const PROMISED = { marks: { drawing: { kind: 'promised' } } } as const;

export const refuseIt = act('decide', { granted: false, reasons: ['conditions'] });

export interface Receipt {
  readonly office?: OfficeId;
  readonly answers?: Answers;
  readonly marks?: Readonly<Record<string, Mark>>;
}

export function receipt(item: HandledItem, given: Receipt = {}): CaseCommand {
  const office = given.office ?? WEST;
  const answers = { town: office === EAST ? EAST : WEST, open: false, ...given.answers };
  const hall = handlingRules.office(office);
  const guide = GUIDES[item];
  if (!hall) throw new Error(office);
  return {
    type: 'receive',
    payload: {
      ...{ catalogue: 1, number: numberAt(office), item, guide: guide.id, guideVersion: guide.version },
      route: routeAt(handledItem(item), hall),
      handlingTown: handlingTownOf(handledItem(item), answers, hall),
      ...{ channel: 'hall', answers, parties: [person('applicant')], code: '7Q2M9X' },
      marks: { ...allMarks(guide, answers), ...given.marks },
    },
  };
}

const clerkAt = (office: OfficeId): Who =>
  office === WEST ? 'clerk' : office === EAST ? 'eastClerk' : 'districtClerk';

/** An accepted case. */
export function accepted(item: HandledItem, given: Receipt = {}, on: LegalDate = MONDAY): Case {
  const clerk = clerkAt(given.office ?? WEST);
  const received = does(null, clerk, receipt(item, given), { on });
  return does(received, clerk, acceptOn(received, on, handlingRules), { on });
}

type Line = readonly [who: Who, command: CaseCommand];

export const along = (found: Case, ...lines: readonly Line[]): Case =>
  lines.reduce((now, [who, command]) => does(now, who, command), found);

const VISIT = act('recordStep');
const PAPER_COMES: readonly Line[] = [
  ['clerk', act('dispatchPapers')],
  ['officer', act('signForPapers')],
];

/** The way of each route from acceptance to delivery, by the item that asks for everything. */
export const WAYS: Readonly<Record<'sign' | 'birth' | 'coop' | 'district', readonly Line[]>> = {
  sign: [
    ['reviewer', VISIT],
    ['reviewer', act('decide')],
    ['leader', act('approve')],
    ['sealer', act('seal')],
    ['clerk', act('deliver')],
  ],
  birth: [
    ['reviewer', VISIT],
    ['reviewer', act('opine')],
    ['leader', act('approve')],
    ['sealer', act('seal')],
    ['reviewer', act('forward')],
    ...PAPER_COMES,
    ['officer', act('issue')],
    ['clerk', act('deliver')],
  ],
  coop: [
    ['clerk', act('forward')],
    ...PAPER_COMES,
    ['officer', VISIT],
    ['officer', act('decide')],
    ['departmentLeader', act('approve')],
    ['departmentSealer', act('seal')],
    ['clerk', act('deliver')],
  ],
  district: [
    ['districtClerk', act('dispatchPapers')],
    ['officer', act('signForPapers')],
    ['officer', VISIT],
    ['officer', act('decide')],
    ['departmentLeader', act('approve')],
    ['departmentSealer', act('seal')],
    ['districtClerk', act('deliver')],
  ],
};

/** The case when it first is in a state on its way. */
export function onTheWay(way: keyof typeof WAYS, status: CaseStatus, given: Receipt = {}): Case {
  let found = way === 'district' ? accepted('sign', { office: DISTRICT, ...given }) : accepted(way, given);
  for (const line of WAYS[way]) {
    if (found.status === status) return found;
    found = along(found, line);
  }
  if (found.status !== status) throw new Error(`${way} never is ${status}`);
  return found;
}

/** Whether a case stands in the queue of one of these people on a day. */
export const waitsFor = (found: Case, who: Who, on: LegalDate = MONDAY): boolean => {
  const [id, role] = STAFF[who];
  const office = handlingRules.office(id);
  if (!office) throw new Error(id);
  return turnOf({ office, roles: [role] }, handlingRules, on)(summaryOf(found));
};

/** Delivered on a promise that was then found not to be kept. */
export const promiseBroken = (mendBy: LegalDate): Case =>
  along(
    accepted('sign', PROMISED),
    ['reviewer', act('recordStep')],
    ['reviewer', act('decide')],
    ['leader', act('approve')],
    ['sealer', act('seal')],
    ['clerk', act('deliver')],
    ['reviewer', act('verifyPromise', { met: false, lines: ['drawing'], mendBy })],
  );
