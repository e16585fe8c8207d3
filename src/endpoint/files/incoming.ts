import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS, type Upload } from '@tus/server';
import { Problem } from '../problems.ts';
import { syncContent } from './durable.ts';

/** Takes over the bytes of an upload that is complete. A Problem says that they are good for nothing. */
export type Finish = (path: string, upload: Upload) => Promise<void>;

/**
 * Uploads in a folder, two files each: the bytes, and what tus keeps of them. tus never waits for the disk; here nothing
 * is answered that is not safe on it, and the last bytes only once the whole is on the shelf. tus holds a lock for each
 * upload around all of this.
 */
export class Incoming extends FileStore {
  readonly #finish: Finish;

  constructor(directory: string, finish: Finish) {
    super({ directory });
    this.#finish = finish;
    // No termination, since nobody takes a file back; what is left lying expires by the endpoint's own clock.
    this.extensions = ['creation', 'creation-with-upload'];
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const reached = await super.write(readable, id, offset);
    const upload = await this.configstore.get(id);
    if (upload?.size === reached) await this.#take(upload);
    else await syncContent(join(this.directory, id));
    return reached;
  }

  /** One that is complete lost its answer with the process: it is finished now, and is no upload any more. */
  override async getUpload(id: string): Promise<Upload> {
    const upload = await super.getUpload(id);
    if (upload.offset !== upload.size) return upload;
    await this.#take(upload);
    throw ERRORS.FILE_NOT_FOUND;
  }

  async #take(upload: Upload): Promise<void> {
    const path = join(this.directory, upload.id);
    try {
      await this.#finish(path, upload);
    } catch (error) {
      // Bytes that are good and still here are taken when the device asks again.
      if (error instanceof Problem || !existsSync(path)) await this.#drop(upload.id);
      throw error;
    }
    await this.#drop(upload.id);
  }

  async #drop(id: string): Promise<void> {
    for (const name of [id, `${id}.json`]) await rm(join(this.directory, name), { force: true });
  }
}
