import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Facts } from '../../domain/result.ts';
import { type BatchAnswer, MAX_BATCH } from '../../protocol/command.ts';
import { chooseBatch, nextDue, signBatch } from './batch.ts';
import type { Core } from './core.ts';
import { madeSoFar } from './counters.ts';
import type { HeldCommand } from './outbox.ts';
import { applyOutcomes, noteFailure, refuseHere } from './outcomes.ts';
import type { Reply } from './ports.ts';
import { waitAfter } from './schedule.ts';
import { DEVICE_KEY, type Membership } from './session.ts';

const LOCK = 'jinban-outbox';

/**
 * Why the sender is woken. `reconnect` and `person` (立即上报) ignore waiting times, the latter even the endpoint's own
 * wish; `command` ignores the line's; `time` none.
 */
export type Wake = 'time' | 'command' | 'reconnect' | 'person';

export interface Sender {
  readonly sending: ReadonlySignal<boolean>;
  /** Ids in the request that is under way. */
  readonly inFlight: ReadonlySignal<ReadonlySet<string>>;
  /** When the line is tried again by itself, by the device's clock; 0 = it is not waiting. */
  readonly lineDue: ReadonlySignal<number>;
  /** Sends what is due, until nothing is. Never rejects; one run at a time in all tabs. */
  drain(why: Wake, onBatch: OnBatch): Promise<void>;
  /** When to wake it again, by the device's clock; `null` when nothing waits. */
  due(): number | null;
}

/** After every batch, so that the screens and the other tabs see it. `recorded`: the feed has something new. */
export type OnBatch = (recorded: boolean) => Promise<void>;

/** How a batch ended, for the loop. */
type After = 'next' | 'smaller' | 'stop';

const LOOK_AGAIN_MS = 5_000;
const NOBODY: ReadonlySet<string> = new Set();
/** Answers that may be about one command rather than the line: sent again in halves until it stands alone. */
const ABOUT_CONTENT: readonly number[] = [400, 415, 422, 500];

