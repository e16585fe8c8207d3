import type { Instant } from '../../domain/time.ts';

/** How a stream names a file. */
export interface Naming {
  readonly stream: string;
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  /** Null once it has been deleted. */
  readonly key: string | null;
  /** Why it is not what it was named to be. */
  readonly fault: string | null;
}

/** A naming as somebody finds it who reads certain feeds. */
export interface NamingFound extends Naming {
  readonly arrived: boolean;
  /** The case has left the feed. */
  readonly gone: boolean;
}

export interface ArrivedFile {
  readonly hash: string;
  readonly size: number;
}

export interface Files {
  /** Those of these whose bytes are here. */
  arrived(hashes: readonly string[]): Promise<ArrivedFile[]>;
  /** Files that these cases wait for. */
  awaited(streams: readonly string[]): Promise<{ stream: string; hash: string }[]>;
  /** Files of a case that are not what they were named to be. */
  faulty(stream: string): Promise<string[]>;
  /** By cases that stand, or stood, in one of these feeds. */
  namings(hash: string, scopes: readonly string[]): Promise<NamingFound[]>;
  /** Namings whose bytes are here and were not looked at yet, in order of stream and hash, after one of them. */
  unchecked(after: Pick<Naming, 'stream' | 'hash'>, limit: number): Promise<Naming[]>;
  /** In order of hash. */
  arrivedAfter(hash: string, limit: number): Promise<ArrivedFile[]>;
  /** Files here that are named, but only by streams whose content has been deleted. */
  forgottenFiles(limit: number): Promise<string[]>;
}

export interface FileChanges {
  /** @param fault null: it is what it was named to be */
  checked(naming: Pick<Naming, 'stream' | 'hash'>, fault: string | null, at: Instant): Promise<void>;
  /** Their bytes are here no longer. */
  dropFiles(hashes: readonly string[]): Promise<void>;
}
