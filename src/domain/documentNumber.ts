import { type DocumentKind, kindOfTitle } from './documentTitles.ts';
import type { LegalDate } from './time.ts';

/** Handed to the applicant while a case is handled, without the office's seal register: numbers of a series of their own. */
export const NUMBERED_NOTICES: readonly DocumentKind[] = [
  'suspension',
  'extension',
  'mending',
  'rectification',
];

/**
 * 文号 (GB/T 9704-2012): the office's word, the year in hexagonal brackets, the serial without 第 and without zeros; 审 of
 * what is sealed, 审告 of a notice. Until the district has recorded the document it has none, and the place stays open.
 */
export function documentNumber(
  { on, serial, title }: { readonly on: LegalDate; readonly serial?: number; readonly title?: string },
  office: string,
): string {
  const kind = kindOfTitle(title);
  const series = kind && NUMBERED_NOTICES.includes(kind) ? '审告' : '审';
  return `${office}${series}〔${on.slice(0, 4)}〕${serial ?? '　　'}号`;
}
