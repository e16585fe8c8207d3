import * as v from 'valibot';
import type { SlipPayload } from '../../domain/commands.ts';
import { decideSlip } from '../../domain/decideSlip.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Replaced } from '../../domain/scene.ts';
import type { Instant } from '../../domain/time.ts';
import { SLIP_PAYLOAD } from '../../protocol/payloads.ts';
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
import type { SlipRow } from './database.ts';
import { newId } from './ids.ts';
import { replacedBy, wasJudgedByEndpoint } from './mend.ts';
import type { HeldCommand } from './outbox.ts';
import { commit, PLAIN, tailOf, untilSaved } from './save.ts';
import { slipRowName } from './slips.ts';
import type { NewSlip, SavedSlip } from './types.ts';

/** An inquiry that ends in paper: judged, numbered, signed and saved like a case. */
export async function issueSlip(core: Core, slip: NewSlip): Promise<Result<SavedSlip>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const at = core.line.now();
  const trial = judgeSlip(
    actor.value,
    withNumber(actor.value, slip, trialStamp(actor.value, at).number),
    at,
    null,
  );
  if (!trial.ok) return trial;
  return await kept(core, async (counters) => {
    const numbers = numbersFor(core.ports, actor.value, counters, at, 1, true);
    const payload = withNumber(actor.value, slip, numbers.stamp?.number ?? '');
    return await keepSlip(core, actor.value, newId(core.ports), payload, numbers, at, null);
  });
}

/** Sends a refused slip again under its number, judged anew. */
export async function resendSlip(core: Core, commandId: string): Promise<Result<SavedSlip>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const old = core.outbox.find(commandId);
  if (old?.row.state !== 'refused' || old.body.type !== 'issueSlip') return refuse('command.notHere');
  const at = core.line.now();
  const payload = { ...(old.payload as SlipPayload), catalogue: actor.value.rules.version };
  const judged = judgeSlip(actor.value, payload, at, replacedBy(payload.number));
  if (!judged.ok) return judged;
  return await kept(core, async (counters) => {
    const numbers = numbersFor(core.ports, actor.value, counters, at, 1, false);
    return await keepSlip(core, actor.value, old.row.stream, payload, numbers, at, old);
  });
}

async function kept(
  core: Core,
  attempt: Parameters<typeof untilSaved<SavedSlip>>[1],
): Promise<Result<SavedSlip>> {
  const done = await core.store.run(() => untilSaved(core, attempt));
  if (!done.ok) return done;
  return done.value === 'stale' ? refuse('command.notHere') : ok(done.value);
}

function withNumber(actor: Actor, slip: NewSlip, number: string): SlipPayload {
  return { ...slip, number, catalogue: actor.rules.version };
}

function judgeSlip(
  actor: Actor,
  payload: SlipPayload,
  at: Instant,
  replaces: Replaced | null,
): Result<unknown> {
  const shape = v.safeParse(SLIP_PAYLOAD, payload);
  if (!shape.success) return refuse('payload.malformed', { path: v.getDotPath(shape.issues[0]) ?? 'slip' });
  return decideSlip(null, payload, { ...contextOf(actor, at), replaces });
}

async function keepSlip(
  core: Core,
  actor: Actor,
  id: string,
  payload: SlipPayload,
  { seqs, taking }: Numbered,
  at: Instant,
  old: HeldCommand | null,
): Promise<SavedSlip | 'stale'> {
  const spec: Spec = {
    id: newId(core.ports),
    kind: 'slip',
    stream: id,
    type: 'issueSlip',
    payload,
    version: 0,
    after: null,
    replaces: old && wasJudgedByEndpoint(old) ? old.row.id : null,
    number: payload.number,
    item: payload.item === null ? '' : (actor.rules.item(payload.item)?.shortName ?? payload.item),
  };
  const made = await makeRows(core, actor, [spec], seqs, at);
  const saved: SavedSlip = { id, payload, at, hall: actor.office };
  const body = await core.vault.seal(slipRowName(id), payload);
  const slip: SlipRow = { id, at, hall: actor.office, end: null, body };
  const present = core.outbox.commands.value.filter((one) => one.row.stream === id).map((one) => one.row);
  const ended = old ? [{ id: old.row.id, state: 'replaced' as const, by: spec.id }] : [];
  const outcome = await commit(core, {
    ...PLAIN,
    stream: id,
    tail: tailOf(present),
    made,
    taking,
    ended,
    slip,
  });
  return outcome === 'saved' ? saved : outcome;
}
