import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { CaseFile, FileType } from '../../../domain/files.ts';
import { MAX_FILE_BYTES } from '../../../domain/files.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import type { Core } from '../core.ts';
import type { Ports } from '../ports.ts';
import { dropDraftFile, type FileRow, fileBytesOf, keepFileRow, sweepOrphans } from './rows.ts';
import { openFile, sealFile } from './sealFile.ts';

/** A file of a case together with what opens it: lies in drafts and in commands, never in clear. */
export interface HeldFile extends CaseFile {
  readonly key: string;
}

/** What is captured. */
export interface Captured {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: FileType;
  /** Material id, or `signature`. */
  readonly for: string;
}

/** A draft that was never kept is not missed after this. */
const ORPHAN_MS = 86_400_000;

type Base = Pick<Core, 'db' | 'store'> & { readonly ports: Pick<Ports, 'clock' | 'randomness'> };

/** The photographed pages on this device as signals over the table, which alone counts. */
export class FileShelf {
  readonly #base: Base;
  readonly #rows = signal<readonly FileRow[]>([]);

  /** Every file here, without its bytes: what sending and the screens need, also while locked. */
  readonly rows: ReadonlySignal<readonly FileRow[]> = this.#rows;

  constructor(base: Base) {
    this.#base = base;
  }

  /** Whether something waits to be sent. */
  waits(): boolean {
    return this.#rows.value.some((row) => row.state === 'waiting');
  }

  async load(): Promise<void> {
    this.#rows.value = await this.#base.db.files.toArray();
  }

  /**
   * Seals at once and keeps it with its draft. Resolves `ok` only after the strict transaction has completed: a page that
   * is shown survives the browser.
   */
  async capture(draft: string, { bytes, type, for: paper }: Captured): Promise<Result<HeldFile>> {
    const { db, store, ports } = this.#base;
    const sealed = await sealFile(bytes, ports.randomness);
    const size = sealed.bytes.length;
    if (size > MAX_FILE_BYTES) return refuse('upload.tooLarge');
    const { hash, key } = sealed;
    const row: FileRow = {
      ...{ hash, stream: draft, command: null, state: 'draft', recorded: false, size },
      ...{ madeAt: ports.clock.now(), upload: null, last: null },
    };
    const kept = await store.fit(() => keepFileRow(db, row, sealed.bytes));
    if (!kept.ok) return kept;
    this.#rows.value = [...this.#rows.value.filter((one) => one.hash !== hash), row];
    return ok({ hash, size, type, for: paper, key });
  }

  /** Takes a page out of a draft for good; one that a command names stays. */
  async drop(hash: string): Promise<void> {
    const { db, store } = this.#base;
    await store.run(() => dropDraftFile(db, hash));
    await store.guard(() => this.load());
  }

  /** The content, as far as it is on this device. */
  async read(hash: string, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { db, store } = this.#base;
    const found = await store.guard(() => fileBytesOf(db, hash));
    if (!found.ok || !found.value) return undefined;
    try {
      return await openFile(new Uint8Array(found.value), key);
    } catch {
      store.unreadable();
      return undefined;
    }
  }

  /** Gives up what belongs to no draft any more. */
  async tidy(): Promise<void> {
    const { db, store, ports } = this.#base;
    await store.guard(async () => {
      await sweepOrphans(db, ports.clock.now() - ORPHAN_MS);
      await this.load();
    });
  }
}
