import { Worker } from 'node:worker_threads';
import { Problem } from '../problems.ts';
import type { FindKeys } from './keyRing.ts';
import type { OpenedBatch } from './opened.ts';
import { batchIn, type Opener } from './opener.ts';
import type { RawRequest, RequestResult } from './request.ts';
import type { SealingKeys } from './sealingKeys.ts';
import type { FromThread, ThreadData, ToThread } from './threadMessages.ts';

/** Bytes of requests that may wait to be opened; more are told to come again, so that memory stays bounded. */
const MAX_WAITING_BYTES = 64 * 1_048_576;

export interface OpenerThreadsDeps {
  /** The built program of a thread (`openerThread.ts`). */
  readonly program: string;
  /** At least one. */
  readonly threads: number;
  readonly sealing: SealingKeys;
  readonly find: FindKeys;
  /** A thread has ended by itself, or could not do what it was given. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Opens requests in threads beside the main one: what one command costs in unpacking, opening and checking is more
 * than all the rest, and would all be done on the thread that also answers.
 */
export function createOpenerThreads(deps: OpenerThreadsDeps): Opener {
  const lines: Line[] = Array.from({ length: deps.threads }, () => new Line(deps));
  let waiting = 0;
  deps.sealing.onRotated(() => {
    for (const line of lines) line.rekey();
  });
  return {
    open: async (raw) => {
      const size = raw.body.byteLength;
      if (waiting + size > MAX_WAITING_BYTES) throw new Problem('store.busy');
      waiting += size;
      try {
        return await lines.reduce((idlest, line) => (line.jobs < idlest.jobs ? line : idlest)).open(raw);
      } finally {
        waiting -= size;
      }
    },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

interface Job {
  done(result: RequestResult): void;
  failed(error: unknown): void;
}

/**
 * One thread and what it is doing. A thread that dies takes nothing with it: whoever waits for it is told to send
 * again, and the next request starts another.
 */
class Line {
  readonly #deps: OpenerThreadsDeps;
  readonly #jobs = new Map<number, Job>();
  #worker: Worker | undefined;
  #last = 0;

  constructor(deps: OpenerThreadsDeps) {
    this.#deps = deps;
    this.#worker = this.#start();
  }

  get jobs(): number {
    return this.#jobs.size;
  }

  async open(raw: RawRequest): Promise<OpenedBatch> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#last += 1;
    const job = this.#last;
    const result = await new Promise<RequestResult>((done, failed) => {
      tell(worker, { is: 'open', job, raw }, [raw.body.buffer]);
      this.#jobs.set(job, { done, failed });
    });
    return batchIn(result);
  }

  rekey(): void {
    if (this.#worker) tell(this.#worker, { is: 'sealing', privateKeys: this.#deps.sealing.privateKeys() });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const workerData: ThreadData = { privateKeys: this.#deps.sealing.privateKeys() };
    const worker = new Worker(this.#deps.program, { workerData });
    worker.on('message', (message: FromThread) => this.#hear(worker, message));
    worker.on('error', (error) => this.#deps.onFailure(error));
    worker.on('exit', () => this.#ended(worker));
    return worker;
  }

  #hear(worker: Worker, message: FromThread): void {
    if (message.is === 'wanted') {
      void this.#answer(worker, message.ask, message.wanted);
      return;
    }
    const job = this.#jobs.get(message.job);
    this.#jobs.delete(message.job);
    if (message.is === 'read') job?.done(message.result);
    else job?.failed(message.error);
  }

  /** A store that does not answer now leaves the thread's jobs undone: they are sent again. */
  async #answer(worker: Worker, ask: number, wanted: Parameters<FindKeys>[0]): Promise<void> {
    try {
      tell(worker, { is: 'found', ask, found: await this.#deps.find(wanted) });
    } catch (error) {
      this.#deps.onFailure(error);
      await worker.terminate();
    }
  }

  #ended(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    for (const job of this.#jobs.values()) job.failed(new Problem('store.busy'));
    this.#jobs.clear();
  }
}

function tell(worker: Worker, message: ToThread, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}
