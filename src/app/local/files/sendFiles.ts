import { utf8 } from '../../../protocol/bytes.ts';
import { type FilesHeld, uploadText } from '../../../protocol/files.ts';
import { authorisation } from '../../../protocol/signing.ts';
import { signedBody } from '../batch.ts';
import type { Reply } from '../ports.ts';
import { type FileRow, fileBytesOf, fileTables, sweepFiles } from './rows.ts';
import type { Run, UploadingCore } from './uploader.ts';

/** At once: while one waits for an answer, the others keep the line full. */
const ABREAST = 3;
/** The endpoint is asked about so many at once. */
const ASKED = 100;
/** Answers after which the same bytes are not taken either. */
const FINAL: readonly number[] = [413, 415];
/** What was begun there is gone, or spoilt: it is sent from the beginning. */
const BEGIN_ANEW: readonly string[] = ['upload.unknown', 'upload.hashMismatch', 'upload.malformed'];

/** Sends what waits, until nothing does or the line fails. */
export async function sendFiles(core: UploadingCore, run: Run): Promise<void> {
  const sending = new Sending(core, run);
  if (await sending.askWhichAreHeld()) await sending.sendAll();
}

class Sending {
  readonly #core: UploadingCore;
  readonly #run: Run;
  /** Files that had their turn in this run. */
  readonly #tried = new Set<string>();
  /** The line failed: nothing more is begun. */
  #ended = false;
  /** The endpoint has answered in this run. */
  #reached = false;

  constructor(core: UploadingCore, run: Run) {
    this.#core = core;
    this.#run = run;
  }

  async sendAll(): Promise<void> {
    const one = async (): Promise<void> => {
      for (let next = this.#next(); next && !this.#ended; next = this.#next()) {
        this.#tried.add(next.hash);
        await this.#send(next);
        await this.#core.files.load();
        this.#run.onFile();
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, one));
    if (!this.#ended) this.#run.backoff.fine();
  }

  #waiting(): FileRow[] {
    return this.#core.files.rows.value.filter((row) => row.state === 'waiting');
  }

  /** The oldest first: the case that has waited longest is complete first. */
  #next(): FileRow | undefined {
    if (this.#run.stepBack?.aborted) return undefined;
    return this.#waiting()
      .filter((row) => !this.#tried.has(row.hash))
      .sort((a, b) => a.madeAt - b.madeAt)[0];
  }

  /** A lost answer, or another device that carried them, may have brought them there already. */
  async askWhichAreHeld(): Promise<boolean> {
    const { line, ports, deviceKeys, files } = this.#core;
    const { device, stepBack, onFile } = this.#run;
    const waiting = this.#waiting().map((row) => row.hash);
    for (let from = 0; from < waiting.length; from += ASKED) {
      const hashes = waiting.slice(from, from + ASKED);
      const signed = await signedBody(deviceKeys, device, { device, hashes }, line.now());
      const ask = () => ports.transport.filesHeld(signed.body, signed.authorisation, stepBack);
      const reply: Reply<FilesHeld> = await line.ask(ask, (value) => value.now);
      if (reply.kind !== 'answer') {
        this.#failed(reply);
        return false;
      }
      this.#reached = true;
      const held = reply.value.held.filter((hash) => hashes.includes(hash));
      if (held.length === 0) continue;
      await this.#settle(held);
      await files.load();
      onFile();
    }
    return true;
  }

  async #send(row: FileRow): Promise<void> {
    const { db, store, line, ports, deviceKeys } = this.#core;
    const { device, stepBack, onArrived } = this.#run;
    const bytes = await fileBytesOf(db, row.hash);
    if (!bytes) return await this.#change(row.hash, { last: 'file.notHere', state: 'refused' });
    const key = await deviceKeys.device();
    const reply = await line.ask(() =>
      ports.transport.upload({
        ...{ hash: row.hash, bytes, address: row.upload, giveUp: stepBack },
        device,
        authorise: async (method, path) => {
          const at = line.now();
          const signature = await key.sign(utf8(uploadText(device, at, method, path)));
          return authorisation(device, at, signature);
        },
        // An address that cannot be kept costs at most another beginning, and is told.
        onAddress: async (address) => {
          await store.guard(() => this.#change(row.hash, { upload: address }));
        },
        onArrived: (count) => onArrived(row.hash, count),
      }),
    );
    if (reply.kind === 'answer') return await this.#settle([row.hash]);
    this.#failed(reply);
    if (reply.kind !== 'problem') return;
    const { code, status } = reply.problem;
    if (FINAL.includes(status)) await this.#change(row.hash, { last: code, state: 'refused' });
    else await this.#change(row.hash, { last: code, ...(BEGIN_ANEW.includes(code) ? { upload: null } : {}) });
  }

  #failed(reply: Exclude<Reply<unknown>, { kind: 'answer' }>): void {
    const about = reply.kind === 'problem' && FINAL.includes(reply.problem.status);
    const retryAfterMs = reply.kind === 'problem' ? (reply.retryAfterMs ?? null) : null;
    // One cut ends all that go abreast, and is one failure; what the endpoint asks for is always heard.
    if (about || (this.#ended && retryAfterMs === null)) return;
    this.#ended = true;
    this.#run.backoff.failed(retryAfterMs, this.#reached ? 'work' : 'line');
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
