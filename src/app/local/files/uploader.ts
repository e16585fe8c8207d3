import { type ReadonlySignal, signal } from '@preact/signals-core';
import { utf8 } from '../../../protocol/bytes.ts';
import { type FilesHeld, uploadText } from '../../../protocol/files.ts';
import { authorisation } from '../../../protocol/signing.ts';
import { Backoff, type Wake } from '../backoff.ts';
import { signedBody } from '../batch.ts';
import type { Core } from '../core.ts';
import type { Ports, Reply } from '../ports.ts';
import { type FileRow, fileBytesOf, fileTables, sweepFiles } from './rows.ts';

const LOCK = 'jinban-files';
/** Another tab is sending and will tell; should it be closed meanwhile, we look again. */
const LOOK_AGAIN_MS = 5_000;
/** At once: while one waits for an answer, the others keep the line full. */
const ABREAST = 3;
/** The endpoint is asked about so many at once. */
const ASKED = 100;
/** Answers after which the same bytes are not taken either. */
const FINAL: readonly number[] = [413, 415];
/** What was begun there is gone, or spoilt: it is sent from the beginning. */
const BEGIN_ANEW: readonly string[] = ['upload.unknown', 'upload.hashMismatch', 'upload.malformed'];

/** How much of each file has arrived, in bytes, while it is being sent. */
export type Arriving = ReadonlyMap<string, number>;
const NOTHING: Arriving = new Map();

export type UploadingPorts = Pick<Ports, 'clock' | 'randomness' | 'locks'> & {
  readonly transport: Pick<Ports['transport'], 'filesHeld' | 'upload'>;
  readonly surroundings: Pick<Ports['surroundings'], 'online'>;
};

/** What uploading needs of a device: no screen, no person, no open key. */
export type UploadingCore = Pick<Core, 'db' | 'store' | 'line' | 'deviceKeys' | 'files'> & {
  readonly ports: UploadingPorts;
};

interface Run {
  readonly device: string;
  readonly stepBack: AbortSignal | undefined;
  /** Files that had their turn in this run. */
  readonly tried: Set<string>;
  /** The line failed: nothing more is begun. */
  ended: boolean;
}

/**
 * Sends the files that commands name, resumed where they were cut, several abreast, one tab at a time. Nothing is given
 * up before the endpoint has said, by its hash, that it has the file whole on its disk.
 */
export class Uploader {
  readonly #core: UploadingCore;
  readonly #device: () => string | undefined;
  readonly #backoff: Backoff;
  readonly #arriving = signal(NOTHING);

  readonly arriving: ReadonlySignal<Arriving> = this.#arriving;

  constructor(core: UploadingCore, device: () => string | undefined) {
    this.#core = core;
    this.#device = device;
    this.#backoff = new Backoff(core.ports.clock, core.ports.randomness);
  }

  /** When to wake it again, by the device's clock; `null` when nothing waits. */
  due(): number | null {
    return this.#waiting().length === 0 ? null : this.#backoff.due.value;
  }

