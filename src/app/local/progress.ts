import type { Refusal } from '../../domain/result.ts';
import type { HeldCommand } from './outbox.ts';
import type { RecordedCase } from './recorded.ts';
import type { CaseView, ListedCase, Progress } from './types.ts';

/** The device's view: what is recorded, with its own unsent commands replayed on top. */
export interface View {
  /** Newest first. */
  readonly cases: readonly ListedCase[];
  /** Cases on which this device has commands under way, whole. */
  readonly own: ReadonlyMap<string, CaseView>;
  /** What the rules here now say of commands that no longer apply to the recorded state, by command. */
  readonly judgements: ReadonlyMap<string, Refusal>;
}

/** Before anything can be laid over anything: nobody has unlocked. */
export const NO_VIEW: View = { cases: [], own: new Map(), judgements: new Map() };

/** The cases that own commands lie over: these have to be open. */
export function streamsOf(commands: readonly HeldCommand[]): string[] {
  return [...byStream(commands).keys()];
}

/** A recorded case whole, as it is shown while this device has nothing under way on it. */
export function recordedView(one: RecordedCase): CaseView {
  return { case: one.case, progress: 'recorded', pending: 0, updatedAt: one.changedAt };
}

export function byStream(commands: readonly HeldCommand[]): Map<string, HeldCommand[]> {
  const streams = new Map<string, HeldCommand[]>();
  for (const one of commands) {
    if (one.row.kind !== 'case' || isOver(one)) continue;
    const acts = streams.get(one.row.stream) ?? [];
    acts.push(one);
    streams.set(one.row.stream, acts);
  }
  return streams;
}

const isOver = ({ row }: HeldCommand): boolean => row.state === 'replaced' || row.state === 'setAside';

export const isPending = ({ row }: HeldCommand): boolean => row.state === 'waiting' || row.state === 'held';

/** How far one command has come. `sent`: under way now, or sent without an answer, so it may have arrived. */
export function progressOf({ row }: HeldCommand, inFlight: ReadonlySet<string>): Progress {
  switch (row.state) {
    case 'waiting':
    case 'held':
      return row.sent || inFlight.has(row.id) ? 'sent' : 'saved';
    case 'recorded':
    case 'refused':
    case 'quarantined':
      return row.state;
    case 'replaced':
    case 'setAside':
      return 'refused';
  }
}
