import { type Case, type CaseEvent, evolve } from '../../domain/case.ts';
import type { CaseCommand, CasePayloads } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Rules } from '../../domain/rules.ts';
import { summaryOf } from '../../domain/summary.ts';
import { type Instant, legalDateOf } from '../../domain/time.ts';
import type { CommandHeader } from '../../protocol/command.ts';
import { replacedBy } from './mend.ts';
import { isHeldBack, linksOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import { byStream, isPending, progressOf, type View } from './progress.ts';
import type { OpenedCases, RecordedCase } from './recorded.ts';
import { merged, newestFirst, type Summaries } from './summaries.ts';
import type { CaseView, ListedCase, Progress } from './types.ts';

/**
 * Lays the device's commands over the recorded cases. A command whose replay is refused, because the recorded state
 * has moved on, leaves the case as recorded and is noted in `judgements`. Refused commands are not replayed, nor what
 * follows them. A case that is still being opened is listed as it is recorded.
 */
export function viewOf(
  recorded: Summaries,
  opened: OpenedCases,
  commands: readonly HeldCommand[],
  rules: Rules | null,
  inFlight: ReadonlySet<string>,
): View {
  const judgements = new Map<string, Refusal>();
  const own = new Map<string, CaseView>();
  const listed: ListedCase[] = [];
  for (const [stream, acts] of byStream(commands)) {
    const base = opened.get(stream);
    if (base === undefined) continue;
    const laid = layOver(acts, { base: base ?? undefined, rules, inFlight });
    for (const view of laid.views) own.set(stream, view);
    listed.push(...laid.listed);
    for (const [id, refusal] of laid.judgements) judgements.set(id, refusal);
  }
  const rest = own.size === 0 ? recorded : recorded.filter((one) => !own.has(one.case.id));
  const cases = listed.length === 0 ? rest : merged<ListedCase>(rest, listed.sort(newestFirst));
  return { cases, own, judgements };
}

interface Under {
  readonly base: RecordedCase | undefined;
  readonly rules: Rules | null;
  readonly inFlight: ReadonlySet<string>;
}

interface Laid extends Pick<Under, 'base' | 'rules'> {
  readonly stamp: string;
  /** One, or none when no case comes of it. */
  readonly views: readonly CaseView[];
  readonly listed: readonly ListedCase[];
  readonly judgements: ReadonlyMap<string, Refusal>;
}

/** By the opened header of a stream's first command, which stays the same object as long as the command is held. */
const laidBefore = new WeakMap<CommandHeader, Laid>();

/** One stream's commands over its base. Nothing is replayed again while nothing about it changed: a queue of hundreds must not slow the next 提交. */
function layOver(acts: readonly HeldCommand[], { base, rules, inFlight }: Under): Laid {
  const stamp = acts
    .map(({ row }) => `${row.id} ${row.state} ${row.version} ${row.sent} ${inFlight.has(row.id)}`)
    .join();
  const [first] = acts;
  const known = first && laidBefore.get(first.header);
  if (known?.stamp === stamp && known.base === base && known.rules === rules) return known;
  const judgements = new Map<string, Refusal>();
  const found = replay(base, acts, rules, judgements);
  const views = found ? [viewWith(found, base, acts, inFlight)] : refusedReceipt(acts, rules);
  const listed = views.map((view) => ({ ...view, case: summaryOf(view.case, rules ?? undefined) }));
  const laid = { stamp, base, rules, views, listed, judgements };
  if (first) laidBefore.set(first.header, laid);
  return laid;
}

/**
 * A receipt that was refused is in somebody's hand: the case stays on the list as it was handed over, until it is mended
 * or put aside. Nothing can be done on it but that, so it is shown and never judged on.
 */
function refusedReceipt(acts: readonly HeldCommand[], rules: Rules | null): CaseView[] {
  const receipt = acts.find(({ row, body }) => row.state === 'refused' && body.type === 'receive');
  if (!receipt || !rules) return [];
  const { catalogue: _, renews, ...said } = receipt.payload as CasePayloads['receive'];
  const on = legalDateOf(receipt.header.at);
  // Whether it was asked in time is judged with the receipt that mends this one.
  const renewal = renews ? { renews: { ...renews, inTime: false } } : {};
  const data = { ...said, ...renewal, hall: receipt.header.office, on };
  const event: CaseEvent = { type: 'received', data };
  const handedOver = evolve(null, event, receipt.row.stream);
  if (!handedOver) return [];
  const base = { position: 0, version: 0, case: handedOver, changedAt: receipt.row.madeAt };
  const followers = acts.filter((one) => one !== receipt);
  const found = replay(base, followers, rules, new Map()) ?? handedOver;
  const { madeAt } = receipt.row;
  return [
    { case: found, progress: 'refused', pending: acts.length, updatedAt: madeAt, receiptRefused: true },
  ];
}

/** A case as it stands with some commands of this device on top. */
export function replay(
  base: RecordedCase | undefined,
  acts: readonly HeldCommand[],
  rules: Rules | null,
  judgements: Map<string, Refusal>,
): Case | null {
  let found: Case | null = base?.case ?? null;
  if (!rules) return found;
  const links = linksOf(acts.map((one) => one.row));
  for (const act of acts) {
    if (!isPending(act) && !isAheadOf(act, base)) continue;
    // What follows a refused act is not recorded until somebody has mended that: nothing may look as if it were done.
    if (isHeldBack(act.row, links)) continue;
    // The answer may have been lost and the feed have come first: then our own act is in the recorded state.
    if (act.body.type === 'receive' && found?.number === act.body.number) continue;
    const refusal = apply(act);
    if (refusal) judgements.set(act.row.id, refusal);
  }
  return found;

  function apply(act: HeldCommand): Refusal | undefined {
    const command = { type: act.body.type, payload: act.payload } as CaseCommand;
    const decided = decide(found, command, contextOf(act, rules as Rules));
    if (!decided.ok) return decided.refusal;
    for (const event of decided.value) found = evolve(found, event, act.row.stream);
    return undefined;
  }
}

/** The circumstances in which a command was made, with the rules as they are known now. */
function contextOf({ header, body }: HeldCommand, rules: Rules) {
  return {
    at: header.at,
    office: header.office,
    roles: body.roles,
    by: header.by,
    name: body.name ?? header.by,
    basis: header.basis,
    now: rules,
    seen: rules,
    replaces: header.replaces === undefined ? null : replacedBy(body.number),
  };
}

/** Recorded, but not yet in what the feed has brought. */
const isAheadOf = ({ row }: HeldCommand, base: RecordedCase | undefined): boolean =>
  row.state === 'recorded' && (!base || row.version === null || base.version < row.version);

function viewWith(
  found: Case,
  base: RecordedCase | undefined,
  acts: readonly HeldCommand[],
  inFlight: ReadonlySet<string>,
): CaseView {
  const newest = acts.at(-1);
  const moments: Instant[] = [base?.changedAt ?? '', ...acts.map((one) => one.row.madeAt)];
  return {
    case: found,
    progress: newest ? progressUnder(newest, acts, inFlight) : 'recorded',
    pending: acts.filter((one) => one.row.state !== 'recorded').length,
    updatedAt: moments.sort().at(-1) ?? '',
  };
}

const progressUnder = (
  newest: HeldCommand,
  acts: readonly HeldCommand[],
  inFlight: ReadonlySet<string>,
): Progress =>
  isHeldBack(newest.row, linksOf(acts.map((one) => one.row))) ? 'refused' : progressOf(newest, inFlight);
