import type { Case, CaseEvent } from '../../domain/case.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import type { Signed } from '../../domain/handling.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time.ts';
import type { DocumentSigner } from '../documents/documentKeys.ts';
import { documentsMade } from '../documents/signing.ts';
import type { Opened } from '../opening/opened.ts';
import type { StreamState, WorkingSet } from './workingSet.ts';

/**
 * 文号: what is sealed, and a notice of handling, gets its number here and nowhere else, in the transaction that records it,
 * so that the numbers of an office, a series and a year have no gaps. A document that comes back for its form in the same
 * year keeps its number; a revocation is a document of its own.
 */
export async function withSerial(
  events: readonly CaseEvent[],
  found: Case | null,
  { tx }: WorkingSet,
): Promise<CaseEvent[]> {
  const numbered: CaseEvent[] = [];
  for (const event of events) {
    const series = seriesOf(event);
    if (!series) {
      numbered.push(event);
      continue;
    }
    const { office, on } = event.data as Signed;
    const year = on.slice(0, 4);
    const earlier = event.type === 'sealed' ? found?.sealing : undefined;
    const before = earlier?.on.startsWith(year) ? earlier.serial : undefined;
    const serial = before ?? (await tx.nextSerial(`${series} ${office} ${year}`));
    numbered.push({ ...event, data: { ...event.data, serial } } as CaseEvent);
  }
  return numbered;
}

/** Notices have numbers of their own: those of the seal register follow one another. */
function seriesOf(event: CaseEvent): 'document' | 'notice' | undefined {
  switch (event.type) {
    case 'sealed':
    case 'revocationSealed':
      return 'document';
    case 'suspended':
    case 'extended':
    case 'rectified':
      return 'notice';
    case 'promiseVerified':
      return event.data.mendBy === undefined ? undefined : 'notice';
    default:
      return undefined;
  }
}

interface ActRecorded {
  readonly before: StreamState;
  readonly state: Case | SlipIssued | null;
  readonly version: number;
  /** When it counts in law. */
  readonly at: Instant;
}

interface Signing {
  readonly documents: DocumentSigner;
  rules(): Rules;
}

/** What an act has made is signed in the transaction that records it; a printing is told to whoever has the case. */
export async function keepDocuments(
  { header, content }: Opened,
  { before, state, version, at }: ActRecorded,
  { tx, touched }: WorkingSet,
  { documents, rules }: Signing,
): Promise<void> {
  if (state && 'status' in state) {
    const item = rules().item(state.item);
    await tx.addDocuments(documentsMade(before.state as Case | null, state, version, item, documents));
  }
  if (content.kind !== 'access' || content.type !== 'print') return;
  const { case: stream, document: hash } = content.payload;
  for (const scope of await tx.addPrint({ id: header.stream.id, stream, hash, at })) touched.add(scope);
}