export function createSender(core: Core, membership: Membership): Sender {
  const { db, ports, line, store, outbox } = core;
  const sending = signal(false);
  const inFlight = signal<ReadonlySet<string>>(NOBODY);
  const lineDue = signal(0);
  /** The endpoint's own wish (Retry-After), which only a person overrules. */
  let notBefore = 0;
  let failures = 0;
  let limit = MAX_BATCH;

  const waitForLine = (retryAfterMs: number | null): void => {
    failures += 1;
    const wait = waitAfter(failures, ports.randomness.unit());
    if (retryAfterMs !== null) notBefore = ports.clock.now() + retryAfterMs;
    lineDue.value = Math.max(ports.clock.now() + wait, notBefore);
  };

  const lineIsFine = (): void => {
    failures = 0;
    notBefore = 0;
    lineDue.value = 0;
  };

  const post = async (chosen: readonly HeldCommand[], deviceId: string): Promise<Reply<BatchAnswer>> => {
    const made = await madeSoFar(db);
    const device = { id: deviceId, keyName: DEVICE_KEY };
    const batch = await signBatch(ports.keys, device, made, chosen, line.now());
    inFlight.value = new Set(chosen.map((one) => one.row.id));
    try {
      return await line.ask(
        () => ports.transport.commands(batch.body, batch.authorisation),
        (value) => value.now,
      );
    } finally {
      inFlight.value = NOBODY;
    }
  };

  /** One batch, from the table to what was made of the answer. */
  const sendOne = async (
    chosen: readonly HeldCommand[],
    deviceId: string,
    settled: Set<string>,
  ): Promise<After> => {
    const ids = chosen.map((one) => one.row.id);
    const wasGone = line.reachable.value === false;
    const reply = await post(chosen, deviceId);
    // Hours without a line say nothing about an endpoint that now answers.
    if (wasGone && reply.kind !== 'unreachable') failures = 0;
    if (reply.kind === 'answer') {
      const told = ids.map((id) => ({
        id,
        outcome: reply.value.outcomes.find((one) => one.id === id) ?? null,
      }));
      await applyOutcomes(db, told, { now: ports.clock.now(), chance: () => ports.randomness.unit() });
      for (const id of ids) settled.add(id);
      lineIsFine();
      limit = Math.min(MAX_BATCH, limit * 2);
      return 'next';
    }
    if (reply.kind === 'problem' && reply.problem.status === 413) return await tooLarge(ids, settled);
    if (reply.kind === 'problem' && ABOUT_CONTENT.includes(reply.problem.status))
      return await unclear(ids, settled, reply.problem.code, reply.problem.facts ?? {}, reply.problem.status);
    const last = lastOf(reply);
    waitForLine(reply.kind === 'problem' ? (reply.retryAfterMs ?? null) : null);
    const mayHaveArrived = reply.kind === 'unreachable' && reply.why === 'timeout';
    await noteFailure(db, ids, last, mayHaveArrived, null);
    return 'stop';
  };

  const tooLarge = async (ids: readonly string[], settled: Set<string>): Promise<After> => {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      await refuseHere(db, only);
      settled.add(only);
      limit = MAX_BATCH;
      return 'next';
    }
    limit = Math.max(1, Math.floor(ids.length / 2));
    return 'smaller';
  };

  /** The whole request was refused for its content, or broke the endpoint: one command must not stop all others. */
  const unclear = async (
    ids: readonly string[],
    settled: Set<string>,
    code: string,
    facts: Facts,
    status: number,
  ): Promise<After> => {
    const alone = ids.length === 1;
    const again = (tries: number): number => ports.clock.now() + waitAfter(tries, ports.randomness.unit());
    await noteFailure(db, ids, { code, facts }, false, alone ? again : null);
    if (alone) for (const id of ids) settled.add(id);
    else limit = Math.max(1, Math.floor(ids.length / 2));
    // A broken endpoint gets time to recover between attempts; a plain refusal needs none.
    if (status < 500) return alone ? 'next' : 'smaller';
    waitForLine(null);
    return 'stop';
  };

  const run = async (why: Wake, deviceId: string, onBatch: OnBatch): Promise<void> => {
    const settled = new Set<string>();
    const atOnce = why === 'reconnect' || why === 'person';
    for (let after: After = 'next'; after !== 'stop'; ) {
      await outbox.load();
      const choice = { now: ports.clock.now(), atOnce, limit, settled };
      const chosen = chooseBatch(outbox.commands.value, choice);
      if (chosen.length === 0) return;
      sending.value = true;
      after = await sendOne(chosen, deviceId, settled);
      await outbox.load();
      const recorded = chosen.some((one) => outbox.find(one.row.id)?.row.state === 'recorded');
      await onBatch(recorded);
    }
  };

  const mayTry = (why: Wake): boolean => {
    const now = ports.clock.now();
    if (why === 'person') return true;
    if (notBefore > now) return false;
    return why !== 'time' || lineDue.value <= now;
  };

  return {
    sending,
    inFlight,
    lineDue,
    async drain(why, onBatch) {
      const device = membership.device.value;
      if (!device || !mayTry(why)) return;
      const done = await store
        .run(() => ports.locks.tryHold(LOCK, () => run(why, device.id, onBatch)))
        .finally(() => {
          sending.value = false;
        });
      // Another tab is sending: it will tell. Should it be closed meanwhile, we look again.
      if (!done.ok) waitForLine(null);
      else if (!done.value.held) lineDue.value = ports.clock.now() + LOOK_AGAIN_MS;
    },
    due() {
      const next = nextDue(outbox.commands.value);
      return next === null ? null : Math.max(next, lineDue.value);
    },
  };
}

function lastOf(reply: Exclude<Reply<unknown>, { kind: 'answer' }>): { code: string; facts: Facts } {
  if (reply.kind === 'problem') return { code: reply.problem.code, facts: reply.problem.facts ?? {} };
  return { code: reply.kind === 'unreachable' ? `line.${reply.why}` : 'line.notOurs', facts: {} };
}
