import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Resolves when the content of a file is on the disk itself, and not only in the memory of the machine. */
export const syncContent = (path: string): Promise<void> => using(path, 'r+', (file) => file.datasync());

/** The same with everything that is known of the file. */
export const syncFile = (path: string): Promise<void> => using(path, 'r+', (file) => file.sync());

/** Resolves when the names in a folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await using(path, 'r', (folder) => folder.sync());
  } catch (error) {
    // Windows opens no folders, and writes names through by itself.
    if (!['EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function using(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

/** SHA-256 of a file's bytes, base64url. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64url');
}

/** Undefined where there is no such file. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
