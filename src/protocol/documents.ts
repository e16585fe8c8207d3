import * as v from 'valibot';
import { DOCUMENT_TITLES } from '../domain/documentTitles.ts';
import { Base64url, Id, Instant, KeyId } from './command.ts';

/** What a document says, as a hash (`issuedDocument`). */
export const DocumentHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'document hash'));

/** A public key that documents are verified with: SPKI in base64url, and its id (`keyIdOf`). */
export const DocumentKey = v.strictObject({
  id: KeyId,
  publicKey: v.pipe(Base64url, v.minLength(100), v.maxLength(200)),
});
export type DocumentKey = v.InferOutput<typeof DocumentKey>;

/** One printing of a document: the id of the act that it was recorded by, and when. */
export const Print = v.strictObject({ id: Id, at: Instant });
export type Print = v.InferOutput<typeof Print>;

/** A document that the endpoint has recorded and signed, as it comes with its case. */
export const SignedDocument = v.strictObject({
  title: v.picklist(DOCUMENT_TITLES.map(([title]) => title)),
  hash: DocumentHash,
  /** What its QR says (`documentCode.ts`). */
  code: v.pipe(v.string(), v.regex(/^[a-z2-7]{100,320}$/, 'code')),
});
export type SignedDocument = v.InferOutput<typeof SignedDocument>;

/** What a case brings along beside its state: its signed documents, and who of them was printed when. */
export const CaseDocuments = v.strictObject({
  signed: v.array(SignedDocument),
  prints: v.array(v.strictObject({ ...Print.entries, hash: DocumentHash })),
});
export type CaseDocuments = v.InferOutput<typeof CaseDocuments>;

/** What became of a document after it was issued. */
export const DOCUMENT_STANDINGS = [
  'valid',
  'recalled',
  'sentBack',
  'returnedForForm',
  'superseded',
  'withdrawn',
] as const;
export type DocumentStanding = (typeof DOCUMENT_STANDINGS)[number];

/** What the public page says of a document: nothing personal but a masked name. */
export interface VerifiedDocument {
  readonly title: string;
  /** 文号, or null for a document that bears none. */
  readonly number: string | null;
  readonly office: string;
  readonly on: string;
  readonly hash: string;
  /** Masked; null once the content has been deleted after its time. */
  readonly applicant: string | null;
  readonly standing: DocumentStanding;
}

/** The hash as it stands on paper and screens, in groups that two people can compare. */
export const hashInGroups = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
