import type { DatedLimit } from '../../domain/calendar.ts';
import { type Instant, type LegalDate, legalDateOf, legalTimeOfDay } from '../../domain/time.ts';

/** 2026年11月23日, as on papers. */
export function dateInFull(date: LegalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 11月23日; with the year when it is not this one. */
export function dateInShort(date: LegalDate, today: LegalDate): string {
  const full = dateInFull(date);
  return date.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full;
}

/** 今天 14:05, 11月22日 09:10. */
export function momentInWords(at: Instant, today: LegalDate): string {
  const date = legalDateOf(at);
  return `${date === today ? '今天' : dateInShort(date, today)} ${legalTimeOfDay(at)}`;
}

/** A deadline on paper; one that may still move says so. */
export function limitInWords(limit: DatedLimit): string {
  return `${dateInFull(limit.date)}${limit.provisional ? '（该年度日历尚未公布，待复核）' : ''}`;
}
