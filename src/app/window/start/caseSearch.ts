import type { Rules } from '../../../domain/rules.ts';
import type { ListedCase } from '../../local/types.ts';

/**
 * Finds cases by number (with or without hyphens), name or item: a scan over short strings that are made before anybody
 * types. What belongs to the item is looked at once for each item; a letter more looks only among what was found.
 */

interface Index {
  readonly rules: Rules;
  /** What each case is found by itself, in the order of the list; as far as it is ready. */
  readonly texts: string[];
  /** Of which item and guide it is: a place in `subjects`. */
  readonly subjectOf: number[];
  readonly subjects: Map<string, { readonly place: number; readonly text: string }>;
  last: { readonly query: string; readonly places: readonly number[] } | null;
}

/** By list, so that nothing of a list outlives it. */
const indexes = new WeakMap<readonly ListedCase[], Index>();
/** Made once for each state of a case, whatever lists it is in. */
const ownTexts = new WeakMap<ListedCase['case'], string>();

/**
 * Makes ready what search reads, so that the first letter typed costs no more than the next.
 * @param most how many cases to make ready now
 * @returns whether all are
 */
export function prepareSearch(views: readonly ListedCase[], rules: Rules, most = views.length): boolean {
  const index = indexFor(views, rules);
  const { texts, subjectOf, subjects } = index;
  const end = Math.min(views.length, texts.length + most);
  while (texts.length < end) {
    const found = views[texts.length]?.case;
    if (!found) break;
    texts.push(ownTextOf(found));
    const name = `${found.item} ${found.guide}`;
    const known = subjects.get(name) ?? { place: subjects.size, text: subjectText(found, rules) };
    subjects.set(name, known);
    subjectOf.push(known.place);
  }
  return texts.length === views.length;
}

function indexFor(views: readonly ListedCase[], rules: Rules): Index {
  const known = indexes.get(views);
  if (known?.rules === rules) return known;
  const index: Index = { rules, texts: [], subjectOf: [], subjects: new Map(), last: null };
  indexes.set(views, index);
  return index;
}

function ownTextOf(found: ListedCase['case']): string {
  const known = ownTexts.get(found);
  if (known !== undefined) return known;
  const text = `${found.number.replaceAll('-', '')}\n${found.names.join('\n')}`.toLowerCase();
  ownTexts.set(found, text);
  return text;
}

function subjectText({ item, guide }: ListedCase['case'], rules: Rules): string {
  const found = rules.item(item);
  const title = rules.guide(guide)?.title ?? '';
  return [found?.name, found?.shortName, title, ...(found?.words ?? [])].join('\n').toLowerCase();
}

/** Every word of the query has to occur. @param query not blank */
export function findCases(views: readonly ListedCase[], query: string, rules: Rules): readonly ListedCase[] {
  prepareSearch(views, rules);
  const index = indexFor(views, rules);
  const before = index.last;
  if (before?.query !== query) {
    // Whoever goes on typing narrows what was found.
    const among = before && query.startsWith(before.query) ? before.places : null;
    index.last = { query, places: placesOf(index, query, among) };
  }
  const found: ListedCase[] = [];
  for (const place of index.last?.places ?? []) {
    const view = views[place];
    if (view) found.push(view);
  }
  return found;
}

/** @param among places to look at; null = all */
function placesOf(
  { texts, subjectOf, subjects }: Index,
  query: string,
  among: readonly number[] | null,
): readonly number[] {
  let places = among;
  for (const word of query.trim().toLowerCase().split(/\s+/)) {
    const plain = /^[0-9a-z-]+$/.test(word) ? word.replaceAll('-', '') : word;
    const bySubject = [...subjects.values()].map(({ text }) => text.includes(word));
    const left: number[] = [];
    const count = places ? places.length : texts.length;
    // Twenty thousand times with each letter: nothing here is made, called or looked up that need not be.
    for (let at = 0; at < count; at += 1) {
      const place = places ? (places[at] as number) : at;
      if (bySubject[subjectOf[place] as number] || (texts[place] as string).includes(plain)) left.push(place);
    }
    places = left;
  }
  return places ?? [];
}
