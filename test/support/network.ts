/** A network whose every failure a test decides: requests lie still until they are delivered, doubled, lost or mixed. */
import type { Reply, Transport } from '../../src/app/local/ports.ts';
import type { Batch, BatchAnswer, Envelope } from '../../src/protocol/command.ts';

/** What may befall a request. `loseAnswer`: the endpoint acted on it and the device does not know. */
export const FAULTS = ['none', 'drop', 'loseAnswer', 'double', 'reverse', 'scatter', 'busy'] as const;
export type Fault = (typeof FAULTS)[number];

/** Sends a batch again in other words: some of its commands, signed for sending by the same device. */
export type Reship = (batch: Batch, commands: readonly Envelope[]) => Promise<Reply<BatchAnswer>>;

export interface Held {
  readonly device: number;
  readonly kind: 'commands' | 'feed';
  deliver(fault: Fault): Promise<void>;
}

const LOST: Reply<never> = { kind: 'unreachable', why: 'timeout' };
const BUSY: Reply<never> = {
  kind: 'problem',
  problem: { type: 'about:blank', title: 'busy', status: 503, code: 'store.busy' },
};

export class Network {
  readonly held: Held[] = [];
  /** Copies that arrive some time later; nobody hears what became of them. */
  readonly late: (() => Promise<unknown>)[] = [];
  /** True once the network is well: everything is delivered as it comes. */
  well = false;

  /** A device's way to the endpoint. Sending and reading go through this network, the rest directly. */
  around(device: number, direct: Transport, reship: Reship): Transport {
    return {
      ...direct,
      commands: (body, authorisation) =>
        this.#hold(device, 'commands', () => direct.commands(body, authorisation), {
          reverse: () => {
            const batch = JSON.parse(body) as Batch;
            return reship(batch, [...batch.commands].reverse());
          },
          scatter: async () => {
            const batch = JSON.parse(body) as Batch;
            const replies: Reply<BatchAnswer>[] = [];
            for (const one of [...batch.commands].reverse()) replies.push(await reship(batch, [one]));
            return merged(replies);
          },
        }),
      feed: (scope, after) => this.#hold(device, 'feed', () => direct.feed(scope, after), {}),
      live: () => () => undefined,
    };
  }

  async deliverAll(): Promise<void> {
    for (const copy of this.late.splice(0)) await copy();
    for (let next = this.held[0]; next; next = this.held[0]) await next.deliver('none');
  }

  #hold<T>(
    device: number,
    kind: Held['kind'],
    send: () => Promise<Reply<T>>,
    mixed: Partial<Record<Fault, () => Promise<Reply<T>>>>,
  ): Promise<Reply<T>> {
    if (this.well) return send();
    return new Promise((answer) => {
      const held: Held = {
        device,
        kind,
        deliver: async (fault) => {
          this.held.splice(this.held.indexOf(held), 1);
          answer(await this.#suffer(fault, send, mixed));
        },
      };
      this.held.push(held);
    });
  }

  async #suffer<T>(
    fault: Fault,
    send: () => Promise<Reply<T>>,
    mixed: Partial<Record<Fault, () => Promise<Reply<T>>>>,
  ): Promise<Reply<T>> {
    switch (fault) {
      case 'drop':
        return LOST;
      case 'busy':
        return BUSY;
      case 'loseAnswer':
        await send();
        return LOST;
      case 'double':
        this.late.push(send);
        return await send();
      default:
        return await (mixed[fault] ?? send)();
    }
  }
}

function merged(replies: readonly Reply<BatchAnswer>[]): Reply<BatchAnswer> {
  const answers = replies.flatMap((one) => (one.kind === 'answer' ? [one.value] : []));
  const [first] = answers;
  if (!first) return LOST;
  return { kind: 'answer', value: { now: first.now, outcomes: answers.flatMap((one) => one.outcomes) } };
}
