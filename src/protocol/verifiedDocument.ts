import * as v from 'valibot';

/** What a document says, as a hash (`issuedDocument`). */
export const DocumentHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'document hash'));

/** What became of a document after it was issued. */
export const DOCUMENT_STANDINGS = [
  'valid',
  'recalled',
  'sentBack',
  'returnedForForm',
  'revoked',
  'superseded',
  'withdrawn',
  'closed',
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
