import { type Assignment, withAssigned } from './assignment.ts';
import type { Case, CaseStatus, Flag } from './case.ts';
import { claimsDone } from './claim.ts';
import type { CaseFile } from './files.ts';
import {
  type Answered,
  type Approval,
  type Custody,
  custodyOf,
  type Decision,
  type Delivery,
  type Extension,
  type Forwarding,
  type Handling,
  type Issue,
  type Note,
  type Opinion,
  type PapersSigned,
  type Sealing,
  type SentBack,
  type Signed,
  type StepRecord,
  type Suspension,
} from './handling.ts';
import { handOffsOver } from './handOffEnds.ts';
import type { Deadlines } from './limits.ts';
import type { OfficeId } from './office.ts';
import { never } from './result.ts';
import { type Settlement, withSettled } from './settle.ts';
import type { SystemNumber } from './systemNumber.ts';
import type { LegalDate } from './time.ts';

interface WithFiles {
  readonly files?: readonly CaseFile[];
}

/** What happened to a case after it was accepted. */
export type HandlingEvent =
  | { readonly type: 'stepRecorded'; readonly data: StepRecord & WithFiles }
  | { readonly type: 'opined'; readonly data: Opinion }
  | { readonly type: 'decided'; readonly data: Decision }
  | { readonly type: 'approved'; readonly data: Approval }
  | { readonly type: 'sealed'; readonly data: Sealing }
  | { readonly type: 'sentBack'; readonly data: SentBack & { readonly to: CaseStatus } }
  /** `nth` is absent in events of before it was counted. */
  | {
      readonly type: 'forwarded';
      readonly data: Omit<Forwarding, 'nth' | 'marks'> & Partial<Pick<Forwarding, 'nth'>>;
    }
  | { readonly type: 'issued'; readonly data: Issue }
  | { readonly type: 'delivered'; readonly data: Delivery & WithFiles }
  | { readonly type: 'suspended'; readonly data: Suspension }
  /** With the dates that hold from now on. */
  | { readonly type: 'resumed'; readonly data: Signed & { readonly dates: Deadlines } }
  | { readonly type: 'extended'; readonly data: Extension & { readonly dates: Deadlines } }
  | { readonly type: 'answered'; readonly data: Answered }
  | { readonly type: 'escalated'; readonly data: Answered }
  | {
      readonly type: 'papersDispatched';
      readonly data: Signed & { readonly list: string; readonly to: OfficeId };
    }
  | { readonly type: 'papersSigned'; readonly data: PapersSigned }
  | { readonly type: 'papersMissing'; readonly data: Signed & { readonly text: string } }
  | { readonly type: 'noted'; readonly data: Note }
  | { readonly type: 'assigned'; readonly data: Assignment }
  | { readonly type: 'systemNumbered'; readonly data: SystemNumber }
  | {
      readonly type: 'flagSettled';
      readonly data: Settlement & { readonly flag: Pick<Flag, 'code' | 'at'> };
    };

/** What an event of handling changes. */
export function handlingChange(before: Case, event: HandlingEvent): Partial<Case> {
  switch (event.type) {
    case 'stepRecorded': {
      const { files, ...record } = event.data;
      return { steps: [...(before.steps ?? []), record], ...withFiles(before, files) };
    }
    case 'opined':
      return { status: 'opined', opinion: event.data };
    case 'decided':
      return { status: 'decided', decision: event.data };
    case 'approved':
      return { status: 'approved', approval: event.data };
    case 'sealed':
      return {
        status: 'sealed',
        sealing: event.data,
        sealings: [...(before.sealings ?? []), event.data],
      };
    case 'forwarded':
      return {
        status: 'atDepartment',
        ...arrivedAt(before, event.data.to, event.data.on),
        ...forwardingOf(before, event.data),
      };
    case 'issued':
      return {
        status: event.data.granted ? 'issued' : 'refused',
        issue: event.data,
        ...arrivedAt(before, before.hall, event.data.on),
      };
    case 'delivered': {
      const { files, ...delivery } = event.data;
      return {
        ...{ status: 'delivered', delivery },
        ...withFiles(before, files),
        ...claimsDone(before, delivery.on),
      };
    }
    case 'answered':
      return { status: 'answered', answer: event.data };
    case 'escalated':
      return { status: 'escalated', escalation: event.data };
    case 'sentBack':
      return sentBack(before, event.data);
    default:
      return besideTheWay(before, event);
  }
}

