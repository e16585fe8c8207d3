import { isBeside } from '../../domain/assignment.ts';
import type { Case } from '../../domain/case.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { DecideContext } from '../../domain/scene.ts';
import type { Instant } from '../../domain/time.ts';
import {
  type Actor,
  contextOf,
  makeRows,
  type Numbered,
  numbersFor,
  type Spec,
  trialStamp,
} from './author.ts';
import type { Core } from './core.ts';
import type { Counters } from './database.ts';
import { filesAreHere, keysOf, withKeys } from './files/named.ts';
import { newId } from './ids.ts';
import { judgeActs, type Stamp, type Visit } from './judge.ts';
import { type FollowUp, followUp, replacedBy, wasJudgedByEndpoint } from './mend.ts';
import { followersOf, isHeldBack, linksOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import { isPending } from './progress.ts';
import type { RecordedCase } from './recorded.ts';
import { ATTEMPTS, commit, type Plan, tailOf } from './save.ts';
import { stickerOfReceipt } from './stickers.ts';
import type { Act, Saved, Submission } from './types.ts';
import { replay } from './view.ts';

/** What a submission is judged on, read afresh for each attempt. */
interface Ground {
  readonly actor: Actor;
  readonly at: Instant;
  readonly counters: Counters;
  readonly found: Case | null;
  readonly old: HeldCommand | null;
  /** What came after the refused command that is mended: it follows the new one. */
  readonly followers: readonly HeldCommand[];
  readonly tail: string | null;
  /** Number and code of the refused receive, which the mended one keeps. */
  readonly kept: Stamp | null;
}

/** 提交: judges, signs, saves. `ok` only after the strict transaction has completed; otherwise nothing was saved. */
export async function submit(core: Core, intake: Submission): Promise<Result<Saved>> {
  const whole = await core.store.guard(() => filesAreHere(core, intake.acts));
  if (!whole.ok) return whole;
  if (!whole.value) return refuse('file.notHere');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const read = await core.store.run(() =>
      Promise.all([core.recorded.open(intake.caseId), core.counters.likely()]),
    );
    if (!read.ok) return read;
    const ground = groundOf(core, intake, ...read.value);
    if (!ground.ok) return ground;
    const done = await core.store.run(() => attemptOn(core, intake, ground.value));
    if (!done.ok) return done;
    if (done.value !== 'stale') return done.value;
    const again = await core.store.run(() => core.outbox.load());
    if (!again.ok) return again;
  }
  return refuse('store.failed');
}

function groundOf(
  core: Core,
  intake: Submission,
  base: RecordedCase | undefined,
  counters: Counters,
): Result<Ground> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const old = intake.replaces === undefined ? null : core.outbox.find(intake.replaces);
  if (old === undefined || (old && !isMendable(old, intake.caseId))) return refuse('command.notHere');
  const acts = core.outbox.commands.value.filter((one) => one.row.stream === intake.caseId);
  const rows = acts.map((one) => one.row);
  const following = new Set(old ? followersOf(old.row.id, rows).map((row) => row.id) : []);
  // Seen as if the refused one were already mended: what is then still held back hangs on another refusal.
  const mended = linksOf(
    rows.map((row) => (row.id === old?.row.id ? { ...row, state: 'waiting' as const } : row)),
  );
  const before = acts.filter((one) => !following.has(one.row.id));
  return ok({
    actor: actor.value,
    at: core.line.now(),
    counters,
    found: replay(base, before, actor.value.rules, new Map()),
    old,
    followers: acts.filter(
      (one) => following.has(one.row.id) && isPending(one) && !isHeldBack(one.row, mended),
    ),
    tail: tailOf(rows),
    kept: old?.body.type === 'receive' ? stampOf(old) : null,
  });
}

const isMendable = (old: HeldCommand, caseId: string): boolean =>
  old.row.state === 'refused' && old.row.stream === caseId && old.row.kind === 'case';

function stampOf(old: HeldCommand): Stamp {
  const { number, code } = old.payload as CasePayloads['receive'];
  return { number, code };
}

