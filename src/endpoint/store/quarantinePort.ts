import type { Instant } from '../../domain/time.ts';

export type Ruling = 'release' | 'setAside';

/** What waits for a supervisor. */
export interface QuarantinedRow {
  readonly id: string;
  /** The header's text: it names no personal data. */
  readonly header: string;
  /** Sealed, as it came. */
  readonly envelope: string;
  readonly sentBy: string;
  readonly code: string;
  readonly receivedAt: Instant;
  readonly ruling: Ruling | null;
}

export interface QuarantineReads {
  /** What is not settled, in the order in which it came. */
  quarantined(limit: number): Promise<QuarantinedRow[]>;
  /** What a supervisor has ruled on and is not settled, in that order. */
  quarantinedAndRuled(): Promise<QuarantinedRow[]>;
  /** Undefined when it is settled. */
  quarantinedUnder(id: string): Promise<QuarantinedRow | undefined>;
}

export interface QuarantineChanges {
  ruleQuarantine(id: string, ruling: Ruling): Promise<void>;
}
