import type { Case } from '../../domain/case.ts';
import { isGivenBack, issuedDocuments } from '../../domain/documents.ts';
import type { Item } from '../../domain/item.ts';
import { documentCode } from '../../protocol/documentCode.ts';
import type { CaseDocuments, Print, SignedDocument } from '../../protocol/documents.ts';
import type { DocumentRow } from '../store/documentPort.ts';
import type { Store } from '../store/store.ts';
import type { DocumentSigner } from './documentKeys.ts';

/**
 * The documents that an act has made, or made to say something else, each with what its QR will say. What was given back
 * is not made anew by a word put right in it.
 */
export function documentsMade(
  before: Case | null,
  after: Case,
  version: number,
  item: Item | undefined,
  signer: DocumentSigner,
): DocumentRow[] {
  const known = new Set(before ? issuedDocuments(before, item).map((one) => one.hash) : []);
  return issuedDocuments(after, item)
    .filter((one) => !known.has(one.hash) && !isGivenBack(after, one.kind, item))
    .map(({ title, office, on, serial = null, hash }) => {
      const claim = { title, case: after.id, office, on, serial, hash };
      const code = documentCode(claim, signer.keyId(), signer.sign);
      return { stream: after.id, title, hash, version, code };
    });
}

/** A state is JSON that nobody parses on its way out; one of these stands in it where there may be documents. */
const MAY_HAVE =
  /"(?:acceptedOn|ending|sealing|issue|decision|stations|suspensions|extension|delivery|answer|rectifications|promiseChecks|revocation|handOffs)":|"corrections":\[\{/;

/** By case, what comes with it beside its state. Cases of which nothing was told yet cost no query. */
export async function documentsOf(
  cases: readonly { readonly id: string; readonly state: string | null }[],
  read: Pick<Store['read'], 'documents' | 'prints'>,
): Promise<ReadonlyMap<string, CaseDocuments>> {
  const ids = cases.filter(({ state }) => state !== null && MAY_HAVE.test(state)).map(({ id }) => id);
  const found = new Map<string, { signed: SignedDocument[]; prints: Print[] }>();
  if (ids.length === 0) return found;
  for (const { stream, title, hash, code } of await read.documents(ids)) {
    const of = found.get(stream) ?? { signed: [], prints: [] };
    of.signed.push({ title: title as SignedDocument['title'], hash, code });
    found.set(stream, of);
  }
  for (const { stream, id, hash, at } of await read.prints(ids)) {
    const of = found.get(stream) ?? { signed: [], prints: [] };
    of.prints.push({ id, hash, at });
    found.set(stream, of);
  }
  return found;
}
