import type { Instant } from '../../domain/time.ts';

/** A batch whose sender has been authenticated. */
export interface Submission {
  /** The device that sent it; what it carries may have been made on another. */
  readonly device: string;
  /** A revoked device may still deliver; what it delivers goes to quarantine. */
  readonly revoked: boolean;
  /** How many commands the sending device has made so far. */
  readonly made: number;
  readonly commands: readonly unknown[];
  /** When the device says that it sent it. It dates the contact where it is earlier than the arrival. */
  readonly sentAt?: Instant;
  /** When it reached the endpoint. */
  readonly arrival: Instant;
}
