import * as v from 'valibot';
import { type Case, evolve } from '../../domain/case.ts';
import { fileHashOf } from '../../domain/caseFile.ts';
import type { CaseCommand, CasePayloads } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { DecideContext } from '../../domain/scene.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';
import { MAX_PAYLOAD_CHARS } from '../../protocol/command.ts';
import { CASE_PAYLOADS } from '../../protocol/payloads.ts';
import type { Act } from './types.ts';

/** What a receive is given besides the act: final once printed. */
export interface Stamp {
  readonly number: string;
  readonly code: string;
}

/** A command that the rules have let through, with the version of the case that it was judged on. */
export interface Judged {
  readonly command: CaseCommand;
  readonly version: number;
  /** Hash of the case file that was judged. */
  readonly file?: string | undefined;
}

/** Acts that the rules have let through, and the case as they leave it. */
export interface Visit {
  readonly case: Case;
  readonly judged: readonly Judged[];
}

/** Acts of one visit on one case, judged in order, each on the case as the ones before have left it. */
export function judgeActs(
  caseId: string,
  before: Case | null,
  acts: readonly Act[],
  stamp: Stamp,
  context: DecideContext,
): Result<Visit> {
  let found = before;
  const judged: Judged[] = [];
  for (const [index, act] of acts.entries()) {
    // Only the first act mends a refused one; what follows it is new.
    const basis = basisOf(act, found);
    const here = { ...context, basis, replaces: index === 0 ? context.replaces : null };
    const command = commandOf(act, found, stamp, here);
    const misshapen = shapeProblem(command);
    if (misshapen !== undefined) return refuse('payload.malformed', { path: misshapen });
    const decided = decide(found, command, here);
    if (!decided.ok) return decided;
    judged.push({ command, ...basis });
    for (const event of decided.value) found = evolve(found, event, caseId);
  }
  return found ? ok({ case: found, judged }) : refuse('case.unknown');
}

/** Acts that name what was seen (DESIGN §4, judging what was seen). */
const JUDGING: readonly CaseCommandType[] = [
  'opine',
  'decide',
  'approve',
  'seal',
  'issue',
  'refuseOnOpinion',
];

/** What the person saw when they judged; where nothing was on the screen yet, what the acts before have made of it. */
function basisOf(act: Act, found: Case | null): DecideContext['basis'] {
  if ('seen' in act && act.seen) return act.seen;
  const version = found?.version ?? 0;
  return found && JUDGING.includes(act.type) ? { version, file: fileHashOf(found) } : { version };
}

function commandOf(act: Act, found: Case | null, stamp: Stamp, context: DecideContext): CaseCommand {
  const catalogue = context.now.version;
  if (act.type === 'receive') {
    const { sticker, ...payload } = act.payload;
    const own = sticker ? { sticker: sticker.number, code: sticker.code } : {};
    return { type: 'receive', payload: { ...payload, ...stamp, ...own, catalogue } };
  }
  if (act.type === 'accept')
    return { type: 'accept', payload: { catalogue, deadlines: deadlinesFor(found, context) } };
  return { type: act.type, payload: { ...act.payload, catalogue } } as CaseCommand;
}

/** The deadlines to print are the ones that the rules themselves give: asked with none, they say which. */
function deadlinesFor(found: Case | null, context: DecideContext): CasePayloads['accept']['deadlines'] {
  const none = { statutory: null, promised: null, calendar: context.now.calendar.version };
  const asked = decide(
    found,
    { type: 'accept', payload: { catalogue: context.now.version, deadlines: none } },
    context,
  );
  const accepted = asked.ok ? asked.value.find((event) => event.type === 'accepted') : undefined;
  return accepted?.data.deadlines ?? none;
}

/** Where a payload does not fit the wire; the endpoint would refuse it, so the screen says so before it is saved. */
function shapeProblem(command: CaseCommand): string | undefined {
  const checked = v.safeParse(CASE_PAYLOADS[command.type], command.payload, { abortEarly: true });
  if (!checked.success) return v.getDotPath(checked.issues[0]) ?? command.type;
  return JSON.stringify(command.payload).length > MAX_PAYLOAD_CHARS ? command.type : undefined;
}
