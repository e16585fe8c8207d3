import { fromUtf8, utf8 } from '../../../protocol/bytes.ts';
import type { Vault } from '../ports.ts';

const NONCE_BYTES = 12;

/**
 * AES-GCM with a fresh nonce in front. The row's name is authenticated with the ciphertext, so that a body put into
 * another row does not open.
 */
export function vaultOf(key: CryptoKey): Vault {
  return {
    async seal(row, body) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const content = utf8(JSON.stringify(body));
      const sealed = await crypto.subtle.encrypt(parametersOf(iv, row), key, content);
      const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
      bytes.set(iv);
      bytes.set(new Uint8Array(sealed), NONCE_BYTES);
      return bytes;
    },
    async open(row, sealed) {
      const bytes = new Uint8Array(sealed);
      const iv = bytes.subarray(0, NONCE_BYTES);
      const content = await crypto.subtle.decrypt(parametersOf(iv, row), key, bytes.subarray(NONCE_BYTES));
      return JSON.parse(fromUtf8(new Uint8Array(content)));
    },
  };
}

const parametersOf = (iv: Uint8Array<ArrayBuffer>, row: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(row),
});
