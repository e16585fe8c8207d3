import type { Case } from '../../domain/case.ts';
import { documentNumber } from '../../domain/documentNumber.ts';
import { issuerOfTitle } from '../../domain/documents.ts';
import { type DocumentKind, kindOfTitle } from '../../domain/documentTitles.ts';
import type { SentBack } from '../../domain/handling.ts';
import { maskedName } from '../../domain/names.ts';
import { applicantIn } from '../../domain/parties.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { verifyDocument } from '../../protocol/documentCode.ts';
import type { DocumentStanding, VerifiedDocument } from '../../protocol/verifiedDocument.ts';
import type { Context } from '../context.ts';
import type { DocumentRow } from '../store/documentPort.ts';
import type { EventFound } from '../store/store.ts';

type Needed = Pick<Context, 'store' | 'documents' | 'verifier' | 'published'>;

/**
 * What the endpoint says of a scanned code. Nothing is looked up before its signature is checked, so that whoever
 * guesses learns nothing, not even whether there is such a case.
 */
export async function findDocument(
  text: string,
  { store, documents, verifier, published }: Needed,
): Promise<Result<VerifiedDocument>> {
  const verified = await verifyDocument(text, documents.publicKeys(), verifier.verify);
  if (!verified.ok) return verified;
  const { title, case: id, office, on, serial, hash } = verified.value;
  const all = await store.read.documents([id]);
  const row = all.find((one) => one.title === title && one.hash === hash);
  // Signed, and not known: the district was put back to a backup of before.
  if (!row) return refuse('document.unknown');
  const found = await store.read.caseIn(id, ['all']);
  const state = found && (JSON.parse(found.state) as Case);
  const applicant = state && applicantIn(state.parties);
  const issuer = published.rules().office(office);
  return ok({
    title,
    number: serial === null ? null : documentNumber({ on, serial, title }, issuer?.shortName ?? ''),
    office: issuer ? issuerOfTitle(title, issuer) : office,
    on,
    hash,
    applicant: applicant ? maskedName(applicant.name) : null,
    standing: await standingOf(row, all, store.read),
  });
}

const TAKEN_BACK: Readonly<Record<SentBack['what'], DocumentStanding>> = {
  recallOpinion: 'recalled',
  sendBack: 'sentBack',
  returnForForm: 'returnedForForm',
};

/** Deleted words leave what is true of most. */
const whatOf = (data: string | null): SentBack['what'] =>
  data === null ? 'sendBack' : (JSON.parse(data) as SentBack).what;

/** What a department gives back within itself does not undo the slip by which it came there. */
const undoes = (kind: DocumentKind, { type, data }: Pick<EventFound, 'type' | 'data'>): boolean =>
  type === 'sentBack' && (kind !== 'transfer' || data === null || whatOf(data) !== 'sendBack');

/** What has happened to the case since the document was there. */
async function standingOf(
  row: DocumentRow,
  all: readonly DocumentRow[],
  read: Pick<Context['store']['read'], 'events'>,
): Promise<DocumentStanding> {
  const kind = kindOfTitle(row.title);
  const events = await read.events(row.stream);
  const later = all.some((one) => one.version > row.version && kindOfTitle(one.title) === kind);
  // Sent again on the same day, before each sending had a slip of its own: it is the slip of that one too.
  const again = events.filter((one) => kind === 'transfer' && !later && one.type === 'forwarded').at(-1);
  const made = Math.max(row.version, Number(again?.version ?? 0));
  const since = events.filter((one) => Number(one.version) > made);
  const judged = kind === 'opinion' || kind === 'decision' || kind === 'transfer';
  const back = judged ? since.find((one) => undoes(kind, one)) : undefined;
  if (back) return TAKEN_BACK[whatOf(back.data)];
  // It binds nobody before it is handed over.
  if (kind === 'decision' && since.some((one) => one.type === 'revocationDelivered')) return 'revoked';
  // A second special procedure has a notice of its own, beside the first.
  const beside = new Set(since.filter((one) => one.type === 'suspended').map((one) => Number(one.version)));
  const instead = (one: DocumentRow) => one.version > row.version && !beside.has(one.version);
  if (all.some((one) => instead(one) && kindOfTitle(one.title) === kind)) return 'superseded';
  if (since.some((one) => one.type === 'withdrawn')) return 'withdrawn';
  // A consultation is closed when it is answered: that takes nothing back.
  const answered = events.some((one) => one.type === 'answered');
  return !answered && since.some((one) => one.type === 'closed') ? 'closed' : 'valid';
}
