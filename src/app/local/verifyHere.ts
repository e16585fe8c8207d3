import type { Result } from '../../domain/result.ts';
import { fromBase64url, utf8 } from '../../protocol/bytes.ts';
import { type CheckSignature, type DocumentClaim, verifyDocument } from '../../protocol/documentCode.ts';
import type { DocumentKey } from '../../protocol/documents.ts';
import { KEY_ALGORITHM, SIGNATURE_ALGORITHM } from '../../protocol/signing.ts';

/** With the browser's own cryptography, and the keys that the district has told this device. */
const check: CheckSignature = async (publicKey, text, signature) => {
  const key = await crypto.subtle.importKey('spki', fromBase64url(publicKey), KEY_ALGORITHM, false, [
    'verify',
  ]);
  return await crypto.subtle.verify(SIGNATURE_ALGORITHM, key, fromBase64url(signature), utf8(text));
};

export const verifyHere = (text: string, keys: readonly DocumentKey[]): Promise<Result<DocumentClaim>> =>
  verifyDocument(text, keys, check);
