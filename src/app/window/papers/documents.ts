import type { Case } from '../../../domain/case.ts';
import { outcomeOf, type Sealing } from '../../../domain/handling.ts';
import type { Item } from '../../../domain/item.ts';
import { type DocumentKind, paperNames } from './papers.ts';

/** What the paper is called: a permit is granted by a decision of its own name, a service told by a result. */
export function documentTitle(found: Case, kind: DocumentKind, item: Item | undefined): string {
  if (kind !== 'decision') return paperNames[kind];
  const refused = outcomeOf(found) === 'refused';
  if (item?.kind === 'permit') return refused ? '不予行政许可决定书' : '准予行政许可决定书';
  return refused ? '不予办理决定书' : '办理结果告知书';
}

/**
 * 文号 (GB/T 9704-2012): the office's word, the year in hexagonal brackets, the serial without 第 and without zeros. Until
 * the district has recorded the document it has none, and the place stays open.
 */
export function documentNumber({ on, serial }: Pick<Sealing, 'on' | 'serial'>, office: string): string {
  return `${office}审〔${on.slice(0, 4)}〕${serial ?? '　　'}号`;
}
