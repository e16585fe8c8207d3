/** `js.staff.gzip`: what a browser has to fetch and run before the first staff screen can be used. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../support/root.ts';
import { type Measured, say } from '../figure.ts';

const DESK = join(ROOT, 'dist/desk');
const LIMIT_BYTES = 112_640;
const PRECACHE_LIMIT_BYTES = 600 * 1024;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

const read = (file: string): Buffer => readFileSync(join(DESK, file));
const packed = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;

export async function measure(): Promise<Measured> {
  const manifest = JSON.parse(read('.vite/manifest.json').toString('utf8')) as Manifest;
  const files = firstScreen(manifest);
  const scripts = [...files].map((file) => ({ name: file, bytes: packed(read(file)) }));
  const inline = inlineScripts(read('index.html').toString('utf8'), files);
  if (inline.length > 0) scripts.push({ name: 'inline in index.html', bytes: packed(Buffer.from(inline)) });
  sayWeights(manifest, files);
  sayPrecache();
  const value = scripts.reduce((sum, one) => sum + one.bytes, 0);
  return { value, unit: 'bytes', better: 'less', limit: LIMIT_BYTES };
}

/**
 * The entry, what it imports, and what it loads before anything can be drawn: the entry's own dynamic imports (the
 * composition root, split off for the order of the style sheets). Screens that the composition root loads when they
 * are opened do not count.
 */
function firstScreen(manifest: Manifest): Set<string> {
  const entry = manifest['index.html'];
  if (!entry?.isEntry) throw new Error('dist/desk has no entry index.html');
  const files = new Set<string>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest of dist/desk names ${key} and does not have it`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  add('index.html');
  entry.dynamicImports?.forEach(add);
  return files;
}

/** @throws when the page loads a script that the manifest's entry does not */
function inlineScripts(page: string, files: ReadonlySet<string>): string {
  let inline = '';
  for (const [, attributes = '', content = ''] of page.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
    const source = /\bsrc="\/desk\/([^"]+)"/.exec(attributes)?.[1];
    if (source === undefined) inline += content;
    else if (!files.has(source)) throw new Error(`index.html loads ${source}, which is not the entry`);
  }
  return inline;
}

function sayWeights(manifest: Manifest, first: ReadonlySet<string>): void {
  const files = [...new Set(Object.values(manifest).map((chunk) => chunk.file))].filter((file) =>
    file.endsWith('.js'),
  );
  const weights = files.map((file) => ({ file, bytes: packed(read(file)), first: first.has(file) }));
  weights.sort((a, b) => Number(b.first) - Number(a.first) || b.bytes - a.bytes);
  say('scripts of the staff app, gzip -9 (* = needed for the first screen):');
  for (const { file, bytes, first: needed } of weights)
    say(`  ${needed ? '*' : ' '} ${String(bytes).padStart(7)}  ${file}`);
}

/** All that the service worker fetches when it is installed. */
function sayPrecache(): void {
  const worker = read('sw.js').toString('utf8');
  const urls = [...worker.matchAll(/"?url"?:\s*["'`]([^"'`]+)["'`]/g)].map((match) => match[1] ?? '');
  if (!urls.includes('index.html')) throw new Error('no precache list found in dist/desk/sw.js');
  const contents = urls.map(read);
  const raw = contents.reduce((sum, one) => sum + one.length, 0);
  const gzip = contents.reduce((sum, one) => sum + packed(one), 0);
  say(`precache: ${urls.length} files, ${kib(raw)} as they lie, ${kib(gzip)} in gzip`);
  if (raw > PRECACHE_LIMIT_BYTES)
    say(`MISSED precache: ${kib(raw)}, allowed is at most ${kib(PRECACHE_LIMIT_BYTES)}`);
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
