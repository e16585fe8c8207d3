import * as v from 'valibot';
import type { CasePayloads } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { CASE_PAYLOADS } from '../../protocol/payloads.ts';
import { type Actor, contextOf, makeRows, numbersFor, type Spec } from './author.ts';
import type { Core } from './core.ts';
import { keysOf, withKeys } from './files/named.ts';
import { newId } from './ids.ts';
import { mendableOf, type RefusedAct } from './mend.ts';
import { followersOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import { isPending } from './progress.ts';
import type { RecordedCase } from './recorded.ts';
import { commit, PLAIN, tailOf, untilSaved } from './save.ts';
import { actOf, submit } from './submit.ts';
import type { Act, Draft, FollowingAct, Saved } from './types.ts';

/** 放弃: a command by which a named person puts a refused one aside, with a reason. */
export async function setAside(core: Core, commandId: string, reason: string): Promise<Result<null>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const old = core.outbox.find(commandId);
  if (old?.row.state !== 'refused') return refuse('command.notHere');
  const stream = core.outbox.commands.value.filter((one) => one.row.stream === old.row.stream);
  const following = followersOf(
    old.row.id,
    stream.map((one) => one.row),
  );
  const followers = following.flatMap((row) =>
    stream.filter((one) => one.row.id === row.id && isPending(one)),
  );
  // Without its receive a case never comes into being, so what was said of it goes with it. What followed any other
  // act may still make sense by itself: the person is asked.
  const alone = old.body.type !== 'receive';
  const targets = alone ? [old] : [old, ...followers];
  const base = await core.store.run(() => core.recorded.open(old.row.stream));
  if (!base.ok) return base;
  const specs = targets.map((target) => specOf(core, actor.value, target, reason, base.value));
  const refusal = specs
    .map((spec) => judgeSetAside(core, actor.value, spec, base.value))
    .find((one) => !one.ok);
  if (refusal && !refusal.ok) return refusal;
  const ended = targets.map((target, index) => ({
    id: target.row.id,
    state: 'setAside' as const,
    by: specs[index]?.id ?? '',
  }));
  const orphaned = alone ? followers.map((one) => ({ id: one.row.id, code: 'after.setAside' })) : [];
  const tail = tailOf(stream.map((one) => one.row));
  const done = await core.store.run(() =>
    untilSaved(core, async (counters) => {
      const at = core.line.now();
      const { seqs, taking } = numbersFor(core.ports, actor.value, counters, at, specs.length, false);
      const made = await makeRows(core, actor.value, specs, seqs, at);
      const plan = { ...PLAIN, stream: old.row.stream, tail, made, taking, ended, orphaned };
      return await commit(core, plan);
    }),
  );
  if (!done.ok) return done;
  return done.value === 'saved' ? ok(null) : refuse('command.notHere');
}

/** A slip has no command to put it aside; a case stream of the same id takes it, since `setAside` asks for no case. */
function specOf(
  core: Core,
  actor: Actor,
  target: HeldCommand,
  reason: string,
  base: RecordedCase | undefined,
): Spec {
  const code = target.row.last?.code ?? 'after.refused';
  const payload: CasePayloads['setAside'] = {
    catalogue: actor.rules.version,
    command: target.row.id,
    code,
    reason: reason.trim(),
  };
  return {
    id: newId(core.ports),
    kind: 'case',
    stream: target.row.stream,
    type: 'setAside',
    payload,
    version: base?.version ?? 0,
    after: null,
    replaces: null,
    number: target.body.number,
    item: target.body.item,
  };
}

function judgeSetAside(
  core: Core,
  actor: Actor,
  spec: Spec,
  base: RecordedCase | undefined,
): Result<unknown> {
  const payload = spec.payload as CasePayloads['setAside'];
  const shape = v.safeParse(CASE_PAYLOADS.setAside, payload);
  if (!shape.success) return refuse('payload.malformed', { path: v.getDotPath(shape.issues[0]) ?? 'reason' });
  const found = base?.case ?? null;
  return decide(found, { type: 'setAside', payload }, contextOf(actor, core.line.now()));
}

/** The content of a refused receive and of the outcome that stands behind it; its id is the case's, as with every draft. */
export function draftFromRefused(core: Core, commandId: string): Draft | null {
  const old = core.outbox.find(commandId);
  if (!old || mendableOf(old) !== 'form') return null;
  const payload = old.payload as CasePayloads['receive'];
  const { item, guide, guideVersion, channel, answers, parties, marks, handlingTown } = payload;
  const files = withKeys(payload, keysOf(old));
  return {
    id: old.row.stream,
    updatedAt: core.line.now(),
    replaces: commandId,
    // The step is the window's; its first one shows the whole content again.
    content: {
      ...{ item, guide, guideVersion, step: '', channel, answers, parties, marks, handlingTown },
      ...(files ? { files } : {}),
      ...(payload.signing ? { signing: payload.signing } : {}),
      ...(payload.sitting ? { sitting: payload.sitting } : {}),
      ...(payload.renews ? { renews: payload.renews } : {}),
      ...(payload.sticker ? { sticker: { number: payload.sticker, code: payload.code } } : {}),
      followedBy: followingActOf(core, old),
    },
  };
}

/** The outcome said with a refused receive: a paper about it may be in somebody's hand already. */
function followingActOf(core: Core, { row }: HeldCommand): FollowingAct | null {
  const stream = core.outbox.commands.value.filter((one) => one.row.stream === row.stream);
  const pending = new Map(stream.filter(isPending).map((one) => [one.row.id, one]));
  const followers = followersOf(
    row.id,
    stream.map((one) => one.row),
  );
  const [next] = followers.flatMap(({ id }) => pending.get(id) ?? []);
  const act = next && actOf(next);
  return act && isFollowing(act) ? act : null;
}

function isFollowing(act: Act): act is FollowingAct {
  return ['accept', 'requireCorrection', 'returnPapers', 'decline'].includes(act.type);
}

/** What a refused act of handling said, with the pages that it named, for its form. */
export function refusedAct(core: Core, commandId: string): RefusedAct | null {
  const old = core.outbox.find(commandId);
  const act = old && mendableOf(old) === 'act' && actOf(old);
  return act ? { act, files: withKeys(old.payload, keysOf(old)) ?? [] } : null;
}

/** 修改后重报 without a form: the same act, judged anew by today's rules and state. */
export async function resend(core: Core, commandId: string): Promise<Result<Saved>> {
  const old = core.outbox.find(commandId);
  const act = old && actOf(old);
  if (!old || !act || old.row.state !== 'refused') return refuse('command.notHere');
  // A judgement stays one of the file that was seen: sent again without a look it is refused again, with what changed.
  const { version, file } = old.header.basis;
  const again = file === undefined ? act : ({ ...act, seen: { version, file } } as Act);
  return await submit(core, { caseId: old.row.stream, acts: [again], replaces: commandId });
}
