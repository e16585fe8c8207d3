import type { Reply } from '../../src/app/local/ports.ts';
import type { VirtualTime } from '../support/devicePorts.ts';
import type { Endpoint, Wire, WireAnswer } from './endpoint.ts';
import type { NetworkFault } from './faults.ts';

/** How long a browser waits for an answer: as in `edges/http.ts`. */
const TIMEOUT_MS = 20_000;

const LOST: Reply<never> = { kind: 'unreachable', why: 'timeout' };
const NO_LINE: Reply<never> = { kind: 'unreachable', why: 'offline' };
const BUSY: WireAnswer = { status: 503, headers: {}, body: '<html>busy</html>' };

/** What a request may be about where a fault waits for it. */
export type Resource = 'commands' | 'files';

/** A request that a device makes. */
export interface Asked {
  readonly device: number;
  readonly resource: string;
  readonly wire: Wire;
  /** What the device makes of an answer. */
  read(answer: WireAnswer): Reply<unknown>;
  /** Some commands of its batch, signed for sending anew, as whoever carries them on may; only for batches. */
  readonly parts?: ((order: 'reversed' | 'apart') => Promise<readonly Wire[]>) | undefined;
  /** Hears every answer that comes back, also one that nobody waits for any more. */
  heard(answer: WireAnswer): void;
}

interface Armed {
  readonly on: Resource | 'any';
  readonly fault: NetworkFault;
}

export interface LineHooks {
  happened(fault: NetworkFault): void;
  traced(line: string): void;
}

/** Everything between devices and endpoint. Well by itself; what befalls a request was laid in its way beforehand. */
export class Line {
  readonly #armed = new Map<number, Armed[]>();
  readonly #cut = new Set<number>();
  readonly #held: (() => void)[] = [];
  readonly #late: (() => Promise<unknown>)[] = [];
  /** Devices whose request lies still. */
  waiting = 0;

  constructor(
    readonly endpoint: Endpoint,
    readonly time: VirtualTime,
    readonly hooks: LineHooks,
  ) {}

  arm(device: number, on: Armed['on'], fault: NetworkFault): void {
    this.#armed.set(device, [...(this.#armed.get(device) ?? []), { on, fault }]);
  }

  setThere(device: number, there: boolean): void {
    if (there) this.#cut.delete(device);
    else this.#cut.add(device);
  }

  isThere(device: number): boolean {
    return !this.#cut.has(device);
  }

  /** One of those that lie still goes on. */
  release(which: number): void {
    if (this.#held.length > 0) this.#held.splice(which % this.#held.length, 1)[0]?.();
  }

  /** One of those that nobody waits for arrives. */
  async arrive(which: number): Promise<void> {
    if (this.#late.length > 0) await this.#late.splice(which % this.#late.length, 1)[0]?.();
  }

  /** From now on nothing befalls anything; what lies still or is late arrives. Cables are put back at the counters. */
  async heal(): Promise<void> {
    this.#armed.clear();
    while (this.#late.length > 0) await this.arrive(0);
    while (this.#held.length > 0) this.release(0);
  }

  async ask<T>(asked: Asked): Promise<Reply<T>> {
    if (this.#cut.has(asked.device)) return NO_LINE;
    const fault = this.#due(asked);
    const reply = await this.#suffer<T>(asked, fault);
    this.hooks.traced(
      `${asked.device} ${asked.resource} ${fault ?? ''} → ${reply.kind === 'problem' ? reply.problem.code : reply.kind}`,
    );
    return reply;
  }

  #due({ device, resource }: Asked): NetworkFault | undefined {
    const armed = this.#armed.get(device) ?? [];
    const index = armed.findIndex((one) => one.on === 'any' || one.on === resource);
    return index < 0 ? undefined : armed.splice(index, 1)[0]?.fault;
  }

  async #suffer<T>(asked: Asked, fault: NetworkFault | undefined): Promise<Reply<T>> {
    const arrives = (): Promise<WireAnswer | undefined> => this.#send(asked, asked.wire);
    if (fault === undefined) return replyOf(await arrives(), asked);
    if ((fault === 'reverse' || fault === 'scatter') && !asked.parts) return replyOf(await arrives(), asked);
    this.hooks.happened(fault);
    switch (fault) {
      case 'drop':
        return LOST;
      case 'loseAnswer':
        await arrives();
        return LOST;
      case 'cutRequest': {
        const { body } = asked.wire;
        if (body === undefined) return LOST;
        const answer = await this.#send(asked, { ...asked.wire, body: half(body) });
        // What streams is taken as far as it came, and nobody is left to hear so.
        return typeof body === 'string' ? replyOf(answer, asked) : LOST;
      }
      case 'cutAnswer': {
        const answer = await arrives();
        return replyOf(answer && { ...answer, body: half(answer.body) }, asked);
      }
      case 'delay':
        this.#late.push(arrives);
        return LOST;
      case 'double':
        this.#late.push(arrives);
        return replyOf(await arrives(), asked);
      case 'hold':
        return await this.#hold(asked);
      case 'reverse':
      case 'scatter':
        return await this.#inParts(asked, fault);
      case 'busy':
        return replyOf(BUSY, asked);
    }
  }

  /** Until it is released; its sender gives up after a while, and then it still arrives some day. */
  #hold<T>(asked: Asked): Promise<Reply<T>> {
    this.waiting += 1;
    return new Promise((resolve) => {
      const end = (reply: Reply<T> | Promise<Reply<T>>): void => {
        this.waiting -= 1;
        resolve(reply);
      };
      const go = (): void => {
        stop();
        end(this.#send(asked, asked.wire).then((answer) => replyOf<T>(answer, asked)));
      };
      const stop = this.time.after(TIMEOUT_MS, () => {
        this.#held.splice(this.#held.indexOf(go), 1);
        this.#late.push(() => this.#send(asked, asked.wire));
        end(LOST);
      });
      this.#held.push(go);
    });
  }

  async #inParts<T>(asked: Asked, fault: 'reverse' | 'scatter'): Promise<Reply<T>> {
    const parts = (await asked.parts?.(fault === 'reverse' ? 'reversed' : 'apart')) ?? [];
    const answers: WireAnswer[] = [];
    for (const wire of parts) {
      const answer = await this.#send(asked, wire);
      if (answer) answers.push(answer);
    }
    const [first, ...others] = answers.map((one) => replyOf<T & { outcomes?: unknown[] }>(one, asked));
    if (first?.kind !== 'answer') return first ?? LOST;
    const outcomes = [first, ...others].flatMap((one) =>
      one.kind === 'answer' ? (one.value.outcomes ?? []) : [],
    );
    return { ...first, value: { ...first.value, outcomes } };
  }

  async #send(asked: Asked, wire: Wire): Promise<WireAnswer | undefined> {
    const answer = await this.endpoint.ask(wire);
    if (answer) asked.heard(answer);
    return answer;
  }
}

const half = <T extends string | Buffer>(body: T): T => body.slice(0, Math.floor(body.length / 2)) as T;

const replyOf = <T>(answer: WireAnswer | undefined, { read }: Asked): Reply<T> =>
  answer ? (read(answer) as Reply<T>) : LOST;
