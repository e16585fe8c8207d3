import type { Case, CaseEvent } from '../../domain/case.ts';
import type { AccessCommand, CaseCommand, SlipIssued, SlipPayload } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { decideAccess } from '../../domain/decideAccess.ts';
import { decideSlip } from '../../domain/decideSlip.ts';
import { officesOf } from '../../domain/handling.ts';
import { type LegalTime, legalTime } from '../../domain/legalTime.ts';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.ts';
import type { Rules } from '../../domain/rules.ts';
import type { DecideContext } from '../../domain/scene.ts';
import type { Instant } from '../../domain/time.ts';
import type { CommandHeader, Outcome } from '../../protocol/command.ts';
import { rolesAt } from '../access/powers.ts';
import type { DocumentSigner } from '../documents/documentKeys.ts';
import type { CommandContent, Opened } from '../opening/opened.ts';
import type { EventRow, Recorded } from '../store/recordingPort.ts';
import { chained } from './chain.ts';
import { aheadOfNotice, rememberDeposits, withDeposits } from './deposits.ts';
import type { Heard } from './heard.ts';
import { keepDocuments, withSerial } from './papers.ts';
import { keepRegister } from './register.ts';
import { judgeReplacement, judgeSetAside, putAside, replacedBy } from './replacement.ts';
import { rememberSticker, stickerFlags, stickerPlace } from './stickers.ts';
import { caseAfter, columnsOf } from './streamState.ts';
import { duplicateFlags, subjectKeyOf, withTwinsTold } from './subjects.ts';
import type { Submission } from './submission.ts';
import { commandRowOf, refused, SET_ASIDE } from './verdict.ts';
import { numberIn, type StreamState, type WorkingSet } from './workingSet.ts';

export interface Rulebook {
  /** The current catalogue, and the one that a device had; the current one where that version is not known. */
  rules(): Rules;
  rulesSeen(version: number): Promise<Rules>;
  randomBytes(count: number): Uint8Array;
  readonly heard: Heard;
  readonly documents: DocumentSigner;
  /** When this group is recorded, by the endpoint's clock. */
  readonly recordedAt: Instant;
}

interface Decided {
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
  readonly state: Case | SlipIssued | null;
  /** Hash of what the case is about; only of a receipt. */
  readonly subject?: string | undefined;
  /** Of a slip: what its case has to hear as well. */
  readonly doubts?: readonly CaseEvent[];
}

/** Judges a well-formed, rightly signed command by the rules and records it, or the refusal, under its id for good. */
export async function recordByRule(
  opened: Opened,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  const { header, content } = opened;
  const legal = await legalTimeOf(header, from, work, book);
  const misplaced = judgeReplacement(header, work) ?? (await judgeSetAside(opened, work));
  if (misplaced) return refuseForGood(opened, misplaced, from, legal, work);
  const context: DecideContext = {
    at: legal.instant,
    ...(legal.settled ? {} : { claimed: header.at }),
    office: header.office,
    roles: rolesAt(work.posts(), header.by, header.office, legal.instant),
    by: header.by,
    name: work.nameOf(header.by),
    basis: header.basis,
    now: book.rules(),
    seen: await book.rulesSeen(content.payload.catalogue),
    replaces: await replacedBy(opened, work),
    colleague: (person) => work.colleague(person, header.office, legal.instant),
  };
  const before = work.stream(header.stream.id);
  const decided = await decideContent(content, before, context, header, legal, work);
  const refusal = decided.ok ? judgeNumber(content, header, work) : decided.refusal;
  if (!decided.ok || refusal) return refuseForGood(opened, refusal ?? UNREACHED, from, legal, work);
  const own = await recordedOf(opened, decided.value, before, legal, from, work, book);
  const { state, doubts = [] } = decided.value;
  const deps = { ...book, scopesOf: (found: Case) => scopesOf(found, context.now) };
  const heard = await withDeposits(opened, own, state, doubts, work, deps);
  const recorded = withTwinsTold(opened, heard, work, deps);
  await work.record(recorded);
  await keepDocuments(
    opened,
    { ...decided.value, before, version: recorded.version, at: legal.instant },
    work,
    book,
  );
  const { kind, version, state: found } = before;
  if (kind === 'case')
    await keepRegister(
      { stream: header.stream.id, before: found as Case | null, version, events: decided.value.events },
      work.tx,
    );
  remember(opened, recorded, decided.value.state, work);
  return { id: header.id, outcome: 'recorded', version: recorded.version };
}

