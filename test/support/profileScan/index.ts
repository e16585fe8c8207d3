/**
 * Reads a Chromium profile as a thief would: every file's bytes, and what is packed in LevelDB's tables and logs, in
 * SQLite, in the cache. Looks for texts in every way in which a program may have written them.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Layer, layersOf } from './layers.ts';
import { Searcher } from './search.ts';

export interface Found {
  readonly needle: string;
  /** In which writing: `utf-8`, `utf-16le`, `base64`, … */
  readonly how: string;
  readonly file: string;
  /** `as it lies`, or in what it was packed. */
  readonly where: string;
}

export interface Scan {
  readonly found: readonly Found[];
  readonly files: number;
  /** How much was looked through, unpacked. */
  readonly bytes: number;
  /** Files of a known kind that could not be unpacked, and why; they were searched as they lie. */
  readonly unread: readonly string[];
}

export function scan(folder: string, needles: Iterable<string>): Scan {
  const searcher = new Searcher(needles);
  const found: Found[] = [];
  const unread: string[] = [];
  let [files, bytes] = [0, 0];
  for (const path of filesIn(folder)) {
    const file = relative(folder, path);
    files += 1;
    const seen = new Map<string, Found>();
    for (const { where, bytes: layer } of layers(path, (why) => unread.push(`${file}: ${why}`))) {
      bytes += layer.length;
      for (const { needle, how } of searcher.in(layer))
        seen.set(`${needle}\n${how}\n${where}`, { needle, how, file, where });
    }
    found.push(...seen.values());
  }
  return { found, files, bytes, unread };
}

/** Where in a profile any of these texts stands. */
export const findIn = (folder: string, needles: Iterable<string>): readonly Found[] =>
  scan(folder, needles).found;

function layers(path: string, fail: (why: string) => void): Layer[] {
  const bytes = readFileSync(path);
  try {
    return layersOf(path, bytes);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
    return [{ where: 'as it lies', bytes }];
  }
}

/** Everything that can be read in a profile, for whoever looks for more than texts. */
export const everythingIn = (folder: string): Layer[] =>
  filesIn(folder).flatMap((path) => layers(path, () => undefined));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Copies a profile, also of a browser that runs: as whoever takes the disk finds it. */
export function copyProfile(profile: string, to: string): void {
  for (const path of filesIn(profile)) {
    const copy = join(to, relative(profile, path));
    mkdirSync(dirname(copy), { recursive: true });
    try {
      copyFileSync(path, copy);
    } catch (problem) {
      // The browser removes files of its own at any time.
      if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    }
  }
}
