import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Facts } from '../../domain/result.ts';
import { type BatchAnswer, MAX_BATCH } from '../../protocol/command.ts';
import { Backoff, type Wake } from './backoff.ts';
import { chooseBatch, nextDue, signBatch } from './batch.ts';
import type { Core } from './core.ts';
import { madeSoFar } from './counters.ts';
import type { CommandRow } from './database.ts';
import { applyOutcomes, noteFailure, refuseHere } from './outcomes.ts';
import type { Ports, Reply } from './ports.ts';
import { waitAfter } from './schedule.ts';

const LOCK = 'jinban-outbox';
/** Another tab is sending and will tell; should it be closed meanwhile, we look again. */
const LOOK_AGAIN_MS = 5_000;
/** Answers that may be about one command rather than the line: sent again in halves until it stands alone. */
const ABOUT_CONTENT: readonly number[] = [400, 415, 422, 500];
const TOO_LARGE = 413;
/** While the line is gone a try takes a few along: what it costs must not grow with what waits. */
const PROBE = 10;
const NOBODY: ReadonlySet<string> = new Set();

/** After every batch, so that the screens and the other tabs see it. `recorded`: the feed has something new. */
export type OnBatch = (recorded: boolean) => Promise<void>;

/** How a batch ended, for the loop. */
type After = 'next' | 'smaller' | 'stop';

interface Last {
  readonly code: string;
  readonly facts: Facts;
}

/** One run: who sends, and which commands had their say in it already. */
interface Run {
  readonly device: string;
  readonly atOnce: boolean;
  readonly settled: Set<string>;
  /** Aborted: somebody else is to send, so the run ends at once. */
  readonly stepBack: AbortSignal | undefined;
}

export type SendingPorts = Pick<Ports, 'clock' | 'randomness' | 'locks'> & {
  readonly transport: Pick<Ports['transport'], 'commands'>;
  readonly surroundings: Pick<Ports['surroundings'], 'online'>;
};

/** What sending needs of a device: no screen, no person, no open key. */
export type SendingCore = Pick<Core, 'db' | 'store' | 'line' | 'outbox' | 'deviceKeys'> & {
  readonly ports: SendingPorts;
};

/** Empties the outbox: one batch after the other, one tab at a time, and nothing leaves without the endpoint's word. */
export class Sender {
  readonly #core: SendingCore;
  readonly #device: () => string | undefined;
  readonly #backoff: Backoff;
  readonly #sending = signal(false);
  readonly #inFlight = signal(NOBODY);
  /** Most commands in the next batch: halved when a batch is too large, doubled again when one goes through. */
  #limit = MAX_BATCH;

  readonly sending: ReadonlySignal<boolean> = this.#sending;
  /** Ids in the request that is under way. */
  readonly inFlight: ReadonlySignal<ReadonlySet<string>> = this.#inFlight;
  readonly lineDue: ReadonlySignal<number>;

  /** @param device under which id it sends; undefined while it is not enrolled */
  constructor(core: SendingCore, device: () => string | undefined) {
    this.#core = core;
    this.#device = device;
    this.#backoff = new Backoff(core.ports.clock, core.ports.randomness);
    this.lineDue = this.#backoff.due;
  }

