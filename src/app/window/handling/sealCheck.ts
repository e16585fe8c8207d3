import type { Case } from '../../../domain/case.ts';
import { issuedDocument } from '../../../domain/documents.ts';
import type { Item } from '../../../domain/item.ts';
import type { Refusal } from '../../../domain/result.ts';
import type { PapersOfCases } from '../../local/papers.ts';

/** What this device can say of the signed code of a town's sealed opinion, with a line or without one. */
export type SealCheck =
  /** The district signed exactly this opinion. */
  | { readonly kind: 'genuine' }
  /** The code has not come to this device: with the next synchronisation. */
  | { readonly kind: 'noCode' }
  /** This device has no key that could tell. */
  | { readonly kind: 'noKey' }
  /** Signed, but of something else than what stands here. */
  | { readonly kind: 'another' }
  /** No signature of the district's. */
  | { readonly kind: 'false'; readonly refusal: Refusal };

/** Checks the code that came with a case against the opinion as the case has it here (见章发证: the seal first). */
export async function checkSeal(
  found: Case,
  item: Item,
  papers: Pick<PapersOfCases, 'documentsOf' | 'verifyDocument'>,
): Promise<SealCheck> {
  const issued = issuedDocument(found, 'opinion', item);
  const { signed } = await papers.documentsOf(found.id);
  const code = signed.find((one) => one.hash === issued?.hash && one.title === issued?.title)?.code;
  if (!issued || code === undefined) return { kind: 'noCode' };
  const read = await papers.verifyDocument(code);
  if (!read.ok)
    return read.refusal.code === 'document.keyUnknown'
      ? { kind: 'noKey' }
      : { kind: 'false', refusal: read.refusal };
  const { case: id, title, office, on, serial, hash } = read.value;
  const same =
    id === found.id &&
    title === issued.title &&
    office === issued.office &&
    on === issued.on &&
    serial === (issued.serial ?? null) &&
    hash === issued.hash;
  return { kind: same ? 'genuine' : 'another' };
}
