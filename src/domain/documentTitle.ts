import type { Case } from './case.ts';
import { DOCUMENT_TITLES, type DocumentKind, type DocumentTitle } from './documentTitles.ts';
import { outcomeOf } from './handling.ts';
import type { Item } from './item.ts';

/** What the paper is called: a permit is granted by a decision of its own name, a service told by a result. */
export function documentTitle(found: Case, kind: DocumentKind, item: Item | undefined): DocumentTitle {
  if (kind === 'decision') {
    const refused = outcomeOf(found) === 'refused';
    if (item?.kind === 'permit') return refused ? '不予行政许可决定书' : '准予行政许可决定书';
    return refused ? '不予办理决定书' : '办理结果告知书';
  }
  return DOCUMENT_TITLES.find(([, one]) => one === kind)?.[0] ?? '审核意见书';
}

/** What a seal is put under before a result is handed over: the town's opinion, where it gave one, else the decision. */
export const titleToSeal = (found: Case, item: Item | undefined): DocumentTitle =>
  documentTitle(found, found.opinion ? 'opinion' : 'decision', item);
