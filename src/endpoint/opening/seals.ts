import type { Sealed } from '../../protocol/sealing.ts';
import { type OpeningKey, openingKeyOf, openSealed } from './hpke.ts';

/** Opens what was sealed to any key that this endpoint ever had. */
export interface Seals {
  /**
   * The content; `unknownKey` when it is sealed to a key that was never ours; undefined when it was not sealed to that
   * key, for this use (`info`), in this frame (`aad`).
   */
  open(info: string, aad: string, sealed: Sealed): Buffer | 'unknownKey' | undefined;
}

/** @param privateKeys PKCS #8 DER in base64url */
export function sealsOf(privateKeys: readonly string[]): Seals {
  const keys = new Map<string, OpeningKey>();
  for (const one of privateKeys) {
    const key = openingKeyOf(one);
    keys.set(key.id, key);
  }
  return {
    open: (info, aad, { key, enc, body }) => {
      const ours = keys.get(key);
      if (!ours) return 'unknownKey';
      return openSealed(ours, Buffer.from(enc, 'base64url'), Buffer.from(body, 'base64url'), info, aad);
    },
  };
}
