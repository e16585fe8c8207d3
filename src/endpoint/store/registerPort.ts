import type { SentBack } from '../../domain/handling.ts';
import type { SealNeed } from '../../domain/item.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { LegalDate } from '../../domain/time.ts';

/**
 * A line of the seal register (用印登记). It stands beside the events that it comes from, since those lose their content
 * one day and a register is kept.
 */
export interface SealLineRow {
  readonly office: OfficeId;
  readonly year: string;
  /** 0 in what was sealed before numbers were given. */
  readonly serial: number;
  /** From 1 on under each number. */
  readonly turn: number;
  /** The case, and the event of it. */
  readonly stream: string;
  readonly version: number;
  readonly on: LegalDate;
  readonly title: string;
  readonly caseNumber: string;
  readonly seal: SealNeed;
  readonly copies: number;
  readonly approver: string;
  readonly drafter: string;
  readonly sealer: string;
  readonly note: string;
  readonly back: { readonly what: SentBack['what']; readonly on: LegalDate } | null;
}

export interface RegisterQuery {
  readonly office: OfficeId;
  readonly year: string;
  /** Only what comes after this line. */
  readonly after?: Pick<SealLineRow, 'serial' | 'turn'> | undefined;
  readonly limit: number;
}

export interface RegisterReads {
  /** By number, then by turn. */
  sealLines(query: RegisterQuery): Promise<SealLineRow[]>;
  /** The years in which an office has given numbers, each with the last one; the newest first. */
  numbersGiven(office: OfficeId): Promise<{ year: string; given: number }[]>;
}

export interface RegisterChanges {
  addSealLines(rows: readonly SealLineRow[]): Promise<void>;
  /** Says at the last line of a case that what was sealed was given back. */
  markGivenBack(stream: string, back: SealLineRow['back'] & object): Promise<void>;
}
