import type { Case, CaseEvent } from '../../domain/case.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import { depositEvents, isAheadOfNotice } from '../../domain/deposit.ts';
import type { Instant } from '../../domain/time.ts';
import type { EventHeader } from '../../protocol/record.ts';
import type { Opened } from '../opening/opened.ts';
import type { Aside, EventRow, Recorded } from '../store/recordingPort.ts';
import { chained, eventHeaderOf } from './chain.ts';
import { caseAfter, columnsOf } from './streamState.ts';
import { caseKeyIn, numberKeyOf, type WorkingSet } from './workingSet.ts';

export interface Deps {
  readonly recordedAt: Instant;
  randomBytes(count: number): Uint8Array;
  scopesOf(state: Case): string[];
}

/** Who deposited, as it stands in the header of the slip's first event. */
type About = Pick<EventHeader, 'command' | 'commandHash' | 'by' | 'office' | 'device' | 'at' | 'legalAt'>;

type Deposited = About & { readonly slip: SlipIssued; readonly doubts: readonly CaseEvent[] };

/** What a deposit's own stream is told when its case cannot hear of it yet. */
export function aheadOfNotice(slip: SlipIssued, work: WorkingSet, at: Instant): CaseEvent[] {
  if (slip.caseNumber === undefined || !isAheadOfNotice(caseFor(slip, work)?.state ?? null)) return [];
  return [{ type: 'flagged', data: { code: 'deposit.caseUnknown', facts: { number: slip.caseNumber }, at } }];
}

/**
 * A deposit is a slip of its own, and the case hears of it: at once where its correction notice is recorded, else together
 * with that notice. Either way the events name the command that the person at the other hall has signed.
 */
export async function withDeposits(
  opened: Opened,
  recorded: Recorded,
  state: Case | SlipIssued | null,
  doubts: readonly CaseEvent[],
  work: WorkingSet,
  deps: Deps,
): Promise<Recorded> {
  const { content } = opened;
  if (content.kind === 'slip') {
    const subject = caseKeyIn(content);
    if (subject === undefined) return recorded;
    const slip = state as SlipIssued;
    const found = caseFor(slip, work);
    const deposited = depositedIn(recorded.events[0]?.header, slip, doubts);
    const asides =
      found && deposited && !isAheadOfNotice(found.state) ? [asideOn(found, deposited, work, deps)] : [];
    return { ...recorded, subject, asides };
  }
  if (content.kind !== 'case' || content.type !== 'requireCorrection' || !state) return recorded;
  return { ...recorded, asides: await waitingFor(recorded, state as Case, work, deps) };
}

/** Deposits that came before the notice which they answer. */
async function waitingFor(
  { stream }: Recorded,
  found: Case,
  work: WorkingSet,
  deps: Deps,
): Promise<readonly Aside[]> {
  const asides: Aside[] = [];
  let end: CaseEnd = { id: stream.id, version: stream.version, head: stream.head, state: found };
  for (const one of await work.slipsAbout(numberKeyOf(found.number))) {
    const slip = JSON.parse(one.state) as SlipIssued;
    const deposited = depositedIn(one.header, slip, []);
    const heard = end.state.deposits?.some(({ number }) => number === slip.number);
    if (!deposited || heard) continue;
    await work.learnSigners([deposited.by]);
    const aside = asideOn(end, deposited, work, deps);
    asides.push(aside);
    const { version, head } = aside.stream;
    end = { ...end, version, head, state: JSON.parse(aside.stream.state ?? 'null') as Case };
  }
  return asides;
}

export interface CaseEnd {
  readonly id: string;
  readonly version: number;
  readonly head: string | null;
  readonly state: Case;
}

function caseFor({ caseNumber = '' }: SlipIssued, work: WorkingSet): CaseEnd | undefined {
  const id = work.numbers.get(numberKeyOf(caseNumber));
  if (id === undefined) return undefined;
  const { kind, version, head, state } = work.stream(id);
  return kind === 'case' && state ? { id, version, head, state: state as Case } : undefined;
}

function depositedIn(
  header: string | undefined,
  slip: SlipIssued,
  doubts: readonly CaseEvent[],
): Deposited | undefined {
  const about = aboutIn(header);
  return about && { ...about, slip, doubts };
}

/** By which command, by whom and when, as it stands in the header of an event. */
export function aboutIn(header: string | undefined): About | undefined {
  const found = header === undefined ? undefined : eventHeaderOf(header);
  if (!found) return undefined;
  const { command, commandHash, by, office, device, at, legalAt } = found;
  return { command, commandHash, by, office, device, at, legalAt };
}

function asideOn(before: CaseEnd, deposited: Deposited, work: WorkingSet, deps: Deps): Aside {
  const { slip, doubts, ...about } = deposited;
  const name = work.nameOf(about.by);
  const told = depositEvents(before.state, slip, { by: about.by, name, at: about.legalAt });
  return leftIn(before, about, [...told, ...doubts], deps);
}

/** Events in a case that is not the command's own: they name the command all the same, and who signed it. */
export function leftIn(before: CaseEnd, about: About, told: readonly CaseEvent[], deps: Deps): Aside {
  const stream = { kind: 'case' as const, id: before.id };
  const events: EventRow[] = [];
  let state: Case = before.state;
  let end = { version: before.version, head: before.head };
  for (const event of told) {
    const acting = { stream, ...about, recordedAt: deps.recordedAt };
    const row = chained(end, acting, event, deps.randomBytes);
    events.push(row);
    end = { version: row.version, head: row.hash };
    state = caseAfter(state, event, before.id, row.version) ?? state;
  }
  return {
    events,
    stream: { ...stream, ...end, state: JSON.stringify(state), ...columnsOf(state) },
    scopes: deps.scopesOf(state),
  };
}

/** Where a case stands now, for the commands that follow in the same group. */
export function rememberDeposits(opened: Opened, recorded: Recorded, work: WorkingSet): void {
  for (const { stream, scopes } of recorded.asides ?? []) {
    const state = JSON.parse(stream.state ?? 'null') as Case;
    work.moveStream(stream.id, { kind: stream.kind, version: stream.version, head: stream.head, state });
    for (const scope of scopes) work.touched.add(scope);
  }
  const key = caseKeyIn(opened.content);
  const [first] = recorded.events;
  if (key !== undefined && first && recorded.stream.state !== null)
    work.addSlipAbout({ key, header: first.header, state: recorded.stream.state });
}
