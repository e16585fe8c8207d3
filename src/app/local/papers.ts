import type { DocumentKind } from '../../domain/documentTitles.ts';
import type { Result } from '../../domain/result.ts';
import type { DocumentClaim } from '../../protocol/documentCode.ts';
import type { CaseDocuments, DocumentKey } from '../../protocol/documents.ts';
import { acts } from './acts.ts';
import type { Core } from './core.ts';
import type { CaseView } from './types.ts';

/** The documents of cases: what the district has signed of them, how often each was printed, and whether one is genuine. */
export interface PapersOfCases {
  /** What the district has signed, and every printing that this device knows of. Empty while locked. */
  documentsOf(caseId: string): Promise<CaseDocuments>;
  /** Records that a document is printed; saved before anything is. `view`: the case as this person sees it. */
  print(
    view: CaseView,
    document: { readonly kind: DocumentKind; readonly hash: string },
  ): Promise<Result<null>>;
  /** Whether a scanned code was signed by the district. Without a line. Codes: `document.*`. */
  verifyDocument(text: string): Promise<Result<DocumentClaim>>;
}

/** Told at enrolment and at each contact; absent on a device that has had none since documents are signed. */
export interface DocumentKeysHeld {
  readonly documentKeys?: readonly DocumentKey[];
}

export const documentsRowName = (id: string): string => `cases/${id}/documents`;
export const printRowName = (id: string): string => `prints/${id}`;

const NONE: CaseDocuments = { signed: [], prints: [] };

/** @param onSaved an act was saved, and is to be sent */
export function papersOfCases(
  core: Core,
  keys: () => readonly DocumentKey[],
  onSaved: () => void,
): PapersOfCases {
  return {
    async documentsOf(caseId) {
      const found = await core.store.guard(() => documentsIn(core, caseId));
      return found.ok ? found.value : NONE;
    },
    async print(view, document) {
      const result = await (await acts()).print(core, view, document);
      if (result.ok) onSaved();
      return result;
    },
    verifyDocument: async (text) => (await acts()).verifyHere(text, keys()),
  };
}

/** What came with the case, and this device's own printings that have not come back with it yet. */
async function documentsIn({ db, vault, lock }: Core, caseId: string): Promise<CaseDocuments> {
  if (!lock.open.value) return NONE;
  const [row, own] = await Promise.all([
    db.cases.get(caseId),
    db.prints.where('case').equals(caseId).toArray(),
  ]);
  const held = row?.documents
    ? ((await vault.open(documentsRowName(caseId), row.documents)) as CaseDocuments)
    : NONE;
  const known = new Set(held.prints.map((one) => one.id));
  const mine = await Promise.all(
    own
      .filter((one) => !known.has(one.id))
      .map(async ({ id, body }) => ({ id, ...((await vault.open(printRowName(id), body)) as Printed) })),
  );
  return { signed: held.signed, prints: [...held.prints, ...mine] };
}

/** What the sealed body of a printing says. */
export interface Printed {
  readonly hash: string;
  readonly at: string;
}
