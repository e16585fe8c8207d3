import * as v from 'valibot';
import { Hash, Id, Instant } from './command.ts';

/**
 * A file as it is kept, sent and named: 12 random bytes (the nonce), then AES-256-GCM of its content with a key of its
 * own, under `FILE_SEAL` as associated data, the tag at the end. Nobody on the way can read it; its name is the SHA-256 of
 * these bytes, so nobody can change it either.
 */
export const FILE_SEAL = 'jinban-file-1';
export const FILE_NONCE_BYTES = 12;
export const FILE_TAG_BYTES = 16;

/** A cut upload sends again no more than one of these. Bytes. */
export const CHUNK_BYTES = 262_144;
/** What is never finished goes after these days. */
export const UPLOAD_DAYS = 7;

/**
 * `/api/files` takes resumable uploads (tus 1.0). Metadata of the creation: `hash` and `device`. Each request is signed
 * by the sending device's key over this text; what was sent is held to its hash at the end.
 * @param target the path that is asked for
 */
export function uploadText(device: string, at: string, method: string, target: string): string {
  return `jinban-upload-1\n${device}\n${at}\n${method}\n${target}`;
}

/** Which of these files the endpoint has whole and on its disk: asked before sending, and after a lost answer. */
export const FilesAsked = v.strictObject({
  device: Id,
  hashes: v.pipe(v.array(Hash), v.minLength(1), v.maxLength(100)),
});
export type FilesAsked = v.InferOutput<typeof FilesAsked>;

export const FilesHeld = v.strictObject({ held: v.array(Hash), now: Instant });
export type FilesHeld = v.InferOutput<typeof FilesHeld>;
