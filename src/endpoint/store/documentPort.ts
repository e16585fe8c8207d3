import type { Instant } from '../../domain/time.ts';
import type { SealingKeyRow } from './sealingPort.ts';

/** A key pair of the endpoint that documents are signed with; a retired one still verifies. */
export type DocumentKeyRow = SealingKeyRow;

/** A document that was recorded and signed. Nothing personal: what it says is in the case. */
export interface DocumentRow {
  readonly stream: string;
  readonly title: string;
  readonly hash: string;
  /** Version of the case at which it was there. */
  readonly version: number;
  readonly code: string;
}

/** One printing of a document. `id`: the stream of the act. */
export interface PrintRow {
  readonly id: string;
  readonly stream: string;
  readonly hash: string;
  readonly at: Instant;
}

export interface DocumentReads {
  /** Every key ever made, oldest first. */
  documentKeys(): Promise<DocumentKeyRow[]>;
  /** Of these cases, in the order of their versions. */
  documents(streams: readonly string[]): Promise<DocumentRow[]>;
  prints(streams: readonly string[]): Promise<PrintRow[]>;
}

export interface DocumentChanges {
  addDocumentKey(row: DocumentKeyRow): Promise<void>;
  /** Retires those in use. */
  retireDocumentKeys(at: Instant): Promise<void>;
  /** Once for each content. */
  addDocuments(rows: readonly DocumentRow[]): Promise<void>;
  /**
   * The case moves in its feeds, so that other devices hear of the printing.
   * @returns the feeds in which something moved
   */
  addPrint(row: PrintRow): Promise<string[]>;
}