/** Clock, paper, notes and who sees to it: the state stays. */
function besideTheWay(
  before: Case,
  event: Extract<
    HandlingEvent,
    {
      type:
        | 'suspended'
        | 'resumed'
        | 'extended'
        | 'papersDispatched'
        | 'papersSigned'
        | 'papersMissing'
        | 'noted'
        | 'assigned'
        | 'systemNumbered'
        | 'flagSettled';
    }
  >,
): Partial<Case> {
  const { suspensions = [] } = before;
  switch (event.type) {
    case 'suspended':
      return { suspensions: [...suspensions, event.data] };
    case 'resumed':
      return {
        suspensions: suspensions.map((one) =>
          one.until === undefined ? { ...one, until: event.data.on } : one,
        ),
        dates: event.data.dates,
      };
    case 'extended': {
      const { dates, ...extension } = event.data;
      return { extension, dates };
    }
    case 'papersDispatched': {
      const { office, on, list, to } = event.data;
      const lists = listsOf(before);
      return { custody: { at: office, on, ...pastOf(before), way: { list, to }, ...lists } };
    }
    case 'papersSigned': {
      const { office, on } = event.data;
      const lists = listsOf(before, event.data);
      return { custody: { at: office, on, ...pastOf(before, custodyOf(before).at), ...lists } };
    }
    case 'papersMissing': {
      const { way, ...custody } = custodyOf(before);
      return way ? { custody: { ...custody, way: { ...way, missing: event.data.text } } } : {};
    }
    case 'noted':
      return { notes: [...(before.notes ?? []), event.data] };
    case 'assigned':
      return withAssigned(before, event.data);
    case 'systemNumbered':
      return { systemNumbers: [...(before.systemNumbers ?? []), event.data] };
    case 'flagSettled':
      return withSettled(before, event.data);
    default:
      return never(event);
  }
}

/** Who has had the paper, with whom it leaves now. */
function pastOf(before: Case, leaves?: OfficeId): Pick<Custody, 'past'> {
  const past = [...new Set([...(before.custody?.past ?? []), ...(leaves === undefined ? [] : [leaves])])];
  return past.length > 0 ? { past } : {};
}

/** The lists that it has come in, with the one that is signed for now. */
function listsOf(before: Case, signed?: PapersSigned): Pick<Custody, 'lists'> {
  const { lists = [] } = custodyOf(before);
  if (!signed?.line) return lists.length > 0 ? { lists } : {};
  const { office: to, on, name, line } = signed;
  return { lists: [...lists, { ...line, to, on, name }] };
}

/** With the papers as they stood when it went. */
function forwardingOf(
  { marks }: Case,
  { nth, ...sent }: Omit<Forwarding, 'nth' | 'marks'> & Partial<Pick<Forwarding, 'nth'>>,
): Pick<Handling, 'forwarding'> {
  return nth === undefined ? {} : { forwarding: { ...sent, nth, marks } };
}

/** A return for form keeps the opinion: only the form is mended. The station is the town's again. */
function sentBack(before: Case, { to, ...back }: SentBack & { readonly to: CaseStatus }): Partial<Case> {
  const sent = [...(before.sentBack ?? []), back];
  const wasAway = before.status === 'atDepartment' && before.route === 'review';
  const town = wasAway ? arrivedAt(before, before.handlingTown ?? before.hall, back.on) : {};
  const handOffs = handOffsOver(before, back.on);
  return { status: to, sentBack: sent, ...town, ...(handOffs ? { handOffs } : {}) };
}

/** A case without what was drafted, once that was given back or recalled; that it was, and why, stays. */
export function withoutDraft(before: Case, { what }: Pick<SentBack, 'what'>): Case {
  if (what === 'returnForForm') return before;
  const { opinion: _, decision: __, approval: ___, sealing: ____, ...rest } = before;
  if (what === 'sendBack') return rest;
  // A slip goes with its opinion; given back within the department, the slip by which it came there stands.
  const { forwarding: _____, ...recalled } = rest;
  return recalled;
}

/** The segments in which its time passes: town, way, department. */
function arrivedAt(before: Case, office: OfficeId, on: LegalDate): Pick<Handling, 'stations'> {
  return { stations: [...(before.stations ?? []), { office, on }] };
}

function withFiles(before: Case, files: readonly CaseFile[] | undefined): Pick<Case, 'files'> {
  return files ? { files: [...(before.files ?? []), ...files] } : {};
}
