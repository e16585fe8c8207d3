import { createDecipheriv } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_NONCE_BYTES, FILE_SEAL, FILE_TAG_BYTES } from '../../protocol/files.ts';
import type { Naming } from '../store/filesPort.ts';

/** Why a file is not what it was named to be. */
export type FileFault = 'size' | 'seal' | 'type';

/** What is in a file, or why it is not what it was named to be. */
export async function contentOfFile(
  sealed: Uint8Array,
  { size, type, key }: Pick<Naming, 'size' | 'type' | 'key'>,
): Promise<Buffer | FileFault> {
  if (sealed.length !== size) return 'size';
  const content = key === null ? undefined : opened(sealed, Buffer.from(key, 'base64url'));
  if (!content) return 'seal';
  const found = await fileTypeFromBuffer(content);
  return found?.mime === type ? content : 'type';
}

/** The layout of `protocol/files.ts`; undefined when it was not sealed so with this key. */
function opened(sealed: Uint8Array, key: Uint8Array): Buffer | undefined {
  const end = sealed.length - FILE_TAG_BYTES;
  if (end < FILE_NONCE_BYTES) return undefined;
  try {
    const open = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, FILE_NONCE_BYTES));
    open.setAAD(Buffer.from(FILE_SEAL));
    open.setAuthTag(sealed.subarray(end));
    return Buffer.concat([open.update(sealed.subarray(FILE_NONCE_BYTES, end)), open.final()]);
  } catch {
    // Another key, or other bytes: which of them, nobody can say.
    return undefined;
  }
}
