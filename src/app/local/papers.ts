import type { HandledDocument } from '../../domain/documentTitles.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { Refusal, Result } from '../../domain/result.ts';
import type { Sticker } from '../../domain/sticker.ts';
import type { DocumentClaim } from '../../protocol/documentCode.ts';
import type { CaseDocuments, DocumentKey } from '../../protocol/documents.ts';
import type { RegisterCopy } from './sealRegister.ts';
import type { CaseView } from './types.ts';

/** The documents of cases: what the district has signed of them, how often each was printed, and whether one is genuine. */
export interface PapersOfCases {
  /** What the district has signed, and every printing that this device knows of. Empty while locked. */
  documentsOf(caseId: string): Promise<CaseDocuments>;
  /** Records that a document is printed; saved before anything is. `view`: the case as this person sees it. */
  print(
    view: CaseView,
    document: { readonly kind: HandledDocument; readonly hash: string },
  ): Promise<Result<null>>;
  /** So many stickers to print, with this hall's next numbers from this device. */
  stickers(count: number): Promise<Result<readonly Sticker[]>>;
  /** What 提交 of a new case would say of this sticker. Codes: `sticker.*`, and why nobody can act. */
  stickerRefusal(caseId: string, sticker: Sticker): Refusal | undefined;
  /** The seal register of an office and a year as it was last read here; null where it never was. Without a line. */
  registerHere(office: OfficeId, year: string): Promise<RegisterCopy | null>;
  /** The same from the endpoint; the copy here is then this one. Codes: why it could not be asked, `session.forbidden`. */
  readRegister(office: OfficeId, year: string): Promise<Result<RegisterCopy>>;
  /** Whether a scanned code was signed by the district. Without a line. Codes: `document.*`. */
  verifyDocument(text: string): Promise<Result<DocumentClaim>>;
}

/** Fetched apart: no first screen needs it. */
export interface WithPapers {
  papers(): Promise<PapersOfCases>;
}

/** Told at enrolment and at each contact; absent on a device that has had none since documents are signed. */
export interface DocumentKeysHeld {
  readonly documentKeys?: readonly DocumentKey[];
}

export const documentsRowName = (id: string): string => `cases/${id}/documents`;
