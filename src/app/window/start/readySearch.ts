import { useEffect } from 'preact/hooks';
import type { ListedCase } from '../../local/types.ts';
import { useBench } from '../desk.tsx';
import { findCases, likelySearches, prepareSearch } from './caseSearch.ts';

/** Whoever types the first letter waits no longer than for the next. */
export function useReadySearch(cases: readonly ListedCase[], searchable: boolean, query: string): void {
  usePreparedSearch(cases, searchable);
  useRehearsedSearch(cases, searchable, query);
}

const SLICE = 1_000;

/** While nobody types yet, a slice at a time: what search reads of every case. */
function usePreparedSearch(cases: readonly ListedCase[], searchable: boolean): void {
  const { desk, rules, today } = useBench();
  useEffect(() => {
    if (!searchable) return;
    const slice = (): (() => void) =>
      desk.timer.after(0, () => {
        if (!prepareSearch(cases, rules, today, SLICE)) cancel = slice();
      });
    let cancel = slice();
    return () => cancel();
  }, [searchable, cases, desk, rules, today]);
}

/** So long nobody has typed, and nothing has come, in milliseconds: longer than between two letters. */
const QUIET_MS = 500;
/** A search that is rehearsed takes a slow computer a frame; somebody may begin to type in between. */
const APART_MS = 40;
/** Once for each page: what a browser has made fast stays so. */
let rehearsed = false;

/** In a quiet moment what search does, some times: the first letters of a day would take a browser twice as long as the next. */
function useRehearsedSearch(cases: readonly ListedCase[], searchable: boolean, query: string): void {
  const { desk, rules, today } = useBench();
  useEffect(() => {
    if (!searchable || rehearsed) return;
    const queries = likelySearches(cases)[Symbol.iterator]();
    const next = (wait: number): (() => void) =>
      desk.timer.after(wait, () => {
        if (!prepareSearch(cases, rules, today, 0)) {
          cancel = next(QUIET_MS);
          return;
        }
        const { value, done } = queries.next();
        if (done) {
          rehearsed = true;
          return;
        }
        findCases(cases, value, rules, today);
        cancel = next(APART_MS);
      });
    let cancel = next(QUIET_MS);
    return () => cancel();
    // With each letter the quiet begins anew.
  }, [searchable, cases, query, desk, rules, today]);
}