  async drain(why: Wake, onFile: () => void, stepBack?: AbortSignal): Promise<void> {
    const { ports, store, files } = this.#core;
    const device = this.#device();
    if (device === undefined || !this.#backoff.mayTry(why)) return;
    if (why === 'command' && !ports.surroundings.online() && this.#backoff.due.value > 0) return;
    const run: Run = { device, stepBack, tried: new Set(), ended: false };
    const done = await store.guard(async () => {
      await files.load();
      if (this.#waiting().length === 0) return { held: true };
      return await ports.locks.tryHold(LOCK, () => this.#run(run, onFile));
    });
    this.#arriving.value = NOTHING;
    if (!done.ok) this.#backoff.failed();
    else if (!done.value.held) this.#backoff.lookAgainIn(LOOK_AGAIN_MS);
  }

  #waiting(): FileRow[] {
    return this.#core.files.rows.value.filter((row) => row.state === 'waiting');
  }

  async #run(run: Run, onFile: () => void): Promise<void> {
    if (!(await this.#askWhichAreHeld(run, onFile))) return;
    const one = async (): Promise<void> => {
      for (let next = this.#next(run); next && !run.ended; next = this.#next(run)) {
        run.tried.add(next.hash);
        await this.#send(next, run);
        await this.#core.files.load();
        onFile();
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, one));
    if (!run.ended) this.#backoff.fine();
  }

  /** The oldest first: the case that has waited longest is complete first. */
  #next(run: Run): FileRow | undefined {
    if (run.stepBack?.aborted) return undefined;
    return this.#waiting()
      .filter((row) => !run.tried.has(row.hash))
      .sort((a, b) => a.madeAt - b.madeAt)[0];
  }

  /** A lost answer, or another device that carried them, may have brought them there already. */
  async #askWhichAreHeld(run: Run, onFile: () => void): Promise<boolean> {
    const { line, ports, deviceKeys, files } = this.#core;
    const waiting = this.#waiting().map((row) => row.hash);
    for (let from = 0; from < waiting.length; from += ASKED) {
      const hashes = waiting.slice(from, from + ASKED);
      const signed = await signedBody(deviceKeys, run.device, { device: run.device, hashes }, line.now());
      const ask = () => ports.transport.filesHeld(signed.body, signed.authorisation, run.stepBack);
      const reply: Reply<FilesHeld> = await line.ask(ask, (value) => value.now);
      if (reply.kind !== 'answer') {
        this.#failed(reply, run);
        return false;
      }
      const held = reply.value.held.filter((hash) => hashes.includes(hash));
      if (held.length === 0) continue;
      await this.#settle(held);
      await files.load();
      onFile();
    }
    return true;
  }

  async #send(row: FileRow, run: Run): Promise<void> {
    const { db, line, ports, deviceKeys } = this.#core;
    const bytes = await fileBytesOf(db, row.hash);
    if (!bytes) return await this.#change(row.hash, { last: 'file.notHere', state: 'refused' });
    const key = await deviceKeys.device();
    const reply = await line.ask(() =>
      ports.transport.upload({
        ...{ hash: row.hash, bytes, address: row.upload, giveUp: run.stepBack },
        device: run.device,
        authorise: async (method, path) => {
          const at = line.now();
          const signature = await key.sign(utf8(uploadText(run.device, at, method, path)));
          return authorisation(run.device, at, signature);
        },
        onAddress: (address) => this.#change(row.hash, { upload: address }),
        onArrived: (count) => {
          this.#arriving.value = new Map([...this.#arriving.value, [row.hash, count]]);
        },
      }),
    );
    if (reply.kind === 'answer') return await this.#settle([row.hash]);
    this.#failed(reply, run);
    if (reply.kind !== 'problem') return;
    const { code, status } = reply.problem;
    if (FINAL.includes(status)) await this.#change(row.hash, { last: code, state: 'refused' });
    else await this.#change(row.hash, { last: code, ...(BEGIN_ANEW.includes(code) ? { upload: null } : {}) });
  }

  #failed(reply: Exclude<Reply<unknown>, { kind: 'answer' }>, run: Run): void {
    const about = reply.kind === 'problem' && FINAL.includes(reply.problem.status);
    if (about) return;
    run.ended = true;
    this.#backoff.failed(reply.kind === 'problem' ? (reply.retryAfterMs ?? null) : null);
  }

  async #change(hash: string, change: Partial<FileRow>): Promise<void> {
    await this.#core.db.files.update(hash, change);
  }

  /** The endpoint has these, whole and under these hashes. */
  async #settle(hashes: readonly string[]): Promise<void> {
    const { db } = this.#core;
    await db.transaction('rw', [db.commands, ...fileTables(db)], async () => {
      const rows = await db.files.bulkGet([...hashes]);
      await db.files.bulkPut(
        rows.flatMap((row) =>
          row?.state === 'waiting' ? [{ ...row, state: 'held' as const, last: null }] : [],
        ),
      );
      await sweepFiles(db);
    });
  }
}
