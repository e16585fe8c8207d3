import { parsePrintedCaseNumber } from '../../domain/caseNumber.ts';
import type { CaseCommand } from '../../domain/commands.ts';
import type { Replaced } from '../../domain/scene.ts';
import { HANDLING_COMMANDS } from '../../domain/transitions.ts';
import type { HeldFile } from './files/shelf.ts';
import type { Judged } from './judge.ts';
import type { HeldCommand } from './outbox.ts';
import type { Act } from './types.ts';

/** Refusals that this device spoke itself: the endpoint has never judged such a command, so nothing there can be replaced. */
const OWN_REFUSALS: readonly string[] = ['after.superseded', 'after.setAside', 'body.tooLarge'];

export const wasJudgedByEndpoint = (old: HeldCommand): boolean =>
  !OWN_REFUSALS.includes(old.row.last?.code ?? '');

/** Refusals that the same content would only meet again: they can be put aside, not sent again. */
const FINAL: readonly string[] = [
  'command.idReused',
  'case.numberTaken',
  'replaces.notRefused',
  'slip.alreadyIssued',
  'command.replaced',
  'quarantine.setAside',
];

/**
 * `form`: the intake, as a draft. `act`: the form of its act, with what was written. `resend`: nothing to edit, it is only
 * judged anew.
 */
export type Mendable = 'form' | 'act' | 'resend' | 'no';

/** What a refused act of handling said, and the pages that it named. */
export interface RefusedAct {
  readonly act: Act;
  readonly files: readonly HeldFile[];
}

/** Acts whose words somebody wrote: they are opened again in their own form. */
const HANDLING: ReadonlySet<string> = new Set(HANDLING_COMMANDS);

/** What may be done with a command under 需处理. */
export function mendableOf({ row, body }: HeldCommand): Mendable {
  const closed = body.type === 'setAside' || row.kind === 'access';
  if (row.state !== 'refused' || FINAL.includes(row.last?.code ?? '') || closed) return 'no';
  if (body.type === 'receive') return 'form';
  return HANDLING.has(body.type) ? 'act' : 'resend';
}

/**
 * What a mended command says of the one before it. A device gives a number on the day of the receipt, so the number
 * that is kept tells the original's own date, through however many replacements.
 */
export const replacedBy = (number: string): Replaced => ({
  receivedNotBefore: parsePrintedCaseNumber(number)?.date ?? null,
});

/** What happens to the commands that came after a refused one, when it is mended. */
export interface FollowUp {
  /** Acts that were said before in the same words: the command that stands in the outbox serves, by index of the act. */
  readonly reused: ReadonlyMap<number, string>;
  /** Followers whose place a new act takes, by index of the act. */
  readonly superseded: ReadonlyMap<number, string>;
  readonly released: readonly string[];
  readonly orphaned: readonly { readonly id: string; readonly code: string }[];
}

/**
 * Lays the acts of a mended visit beside what was already said after the refused command. What is said again in the
 * same words is not made twice: the earlier command follows the mended one. Where the person now says something else
 * (受理 became 补正告知), the new act takes the earlier one's place, and what came after that one is shown to the
 * person, who decides.
 * @param followers in order
 * @param judged the acts of the mended visit; the first one mends
 * @param canFollow false when the endpoint never saw the old command, so that nothing can be said to come after it
 */
export function followUp(
  followers: readonly HeldCommand[],
  judged: readonly Judged[],
  canFollow: boolean,
): FollowUp {
  const left = [...followers];
  const reused = new Map<number, string>();
  const superseded = new Map<number, string>();
  let following = canFollow;
  for (const [index, { command }] of judged.entries()) {
    const next = index === 0 ? undefined : left.shift();
    if (!next) continue;
    if (following && saysTheSame(next, command)) {
      reused.set(index, next.row.id);
      continue;
    }
    superseded.set(index, next.row.id);
    following = false;
  }
  const rest = left.map((one) => one.row.id);
  return {
    reused,
    superseded,
    released: [...reused.values(), ...(following ? rest : [])],
    orphaned: following ? [] : rest.map((id) => ({ id, code: 'after.superseded' })),
  };
}

function saysTheSame(said: HeldCommand, command: CaseCommand): boolean {
  if (said.body.type !== command.type) return false;
  // An acceptance says nothing but itself; its deadlines follow from the day.
  if (command.type === 'accept') return true;
  return withoutCatalogue(said.payload) === withoutCatalogue(command.payload);
}

const withoutCatalogue = (payload: unknown): string =>
  JSON.stringify({ ...(payload as object), catalogue: 0 });
