import type { Party } from './parties.ts';
import type { Refusal } from './result.ts';

/**
 * Who cannot write puts a fingerprint on the paper, before somebody who saw it and signs for that. The paper is kept as
 * every paper is; what is recorded is that it was so, and who the witness is. Personal data.
 */
export interface Signing {
  readonly way: 'fingerprint';
  /** The name of the witness. Somebody of the same name as an applicant says more: 「王秀兰（西集村三组）」. */
  readonly witness: string;
}

export const MAX_WITNESS = 40;

/** Nobody is their own witness. Whoever brings the papers of others may be theirs. */
export function checkSigning(signing: Signing | undefined, parties: readonly Party[]): Refusal | undefined {
  if (!signing) return undefined;
  const witness = tidy(signing.witness);
  if (witness === '') return { code: 'signing.witnessMissing', facts: {} };
  const own = parties.some((party) => party.role !== 'agent' && tidy(party.name) === witness);
  return own ? { code: 'signing.witnessIsParty', facts: {} } : undefined;
}

const tidy = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');
