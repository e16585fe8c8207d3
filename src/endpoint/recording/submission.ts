import type { Instant } from '../../domain/time.ts';
import type { Arrived } from '../opening/opened.ts';

/** A batch whose sender has been authenticated, opened. */
export interface Submission {
  /** The device that sent it; what it carries may have been made on another. */
  readonly device: string;
  /** How many commands the sending device has made so far; null when this is no contact with it. */
  readonly made: number | null;
  readonly commands: readonly Arrived[];
  /** When the device says that it sent it. It dates the contact where it is earlier than the arrival. */
  readonly sentAt: Instant | null;
  /** When it reached the endpoint. */
  readonly arrival: Instant;
}
