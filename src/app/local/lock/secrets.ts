import { type Result, refuse } from '../../../domain/result.ts';
import type { Secret, SecretKind, SecretsAllowed } from '../types.ts';

const DIGITS = 10;
/** Where an administrator has recorded that the disk is encrypted. */
const DIGITS_ON_ENCRYPTED_DISK = 6;
const CHARACTERS = 8;

export function secretsAllowed(passkey: boolean, diskEncrypted: boolean): SecretsAllowed {
  return {
    passkey,
    digits: diskEncrypted ? DIGITS_ON_ENCRYPTED_DISK : DIGITS,
    characters: CHARACTERS,
  };
}

/** What people type for the same secret: full-width digits, blanks and hyphens between groups of digits. */
export function normaliseSecret(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const joined = plain.replace(/[\s-]/g, '');
  return /^\d+$/.test(joined) ? joined : plain;
}

export const kindOf = (secret: Secret): SecretKind => {
  if (secret.kind === 'passkey') return 'passkey';
  return /^\d+$/.test(normaliseSecret(secret.text)) ? 'digits' : 'passphrase';
};

/** Among the first that anybody tries. */
const COMMON = ['password', 'qwertyui', 'asdfghjk', 'iloveyou', 'admin', 'shanting', 'zaozhuang', 'jinban'];

/**
 * Whether a typed secret may protect what lies on this device; `ok` gives it as it is used.
 * @param username a secret that contains it is the first guess
 */
export function checkSecret(text: string, username: string, allowed: SecretsAllowed): Result<string> {
  const secret = normaliseSecret(text);
  const { digits, characters } = allowed;
  if (/^\d+$/.test(secret)) {
    if (secret.length < digits)
      return digits > DIGITS_ON_ENCRYPTED_DISK && secret.length >= DIGITS_ON_ENCRYPTED_DISK
        ? refuse('secret.needsEncryptedDisk')
        : refuse('secret.tooShort', { digits, characters });
    return isPattern(secret) ? refuse('secret.tooSimple') : { ok: true, value: secret };
  }
  if ([...secret].length < characters) return refuse('secret.tooShort', { digits, characters });
  const lower = secret.toLowerCase();
  const simple =
    new Set(lower).size < 4 ||
    username
      .toLowerCase()
      .split('.')
      .some((part) => part.length >= 3 && lower.includes(part)) ||
    COMMON.some((word) => lower.includes(word));
  return simple ? refuse('secret.tooSimple') : { ok: true, value: secret };
}

/** Few different digits, one step throughout, or a group said again: 1111122222, 1234567890, 4711471147. */
function isPattern(digits: string): boolean {
  if (new Set(digits).size < 4) return true;
  const steps = new Set<number>();
  for (let index = 1; index < digits.length; index += 1)
    steps.add((Number(digits[index]) - Number(digits[index - 1]) + 10) % 10);
  if (steps.size === 1) return true;
  for (let length = 1; length <= digits.length / 2; length += 1) {
    const group = digits.slice(0, length);
    if (group.repeat(Math.ceil(digits.length / length)).slice(0, digits.length) === digits) return true;
  }
  return false;
}