/** Keeps a command out for good, as a supervisor has ruled. It stands as refused, with that code. */
export async function setAside(
  opened: Opened,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Outcome> {
  const legal = await legalTimeOf(opened.header, from, work, book);
  return refuseForGood(opened, SET_ASIDE, from, legal, work);
}

async function legalTimeOf(
  { device, seq, at }: CommandHeader,
  from: Submission,
  work: WorkingSet,
  { heard }: Rulebook,
): Promise<LegalTime> {
  const contact = heard.before(device, seq) ?? (await work.tx.contactBefore(device, seq));
  return legalTime(at, contact, from.arrival);
}

const UNREACHED: Refusal = { code: 'internal.error', facts: {} };

async function refuseForGood(
  opened: Opened,
  refusal: Refusal,
  from: Submission,
  legal: LegalTime,
  work: WorkingSet,
): Promise<Outcome> {
  const command = commandRowOf(opened, from, legal.instant);
  await work.tx.refuse(command, refusal.code, refusal.facts);
  const { id, headerHash, stream, replaces } = command;
  const standing = { id, headerHash, stream, replaces, version: null, mendedBy: null, ruling: null };
  work.known.set(id, { ...standing, outcome: 'refused', code: refusal.code, facts: refusal.facts });
  return refused(id, refusal);
}

async function decideContent(
  content: CommandContent,
  before: StreamState,
  context: DecideContext,
  header: CommandHeader,
  legal: LegalTime,
  work: WorkingSet,
): Promise<Result<Decided>> {
  if (before.kind !== null && before.kind !== content.kind)
    return refuse('command.streamMismatch', { type: header.type, kind: before.kind });
  const doubts: CaseEvent[] = legal.settled
    ? []
    : [
        {
          type: 'flagged',
          data: {
            code: 'time.unsettled',
            facts: { claimed: header.at, counted: legal.instant },
            at: legal.instant,
          },
        },
      ];
  if (content.kind === 'slip') return decideSlipContent(content.payload, before, context, doubts, work);
  if (content.kind === 'access') return decideAccessContent(content, before, context, doubts);
  const found = before.state as Case | null;
  const result = decide(found, { type: content.type, payload: content.payload } as CaseCommand, context);
  if (!result.ok) return result;
  const subject = subjectKeyOf(content, context.now);
  const twice = duplicateFlags(subject, work, context);
  const again = stickerFlags(content, work, context.at);
  const events = [...(await withSerial(result.value, found, work)), ...doubts, ...twice, ...again];
  const state = events.reduce<Case | null>(
    (now, event, index) => caseAfter(now, event, header.stream.id, before.version + index + 1),
    found,
  );
  return ok({ events, state, subject });
}

function decideSlipContent(
  payload: SlipPayload,
  before: StreamState,
  context: DecideContext,
  doubts: readonly CaseEvent[],
  work: WorkingSet,
): Result<Decided> {
  const result = decideSlip(before.state as SlipIssued | null, payload, context);
  if (!result.ok) return result;
  const events = [
    { type: 'slipIssued', data: result.value },
    ...doubts,
    ...aheadOfNotice(result.value, work, context.at),
  ];
  return ok({ events, state: result.value, doubts });
}

/** One act, one stream. It changes no case and stands in no feed. */
function decideAccessContent(
  command: AccessCommand,
  before: StreamState,
  context: DecideContext,
  doubts: readonly CaseEvent[],
): Result<Decided> {
  if (before.version > 0) return refuse('access.alreadyRecorded');
  const result = decideAccess(command, context);
  return result.ok ? ok({ events: [result.value, ...doubts], state: null }) : result;
}

/** A number stands on paper, so it can stand for one stream only. */
function judgeNumber(content: CommandContent, header: CommandHeader, work: WorkingSet): Refusal | undefined {
  const number = numberIn(content);
  const holder = number === undefined ? undefined : work.numbers.get(number);
  return holder !== undefined && holder !== header.stream.id
    ? { code: 'case.numberTaken', facts: {} }
    : undefined;
}

async function recordedOf(
  opened: Opened,
  decided: Decided,
  before: StreamState,
  legal: LegalTime,
  from: Submission,
  work: WorkingSet,
  book: Rulebook,
): Promise<Recorded> {
  const { header, headerHash, content } = opened;
  const { by, office, device, at } = header;
  const stream = { kind: content.kind, id: header.stream.id };
  const acting = { stream, command: header.id, commandHash: headerHash, by, office, device, at };
  const about = { ...acting, legalAt: legal.instant, recordedAt: book.recordedAt };
  const events: EventRow[] = [];
  let end = { version: before.version, head: before.head };
  for (const event of decided.events) {
    const row = chained(end, about, event, book.randomBytes);
    events.push(row);
    end = { version: row.version, head: row.hash };
  }
  return {
    command: commandRowOf(opened, from, legal.instant),
    version: end.version,
    events,
    stream: {
      ...stream,
      ...end,
      state: decided.state && JSON.stringify(decided.state),
      ...columnsOf(decided.state),
    },
    scopes: scopesOf(decided.state, book.rules()),
    mends: await settledBy(opened, work),
    subject: decided.subject,
    sticker: stickerPlace(content, work),
  };
}

/** The feeds in which a case stands. A department comes in when the case, or its paper, is sent to it. */
function scopesOf(state: Case | SlipIssued | null, rules: Rules): string[] {
  if (!state || !('status' in state)) return [];
  return [...officesOf(state, rules.item(state.item)), 'all'];
}

/**
 * The refused commands that this one settles: what it replaces, with those that that one had itself been meant to
 * replace; or what it puts aside, so that what was said to come after it is judged instead of waiting for ever.
 */
async function settledBy({ header, content }: Opened, work: WorkingSet): Promise<string[]> {
  const settled: string[] = [];
  let next: string | null = header.replaces ?? putAside(content);
  while (next !== null && !settled.includes(next)) {
    await work.learn([next]);
    const old = work.known.get(next);
    const refusedHere = old?.outcome === 'refused' || old?.outcome === 'turnedAway';
    if (!refusedHere || (old.stream !== null && old.stream !== header.stream.id)) break;
    settled.push(next);
    next = old.replaces;
  }
  return settled;
}

function remember(opened: Opened, recorded: Recorded, state: Decided['state'], work: WorkingSet): void {
  const { id, headerHash, stream, replaces } = recorded.command;
  const version = recorded.version;
  const nothing = { mendedBy: null, code: null, facts: null, ruling: null };
  work.known.set(id, { ...nothing, id, headerHash, stream, replaces, version, outcome: 'recorded' });
  work.moveStream(stream, { kind: recorded.stream.kind, version, head: recorded.stream.head, state });
  const number = numberIn(opened.content);
  if (number !== undefined) work.numbers.set(number, stream);
  rememberDeposits(opened, recorded, work);
  rememberSticker(opened, recorded, work);
  if (recorded.subject !== undefined && recorded.stream.kind === 'case')
    work.addSubject(recorded.subject, { stream, hall: recorded.stream.hall ?? '', number: number ?? '' });
  for (const scope of recorded.scopes) work.touched.add(scope);
  for (const mended of recorded.mends) {
    const known = work.known.get(mended);
    if (known) work.known.set(mended, { ...known, mendedBy: id });
  }
}
