import { type DeputyPost, deputyDays } from '../../domain/deputy.ts';
import type { LegalDate } from '../../domain/time.ts';
import { dateInShort } from './dates.ts';
import { postWords } from './postWords.ts';

/** 11月27日到12月1日, both included. */
export function spanInWords(post: DeputyPost, today: LegalDate): string {
  const [from, until] = deputyDays(post).map((day) => dateInShort(day, today));
  return from === until ? `${from}当天` : `${from}到${until}`;
}

/** What somebody does for another one. */
export const actsInWords = ({ roles }: DeputyPost): string => roles.map((role) => postWords[role]).join('、');