  /** Sends what is due, until nothing is, or until it is to step back. */
  async drain(why: Wake, onBatch: OnBatch, stepBack?: AbortSignal): Promise<void> {
    const { ports, store } = this.#core;
    const device = this.#device();
    if (device === undefined || !this.#backoff.mayTry(why, ports.surroundings.online())) return;
    const atOnce = why === 'reconnect' || why === 'person';
    const run: Run = { device, atOnce, settled: new Set(), stepBack };
    try {
      const done = await store.guard(() => ports.locks.tryHold(LOCK, () => this.#run(run, onBatch)));
      if (!done.ok) this.#backoff.failed();
      else if (!done.value.held) this.#backoff.lookAgainIn(LOOK_AGAIN_MS);
    } finally {
      this.#sending.value = false;
    }
  }

  /** When to wake it again, by the device's clock; `null` when nothing waits. */
  due(): number | null {
    const next = nextDue(this.#core.outbox.rows.value);
    return next === null ? null : Math.max(next, this.lineDue.value);
  }

  async #run(run: Run, onBatch: OnBatch): Promise<void> {
    const { ports, outbox, line } = this.#core;
    for (let after: After = 'next'; after !== 'stop' && !run.stepBack?.aborted; ) {
      // The table alone counts: another tab may have added, mended or put aside.
      await outbox.load();
      const limit = line.reachable.value === false ? Math.min(PROBE, this.#limit) : this.#limit;
      const choice = { ...run, now: ports.clock.now(), limit };
      const chosen = chooseBatch(outbox.rows.value, choice);
      if (chosen.length === 0) return;
      this.#sending.value = true;
      after = await this.#sendOne(chosen, run);
      await outbox.load();
      const sent = new Set(chosen.map((row) => row.id));
      await onBatch(outbox.rows.value.some((row) => sent.has(row.id) && row.state === 'recorded'));
    }
  }

  /** One batch, from its signature to what was made of the answer. */
  async #sendOne(chosen: readonly CommandRow[], run: Run): Promise<After> {
    const { db, line, ports } = this.#core;
    const ids = chosen.map((row) => row.id);
    const wasGone = line.reachable.value === false;
    const reply = await this.#post(chosen, run);
    if (wasGone && reply.kind !== 'unreachable') this.#backoff.forget();
    if (reply.kind === 'answer') {
      const told = ids.map((id) => ({
        id,
        outcome: reply.value.outcomes.find((one) => one.id === id) ?? null,
      }));
      await applyOutcomes(db, told, { now: ports.clock.now(), chance: () => ports.randomness.unit() });
      for (const id of ids) run.settled.add(id);
      this.#backoff.fine();
      this.#limit = Math.min(MAX_BATCH, this.#limit * 2);
      return 'next';
    }
    const last = lastOf(reply);
    const status = reply.kind === 'problem' ? reply.problem.status : null;
    if (status === TOO_LARGE) return await this.#tooLarge(ids, run);
    if (status !== null && ABOUT_CONTENT.includes(status)) return await this.#unclear(ids, run, last, status);
    this.#backoff.failed(reply.kind === 'problem' ? (reply.retryAfterMs ?? null) : null);
    const mayHaveArrived = reply.kind === 'unreachable' && reply.why === 'timeout';
    await noteFailure(db, ids, last, mayHaveArrived, null);
    return 'stop';
  }

  async #post(chosen: readonly CommandRow[], run: Run): Promise<Reply<BatchAnswer>> {
    const { db, line, ports, deviceKeys } = this.#core;
    const made = await madeSoFar(db);
    const batch = await signBatch(deviceKeys, run.device, made, chosen, line.now());
    this.#inFlight.value = new Set(chosen.map((row) => row.id));
    try {
      const send = () => ports.transport.commands(batch.body, batch.authorisation, run.stepBack);
      return await line.ask(send, (value) => value.now);
    } finally {
      this.#inFlight.value = NOBODY;
    }
  }

  async #tooLarge(ids: readonly string[], run: Run): Promise<After> {
    const [only] = ids;
    if (ids.length > 1 || only === undefined) return this.#halve(ids);
    await refuseHere(this.#core.db, only);
    run.settled.add(only);
    this.#limit = MAX_BATCH;
    return 'next';
  }

  /** The whole request was refused for its content, or broke the endpoint: one command must not stop all others. */
  async #unclear(ids: readonly string[], run: Run, last: Last, status: number): Promise<After> {
    const { db, ports } = this.#core;
    const alone = ids.length === 1;
    const again = (tries: number): number => ports.clock.now() + waitAfter(tries, ports.randomness.unit());
    await noteFailure(db, ids, last, false, alone ? again : null);
    if (alone) for (const id of ids) run.settled.add(id);
    else this.#halve(ids);
    // A broken endpoint gets time to recover between attempts; a plain refusal needs none.
    if (status < 500) return 'next';
    this.#backoff.failed();
    return 'stop';
  }

  #halve(ids: readonly string[]): After {
    this.#limit = Math.max(1, Math.floor(ids.length / 2));
    return 'smaller';
  }
}

function lastOf(reply: Exclude<Reply<unknown>, { kind: 'answer' }>): Last {
  if (reply.kind === 'problem') return { code: reply.problem.code, facts: reply.problem.facts ?? {} };
  return { code: reply.kind === 'unreachable' ? `line.${reply.why}` : 'line.notOurs', facts: {} };
}
