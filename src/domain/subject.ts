import type { Case } from './case.ts';
import type { Item } from './item.ts';

/**
 * What makes two cases the same matter (DESIGN §4): the number of the person or body whom the item names, or the answer
 * that names the parcel. Undefined where the case does not say it. Personal: it stands in no address, log or index in clear.
 */
export function subjectOf(
  found: Pick<Case, 'parties' | 'answers'>,
  { subjectKey }: Item,
): string | undefined {
  const said =
    subjectKey.of === 'party'
      ? found.parties.find((party) => party.role === subjectKey.role)?.idNumber
      : found.answers[subjectKey.question];
  const text = said === undefined ? '' : String(said).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return text === '' ? undefined : text;
}
