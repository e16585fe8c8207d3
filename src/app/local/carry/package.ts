import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import * as v from 'valibot';
import { MAX_FILE_BYTES } from '../../../domain/files.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import type { Instant } from '../../../domain/time.ts';
import { fromUtf8, toBase64url, utf8 } from '../../../protocol/bytes.ts';
import { Base64url, Envelope, Hash, Id, Instant as InstantText } from '../../../protocol/command.ts';
import { sha256 } from '../hash.ts';

const FORMAT = 'jinban-package-1';
const MANIFEST = 'jinban.json';
const FILES = 'files/';
/** A manifest of thousands of commands is some megabytes; what claims more is none of ours. Bytes. */
const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

/** A command as it travels in a package: what sending and ordering need, and its envelope. Nothing in it is readable. */
const PackedCommand = v.strictObject({
  id: Id,
  kind: v.picklist(['case', 'slip', 'access']),
  stream: Id,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  after: v.nullable(Id),
  madeAt: InstantText,
  files: v.exactOptional(v.array(Hash)),
  /** The copy for the screen, sealed under its device's vault key: only in what comes back to that device. */
  body: v.exactOptional(Base64url),
  envelope: Envelope,
});
export type PackedCommand = v.InferOutput<typeof PackedCommand>;

const Manifest = v.strictObject({
  format: v.literal(FORMAT),
  madeAt: InstantText,
  commands: v.array(PackedCommand),
});

/** What is carried: commands in order, and the sealed files that lie with them, by hash. */
export interface Package {
  readonly madeAt: Instant;
  readonly commands: readonly PackedCommand[];
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** A ZIP archive that only stores: everything in it is sealed, and sealed bytes do not shrink. */
export function pack({ madeAt, commands, files }: Package): Blob {
  const manifest: v.InferOutput<typeof Manifest> = { format: FORMAT, madeAt, commands: [...commands] };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Uint8Array(chunk));
  });
  const add = (name: string, bytes: Uint8Array): void => {
    const entry = new ZipPassThrough(name);
    archive.add(entry);
    entry.push(bytes, true);
  };
  add(MANIFEST, utf8(JSON.stringify(manifest)));
  for (const [hash, bytes] of files) add(`${FILES}${hash}`, bytes);
  archive.end();
  return new Blob(parts, { type: 'application/zip' });
}

/** What a chosen file holds, or `carry.unreadable`: cut, damaged, or no package at all. Nothing of it is believed unchecked. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Package>> {
  const entries = entriesIn(bytes);
  const text = entries?.[MANIFEST];
  const manifest = text && v.safeParse(Manifest, parseJson(fromUtf8(text)));
  if (!entries || !manifest?.success) return refuse('carry.unreadable');
  const { madeAt, commands } = manifest.output;
  if (commands.some((one) => one.envelope.id !== one.id)) return refuse('carry.unreadable');
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const hash of new Set(commands.flatMap((one) => one.files ?? []))) {
    const content = entries[`${FILES}${hash}`];
    // A file that the endpoint has already does not travel again.
    if (!content) continue;
    const own = new Uint8Array(content);
    if (toBase64url(await sha256(own)) !== hash) return refuse('carry.unreadable');
    files.set(hash, own);
  }
  return ok({ madeAt, commands, files });
}

/** Undefined for what is no archive. An entry that claims to be larger than any of ours is not unpacked. */
function entriesIn(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  const isOurs = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
    name === MANIFEST ? originalSize <= MAX_MANIFEST_BYTES : originalSize <= MAX_FILE_BYTES;
  try {
    return unzipSync(bytes, { filter: isOurs });
  } catch {
    // Cut before its directory, which stands at the end, or something else altogether.
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema says that it is none.
    return undefined;
  }
}
