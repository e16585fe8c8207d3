import { v7 } from 'uuid';
import { CROCKFORD } from '../../domain/caseNumber.ts';
import type { Clock, Randomness } from './ports.ts';

const UUID_RANDOM_BYTES = 16;
const BITS_OF_A_CHARACTER = 0x1f;

/** A UUIDv7 from injected time and chance. */
export function newId(ports: { readonly clock: Clock; readonly randomness: Randomness }): string {
  return v7({ random: ports.randomness.bytes(UUID_RANDOM_BYTES), msecs: ports.clock.now() });
}

/** Crockford base-32 characters, five random bits each. */
export function crockford(count: number, randomness: Randomness): string {
  return [...randomness.bytes(count)].map((byte) => CROCKFORD.charAt(byte & BITS_OF_A_CHARACTER)).join('');
}
