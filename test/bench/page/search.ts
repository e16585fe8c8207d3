/** The search over a county's catalogue, in a page that the bench drives. */
import { entriesOf, searchItems } from '../../../src/domain/itemSearch.ts';
import type { Catalogue } from '../../../src/domain/rules.ts';

declare global {
  interface Window {
    /** Milliseconds of each keystroke of these queries, typed letter by letter. */
    typed(catalogue: Catalogue, queries: readonly string[]): number[];
  }
}

window.typed = (catalogue, queries) => {
  const entries = entriesOf(catalogue);
  // What is made once is made before anybody types.
  searchItems(entries, '没有这样的事项');
  const times: number[] = [];
  for (const query of queries)
    for (let end = 1; end <= query.length; end += 1) {
      const begun = performance.now();
      searchItems(entries, query.slice(0, end));
      times.push(performance.now() - begun);
    }
  return times;
};
