import type { Instant } from '../../domain/time.ts';

/** A key pair of the endpoint that devices seal to. */
export interface SealingKeyRow {
  readonly keyId: string;
  /** PKCS #8 DER in base64url. */
  readonly private: string;
  readonly createdAt: Instant;
  /** When another took its place; it still opens what was sealed to it. */
  readonly retiredAt: Instant | null;
}

export interface SealingKeyReads {
  /** Every key ever made, oldest first. */
  sealingKeys(): Promise<SealingKeyRow[]>;
}

export interface SealingKeyChanges {
  addSealingKey(row: SealingKeyRow): Promise<void>;
  /** Retires those in use. */
  retireSealingKeys(at: Instant): Promise<void>;
}
