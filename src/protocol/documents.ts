import * as v from 'valibot';
import type { DocumentTitle } from '../domain/documentTitles.ts';
import type { Instant } from '../domain/time.ts';
import { Base64url, KeyId } from './command.ts';

/** A public key that documents are verified with: SPKI in base64url, and its id (`keyIdOf`). */
export const DocumentKey = v.strictObject({
  id: KeyId,
  publicKey: Base64url,
});
export const DocumentKeys = v.array(DocumentKey);
export type DocumentKey = v.InferOutput<typeof DocumentKey>;

/** A document that the endpoint has recorded and signed, as it comes with its case. */
export interface SignedDocument {
  readonly title: DocumentTitle;
  readonly hash: string;
  /** What its QR says (`documentCode.ts`). */
  readonly code: string;
}

/** One printing of a document: the id of the act that it was recorded by, which document, and when. */
export interface Print {
  readonly id: string;
  readonly hash: string;
  readonly at: Instant;
}

/** What a case brings along beside its state: its signed documents, and when each was printed. */
export interface CaseDocuments {
  readonly signed: readonly SignedDocument[];
  readonly prints: readonly Print[];
}

/** Of that the device checks the frame, as of the state: it is the endpoint's own, and only shown. */
export const CaseDocumentsFrame = v.looseObject({
  signed: v.array(v.looseObject({ title: v.string(), hash: v.string(), code: v.string() })),
  prints: v.array(v.looseObject({ hash: v.string(), id: v.string(), at: v.string() })),
});
