import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Upload } from '@tus/server';
import { Problem } from '../problems.ts';
import { hashOfFile, ifThere, syncFile, syncFolder } from './durable.ts';
import { Incoming } from './incoming.ts';
import type { FileShelf, UploadBegun } from './shelf.ts';

const PRIVATE = { recursive: true, mode: 0o700 } as const;

/**
 * The shelf in a folder: `ab/abcd…` = a file under its hash, `incoming/` = uploads. A rename within one disk puts a file
 * under its name whole or not at all; it takes the place of the same bytes, should they be there, and heals what the
 * disk has spoilt.
 */
export async function openDiskShelf(folder: string): Promise<FileShelf> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, PRIVATE);
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    incoming: (onWhole) =>
      new Incoming(incoming, async (path, upload) => {
        const { hash, size } = await proved(path, upload);
        await mkdir(join(folder, hash.slice(0, 2)), PRIVATE);
        await rename(path, pathOf(hash));
        await syncFolder(join(folder, hash.slice(0, 2)));
        await syncFolder(folder);
        await onWhole(hash, size);
      }),
    begun: async (upload) => {
      const text = await ifThere(readFile(join(incoming, `${upload}.json`), 'utf8'));
      return text === undefined ? undefined : begunIn(text);
    },
    dropIncoming: (before) => dropOld(incoming, before),
    has: async (hash, size) => (await ifThere(stat(pathOf(hash))))?.size === size,
    hashOf: (hash) => ifThere(hashOfFile(pathOf(hash))),
    read: (hash) => ifThere(readFile(pathOf(hash))),
    remove: async (hash) => {
      await rm(pathOf(hash), { force: true });
      await ifThere(syncFolder(join(folder, hash.slice(0, 2))));
    },
  };
}

/** Waits until a complete upload is safe, and holds it to what it was said to be. @throws Problem upload.hashMismatch */
async function proved(path: string, { size = 0, metadata }: Upload): Promise<{ hash: string; size: number }> {
  await syncFile(path);
  const hash = await hashOfFile(path);
  if (hash !== metadata?.hash || (await stat(path)).size !== size) throw new Problem('upload.hashMismatch');
  return { hash, size };
}

/** Undefined for what a lost power has left half written: the device begins again. */
function begunIn(text: string): UploadBegun | undefined {
  try {
    const { hash, device } = (JSON.parse(text) as Upload).metadata ?? {};
    return hash && device ? { hash, device } : undefined;
  } catch {
    return undefined;
  }
}

/** An upload is as old as the last that was added to it. */
async function dropOld(incoming: string, before: number): Promise<number> {
  const touched = new Map<string, number>();
  for (const name of await readdir(incoming)) {
    const found = await ifThere(stat(join(incoming, name)));
    const id = name.replace(/\.json$/, '');
    if (found) touched.set(id, Math.max(found.mtimeMs, touched.get(id) ?? 0));
  }
  const old = [...touched].filter(([, at]) => at < before);
  for (const [id] of old)
    for (const name of [id, `${id}.json`]) await rm(join(incoming, name), { force: true });
  return old.length;
}
