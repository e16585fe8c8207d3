import { toBase64url } from '../../../protocol/bytes.ts';
import { PROOF_HEADER } from '../../../protocol/proof.ts';

/** The second half of this browser's session: in the memory of its windows, never written anywhere. */
let held: string | null = null;
let tell: (proof: string) => void = () => undefined;

const PROOF_BYTES = 32;

export const heldProof = (): string | null => held;

export function holdProof(proof: string | null): void {
  held = proof;
}

/** Another window has made one: the cookie that both have is worth nothing with an earlier one. */
export function replaceProof(proof: string): void {
  if (held !== null) held = proof;
}

/** Before a session is begun. */
export function makeProof(): void {
  if (held !== null) return;
  held = toBase64url(crypto.getRandomValues(new Uint8Array(PROOF_BYTES)));
  tell(held);
}

export function onProofMade(told: (proof: string) => void): void {
  tell = told;
}

export const proofHeaders = (): Record<string, string> => (held === null ? {} : { [PROOF_HEADER]: held });