async function attemptOn(core: Core, intake: Submission, ground: Ground): Promise<Result<Saved> | 'stale'> {
  const { actor, at } = ground;
  const context: DecideContext = {
    ...contextOf(actor, at),
    replaces: ground.old && replacedBy(ground.old.body.number),
  };
  // Judged under a number of the right shape: the real one is made only once nothing speaks against the acts.
  const trial = ground.kept ?? trialStamp(actor, at);
  const result = judgeActs(intake.caseId, ground.found, intake.acts, trial, context);
  if (!result.ok) return result;
  const refusal = stickerOfReceipt(core, intake, ground.old);
  if (refusal) return { ok: false, refusal };
  const { judged } = result.value;
  const follow = followUp(ground.followers, judged, ground.old !== null && wasJudgedByEndpoint(ground.old));
  const fresh = ground.kept === null && intake.acts.some((act) => act.type === 'receive');
  const count = judged.length - follow.reused.size;
  const numbers = numbersFor(core.ports, actor, ground.counters, at, count, fresh);
  const final = numbers.stamp ? stamped(result.value, numbers.stamp) : result.value;
  const plan = await planOf(core, intake, ground, final, follow, numbers);
  if ((await commit(core, plan)) === 'stale') return 'stale';
  return ok({ case: final.case, commands: plan.made.map(({ row }) => row.id) });
}

/** Number and code decide nothing, so a judgement under the trial stamp stands under the real one. */
function stamped({ case: found, judged }: Visit, stamp: Stamp): Visit {
  // The code of a sticker is printed already.
  const own = ({ sticker, code }: Pick<Case, 'sticker' | 'code'>): Stamp =>
    sticker === undefined ? stamp : { ...stamp, code };
  return {
    case: { ...found, ...own(found) },
    judged: judged.map((one) =>
      one.command.type === 'receive'
        ? {
            ...one,
            command: { ...one.command, payload: { ...one.command.payload, ...own(one.command.payload) } },
          }
        : one,
    ),
  };
}

/** Signs the commands and says what else changes with them. */
async function planOf(
  core: Core,
  intake: Submission,
  ground: Ground,
  result: Visit,
  follow: FollowUp,
  { seqs, taking }: Numbered,
): Promise<Plan> {
  const { actor, old } = ground;
  const item = actor.rules.item(result.case.item)?.shortName ?? result.case.item;
  const keys = { ...keysOf(old), ...intake.fileKeys };
  // What the endpoint never judged may have come after something that it will never see.
  let after = old && wasJudgedByEndpoint(old) ? old.row.after : ground.tail;
  const specs: Spec[] = [];
  const ended: Plan['ended'][number][] = [];
  for (const [index, { command, version, file }] of result.judged.entries()) {
    const reused = follow.reused.get(index);
    if (reused !== undefined) {
      after = reused;
      continue;
    }
    const id = newId(core.ports);
    const mends = index === 0 ? old : null;
    const replaces = mends && wasJudgedByEndpoint(mends) ? mends.row.id : null;
    const about = { kind: 'case', stream: intake.caseId, number: result.case.number, item } as const;
    const files = withKeys(command.payload, keys);
    specs.push({
      ...about,
      id,
      type: command.type,
      payload: command.payload,
      files,
      version,
      file,
      after,
      replaces,
    });
    const taken = mends?.row.id ?? follow.superseded.get(index);
    if (taken !== undefined) ended.push({ id: taken, state: 'replaced', by: id });
    if (!isBeside(command.type)) after = id;
  }
  const made = await makeRows(core, actor, specs, seqs, ground.at);
  const { released, orphaned } = follow;
  return {
    stream: intake.caseId,
    tail: ground.tail,
    made,
    taking,
    ended,
    released,
    orphaned,
    draftId: intake.draftId,
  };
}

/** The act that a refused command was, for judging it anew. */
export function actOf(old: HeldCommand): Act | undefined {
  const { type } = old.body;
  switch (type) {
    case 'accept':
      return { type };
    case 'receive': {
      const { number: _, code, catalogue: __, sticker, ...payload } = old.payload as CasePayloads['receive'];
      const own = sticker === undefined ? {} : { sticker: { number: sticker, code } };
      return { type, payload: { ...payload, ...own } };
    }
    case 'setAside':
    case 'issueSlip':
    case 'reveal':
    case 'handOver':
    case 'print':
      return undefined;
    default: {
      const { catalogue: _, ...payload } = old.payload as { catalogue: number };
      return { type, payload } as Act;
    }
  }
}
