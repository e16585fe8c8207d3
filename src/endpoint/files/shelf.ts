import type { DataStore } from '@tus/server';

/** In the data folder of an endpoint: the bytes of files. */
export const FILES_FOLDER = 'files';

/** What an upload was begun as. */
export interface UploadBegun {
  readonly hash: string;
  /** Who sends it. */
  readonly device: string;
}

/**
 * The attachment store: where the sealed bytes of files are, each under its hash. What is on the shelf is whole and safe,
 * and never changes. A local disk is behind it today.
 */
export interface FileShelf {
  /**
   * What tus writes uploads to while they come in. Before `write` resolves its bytes are safe; when they are the last,
   * they have been held to size and hash, stand on the shelf, and `onWhole` is through.
   * `write` throws Problem upload.hashMismatch for what is not what it was said to be; nothing of it stays.
   */
  incoming(onWhole: (hash: string, size: number) => Promise<void>): DataStore;
  begun(upload: string): Promise<UploadBegun | undefined>;
  /** Removes uploads that nothing was added to since a moment, in milliseconds since the epoch. @returns how many */
  dropIncoming(before: number): Promise<number>;
  /** Whether a file stands here with all its bytes. They are not read. */
  has(hash: string, size: number): Promise<boolean>;
  /** SHA-256 of the bytes that stand under a hash, whatever they are; undefined when there are none. */
  hashOf(hash: string): Promise<string | undefined>;
  /** Undefined when it is not here. */
  read(hash: string): Promise<Buffer | undefined>;
  /** Removes the bytes for good; harmless when they are not here. */
  remove(hash: string): Promise<void>;
}
