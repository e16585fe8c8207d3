import type { Case, CaseEvent, ToldLine } from './case.ts';
import { parsePrintedCaseNumber } from './caseNumber.ts';
import type { SlipIssued, SlipPayload } from './commands.ts';
import type { Signed } from './handling.ts';
import type { Refusal } from './result.ts';
import type { Instant, LegalDate } from './time.ts';

/**
 * Papers that were told in a correction notice and handed over at another hall, which need not have the case: it takes
 * them as a deposit against the lines in the notice's QR and gives a receipt. What was handed over on paper stands, so
 * nothing of it is refused to the person; what does not fit is flagged for a person to look at (待核).
 */
export interface Deposit extends Signed {
  /** Of the receipt. */
  readonly number: string;
  readonly lines: readonly ToldLine[];
  readonly text: string;
  /** The day on which the supplement counts that took it in; absent while none has. */
  readonly takenOn?: LegalDate;
}

/** The form of a deposit's slip. */
export function checkDeposit(payload: SlipPayload): Refusal | undefined {
  const { caseNumber = '', lines } = payload;
  if (!parsePrintedCaseNumber(caseNumber))
    return { code: 'deposit.caseNumber', facts: { number: caseNumber } };
  return lines.length === 0 ? { code: 'deposit.nothingTaken', facts: {} } : undefined;
}

/**
 * Whether the deposit is ahead of the notice that it answers: the hall that wrote it has no line yet, so that only its
 * receipt has come, or not even that.
 */
export const isAheadOfNotice = (found: Case | null): boolean =>
  found === null || (found.status === 'received' && found.corrections.length === 0);

/** What a deposit leaves on its case: where the papers lie, and what a person has to look at. */
export function depositEvents(
  found: Case,
  slip: SlipIssued,
  { by, name, at }: Pick<Signed, 'by' | 'name'> & { readonly at: Instant },
): CaseEvent[] {
  const { number, lines, text, hall, on } = slip;
  const deposited: CaseEvent = {
    type: 'papersDeposited',
    data: { by, name, office: hall, on, number, lines, text },
  };
  const flag = (code: string, facts: Readonly<Record<string, string | string[]>>): CaseEvent => ({
    type: 'flagged',
    data: { code, facts: { number, ...facts }, at },
  });
  const doubts: CaseEvent[] = [];
  if (found.status !== 'correcting') doubts.push(flag('deposit.notAwaited', { status: found.status }));
  const told = new Set(found.corrections.flatMap((one) => one.lines.map((line) => line.material)));
  const untold = lines.filter((line) => !told.has(line.material)).map((line) => line.name);
  if (untold.length > 0) doubts.push(flag('deposit.notTold', { materials: untold }));
  const there = new Set(openDeposits(found).flatMap((one) => one.lines.map(lineOf)));
  const twice = lines.filter((line) => there.has(lineOf(line))).map((line) => line.name);
  if (twice.length > 0) doubts.push(flag('deposit.twice', { materials: twice }));
  return [deposited, ...doubts];
}

/** Lines beside the checklist are told apart by their words, which name their place in the notice. */
export const lineOf = ({ material, what }: Pick<ToldLine, 'material' | 'what'>): string =>
  material === 'other' ? `other ${what}` : material;

/** What lies at other halls and has not been taken in. */
export const openDeposits = ({ deposits = [] }: Pick<Case, 'deposits'>): readonly Deposit[] =>
  deposits.filter((one) => one.takenOn === undefined);

/** Papers that were handed over in time: the hall may not end the case as if nobody had come. */
export const depositInTime = (found: Pick<Case, 'deposits' | 'corrections'>): Deposit | undefined =>
  openDeposits(found).find(({ on }) => on <= (found.corrections.at(-1)?.due ?? on));

/**
 * The day on which a supplement counts. When everything in it was deposited, that is the day on which the last of it was
 * handed over at the other hall (what was handed over on paper stands); else today, when the rest was brought.
 */
export function supplementDay(
  taken: readonly Deposit[],
  brought: readonly string[],
  today: LegalDate,
): LegalDate {
  const covered = new Set(taken.flatMap((one) => one.lines.map((line) => line.material)));
  if (taken.length === 0 || !brought.every((material) => covered.has(material))) return today;
  // Dates of law compare as texts; none of them lies after the day of the act.
  return (
    [...taken.map((one) => one.on), '']
      .sort()
      .filter((on) => on <= today)
      .at(-1) || today
  );
}

/** The deposits of a case once a supplement has taken some of them in. */
export function takenIn(
  before: Pick<Case, 'deposits'>,
  { on, deposits: taken }: { readonly on: LegalDate; readonly deposits?: readonly string[] },
): Pick<Case, 'deposits'> {
  if (!before.deposits || !taken) return {};
  return {
    deposits: before.deposits.map((one) =>
      taken.includes(one.number) && one.takenOn === undefined ? { ...one, takenOn: on } : one,
    ),
  };
}
