import { type ReadonlySignal, signal } from '@preact/signals-core';
import * as v from 'valibot';
import type { SlipPayload } from '../../domain/commands.ts';
import { decideSlip } from '../../domain/decideSlip.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Replaced } from '../../domain/scene.ts';
import type { Instant } from '../../domain/time.ts';
import { SLIP_PAYLOAD } from '../../protocol/payloads.ts';
import { type Actor, makeRows, type Numbered, numbersFor, type Spec, trialStamp } from './author.ts';
import type { Core } from './core.ts';
import type { SlipRow } from './database.ts';
import { newId } from './ids.ts';
import { stillOpen } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';
import { replacedBy, wasJudgedByEndpoint } from './mend.ts';
import type { HeldCommand } from './outbox.ts';
import { commit, PLAIN, tailOf, untilSaved } from './save.ts';
import type { NewSlip, SavedSlip, SlipView } from './types.ts';
import { progressOf } from './view.ts';

const slipRowName = (id: string): string => `slips/${id}`;

/** A slip as kept, with what became of its command once that has left the outbox. */
export interface KeptSlip extends SavedSlip {
  readonly end: SlipRow['end'];
}

export interface SlipShelf {
  readonly kept: ReadonlySignal<readonly KeptSlip[]>;
  /** Reads the table; shows nothing while locked. */
  load(): Promise<void>;
}

export function createSlipShelf({
  db,
  vault,
  lock,
  store,
}: Pick<Core, 'db' | 'vault' | 'lock' | 'store'>): SlipShelf {
  const kept = signal<readonly KeptSlip[]>([]);
  const open = async ({ id, at, hall, end, body }: SlipRow): Promise<KeptSlip[]> => {
    try {
      return [{ id, at, hall, end, payload: (await vault.open(slipRowName(id), body)) as SlipPayload }];
    } catch (problem) {
      if (!(problem instanceof LockedError)) store.unreadable();
      return [];
    }
  };
  return {
    kept,
    async load() {
      const keys = lock.open.value;
      if (!keys) {
        kept.value = [];
        return;
      }
      const slips = await Promise.all((await db.slips.toArray()).map(open));
      // Locked or another clerk's turn meanwhile: whoever is there now reads anew.
      if (stillOpen(keys, lock.open.value)) kept.value = slips.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
}

/** Slips with how far each has come; newest first. */
export function slipViews(
  kept: readonly KeptSlip[],
  commands: readonly HeldCommand[],
  inFlight: ReadonlySet<string>,
): readonly SlipView[] {
  const underWay = new Map<string, HeldCommand>();
  for (const one of commands) if (one.row.kind === 'slip') underWay.set(one.row.stream, one);
  return kept.map(({ end, ...slip }) => {
    const command = underWay.get(slip.id);
    return { ...slip, progress: end ?? (command ? progressOf(command, inFlight) : 'recorded') };
  });
}

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
  const { office, roles, rules } = actor;
  return decideSlip(null, payload, { at, office, roles, now: rules, seen: rules, replaces });
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
