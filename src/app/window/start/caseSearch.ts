import { comparableName } from '../../../domain/names.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { ListedCase } from '../../local/types.ts';

/**
 * Finds cases by number, also of a sticker (with or without hyphens), name or item. All numbers stand in one long text, and all names in
 * another: to look through those takes a slow computer a few milliseconds for twenty thousand cases, and through as many
 * short ones, which lie scattered in memory, five times as long. What belongs to the item is looked at once for each item.
 */
interface Index {
  readonly rules: Rules;
  /** Of the cases that are ready, in the order of the list. */
  readonly numbers: string[];
  readonly names: string[];
  /** Of which item and guide each is: a place in `subjects`. */
  readonly subjectOf: number[];
  readonly subjects: Map<string, { readonly place: number; readonly text: string }>;
  /** Once all are ready. */
  texts: readonly LongText[];
}

interface LongText {
  readonly text: string;
  /** Where each case begins, and where the text ends. */
  readonly starts: Int32Array;
  /** With what all begin, as the numbers of a hall do: what occurs in it need not be looked for in each. */
  readonly shared: string;
}

/** By list, so that nothing of a list outlives it. */
const indexes = new WeakMap<readonly ListedCase[], Index>();

/**
 * Makes ready what search reads, so that the first letter typed costs no more than the next.
 * @param most how many cases to make ready now
 * @returns whether all are
 */
export function prepareSearch(views: readonly ListedCase[], rules: Rules, most = views.length): boolean {
  const index = indexFor(views, rules);
  const { numbers, names, subjectOf } = index;
  for (const { case: found } of views.slice(numbers.length, numbers.length + most)) {
    numbers.push(`${found.number} ${found.sticker ?? ''}`.replaceAll('-', '').trim().toLowerCase());
    names.push(found.names.map(comparableName).join('\n'));
    subjectOf.push(subjectPlace(index, found));
  }
  const ready = numbers.length === views.length;
  if (ready && index.texts.length === 0) index.texts = [longText(numbers), longText(names)];
  return ready;
}

function indexFor(views: readonly ListedCase[], rules: Rules): Index {
  const known = indexes.get(views);
  if (known?.rules === rules) return known;
  const index: Index = { rules, numbers: [], names: [], subjectOf: [], subjects: new Map(), texts: [] };
  indexes.set(views, index);
  return index;
}

function subjectPlace({ subjects, rules }: Index, { item, guide }: ListedCase['case']): number {
  const name = `${item} ${guide}`;
  const known = subjects.get(name);
  if (known) return known.place;
  const found = rules.item(item);
  const words = [found?.name, found?.shortName, rules.guide(guide)?.title, ...(found?.words ?? [])];
  const subject = { place: subjects.size, text: words.join('\n').toLowerCase() };
  subjects.set(name, subject);
  return subject.place;
}

/** No word has a line's end in it, so none is found across two cases. */
function longText(parts: readonly string[]): LongText {
  const starts = new Int32Array(parts.length + 1);
  for (const [place, part] of parts.entries()) starts[place + 1] = (starts[place] ?? 0) + part.length + 1;
  return { text: `${parts.join('\n')}\n`, starts, shared: sharedBeginning(parts) };
}

function sharedBeginning([first = '', ...others]: readonly string[]): string {
  let shared = first;
  for (const one of others) while (!one.startsWith(shared)) shared = shared.slice(0, -1);
  return shared;
}

/** Every word of the query has to occur. @param query not blank */
export function findCases(views: readonly ListedCase[], query: string, rules: Rules): readonly ListedCase[] {
  prepareSearch(views, rules);
  const index = indexFor(views, rules);
  const words = comparableName(query.trim()).split(/\s+/);
  const all = new Uint8Array(views.length).fill(1);
  for (const word of words) {
    const marks = marksOf(index, word, views.length);
    for (let place = 0; place < all.length; place += 1) if (marks[place] === 0) all[place] = 0;
  }
  const found: ListedCase[] = [];
  for (let place = all.indexOf(1); place >= 0; place = all.indexOf(1, place + 1)) {
    const view = views[place];
    if (view) found.push(view);
  }
  return found;
}

/** For each case whether a word occurs in what it is found by: 1 or 0. */
function marksOf({ texts, subjectOf, subjects }: Index, word: string, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  const plain = /^[0-9a-z-]+$/.test(word) ? word.replaceAll('-', '') : word;
  for (const text of texts) mark(text, plain, marks);
  const bySubject = [...subjects.values()].map(({ text }) => text.includes(word));
  if (bySubject.includes(true))
    for (let place = 0; place < count; place += 1) if (bySubject[subjectOf[place] ?? 0]) marks[place] = 1;
  return marks;
}

function mark({ text, starts, shared }: LongText, word: string, marks: Uint8Array): void {
  if (shared.includes(word)) {
    marks.fill(1);
    return;
  }
  let place = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[place])) {
    while ((starts[place + 1] ?? Infinity) <= at) place += 1;
    marks[place] = 1;
    place += 1;
    if (place >= marks.length) return;
  }
}
