import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { FileShelf } from '../../src/endpoint/files/shelf.ts';
import { Problem } from '../../src/endpoint/problems.ts';
import { sha256Of } from '../support/files.ts';

/** Bytes of files and of uploads that are under way, as they outlive a process. */
export class ShelfDisk {
  readonly files = new Map<string, Buffer>();
  readonly uploads = new Map<string, { readonly upload: Upload; bytes: Buffer; touchedAt: number }>();
}

/** A process on its disk. */
export interface ShelfProcess {
  now(): number;
  /** Before bytes are kept. Throws for a disk that is full; never resolves once the process is dead. */
  keeping(): Promise<void>;
  /** After bytes are kept, before anybody is told. */
  kept(): Promise<void>;
}

/**
 * The shelf without a disk behind it, whose every answer comes in an order that the seed decides. It promises what
 * `openDiskShelf` promises; that a real disk does is shown there (`test/endpoint/files`).
 */
export function memoryShelf(disk: ShelfDisk, process: ShelfProcess): FileShelf {
  return {
    incoming: (onWhole) => new MemoryIncoming(disk, process, onWhole),
    begun: async (id) => {
      const { hash, device } = disk.uploads.get(id)?.upload.metadata ?? {};
      return hash && device ? { hash, device } : undefined;
    },
    dropIncoming: async (before) => {
      const old = [...disk.uploads].filter(([, one]) => one.touchedAt < before);
      for (const [id] of old) disk.uploads.delete(id);
      return old.length;
    },
    has: async (hash, size) => disk.files.get(hash)?.length === size,
    hashOf: async (hash) => {
      const bytes = disk.files.get(hash);
      return bytes && sha256Of(bytes);
    },
    read: async (hash) => disk.files.get(hash),
    remove: async (hash) => void disk.files.delete(hash),
  };
}

class MemoryIncoming extends DataStore {
  readonly #disk: ShelfDisk;
  readonly #process: ShelfProcess;
  readonly #onWhole: (hash: string, size: number) => Promise<void>;

  constructor(
    disk: ShelfDisk,
    process: ShelfProcess,
    onWhole: (hash: string, size: number) => Promise<void>,
  ) {
    super();
    this.#disk = disk;
    this.#process = process;
    this.#onWhole = onWhole;
    this.extensions = ['creation', 'creation-with-upload'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#process.keeping();
    const touchedAt = this.#process.now();
    this.#disk.uploads.set(upload.id, { upload, bytes: Buffer.alloc(0), touchedAt });
    await this.#process.kept();
    return upload;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const parts: Buffer[] = [];
    for await (const part of readable) parts.push(part as Buffer);
    await this.#process.keeping();
    const one = this.#disk.uploads.get(id);
    if (!one) throw ERRORS.FILE_NOT_FOUND;
    one.bytes = Buffer.concat([one.bytes.subarray(0, offset), ...parts]);
    one.touchedAt = this.#process.now();
    await this.#process.kept();
    if (one.bytes.length === one.upload.size) await this.#take(id);
    return one.bytes.length;
  }

  /** As on a disk: what is complete lost its answer with the process, and is taken now. */
  override async getUpload(id: string): Promise<Upload> {
    const one = this.#disk.uploads.get(id);
    if (!one) throw ERRORS.FILE_NOT_FOUND;
    const { upload, bytes } = one;
    if (bytes.length !== upload.size) return uploadAt(upload, bytes.length);
    await this.#take(id);
    throw ERRORS.FILE_NOT_FOUND;
  }

  async #take(id: string): Promise<void> {
    const one = this.#disk.uploads.get(id);
    if (!one) return;
    const { bytes, upload } = one;
    const hash = sha256Of(bytes);
    if (hash !== upload.metadata?.hash) {
      this.#disk.uploads.delete(id);
      throw new Problem('upload.hashMismatch');
    }
    this.#disk.files.set(hash, bytes);
    await this.#onWhole(hash, bytes.length);
    this.#disk.uploads.delete(id);
  }
}

function uploadAt({ id, size, metadata, creation_date }: Upload, offset: number): Upload {
  const known = { ...(size === undefined ? {} : { size }), ...(metadata ? { metadata } : {}) };
  return new Upload({ id, offset, ...known, ...(creation_date ? { creation_date } : {}) });
}
