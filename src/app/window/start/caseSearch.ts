import { checkIdentityNumber, lastFour } from '../../../domain/identity.ts';
import { comparableName } from '../../../domain/names.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { routeOf } from '../../../domain/turn.ts';
import type { ListedCase } from '../../local/types.ts';
import { routeWords } from '../../parts/routeWords.ts';
import { stateOf } from './stateWords.ts';

/**
 * Finds cases by number, also of a sticker (with or without hyphens), name, last four of a paper's number, item, route,
 * state or hall. All numbers stand in one long text, and all names in another: to look through those takes a slow computer a
 * few milliseconds for twenty thousand cases, and through as many short ones, which lie scattered in memory, five times
 * as long. What many have in common, which are item, route, state and hall, is looked at once for each of its kinds.
 */
interface Index {
  readonly rules: Rules;
  /** What silence has accepted by then is found as that. */
  readonly today: LegalDate;
  /** Of the cases that are ready, in the order of the list. */
  readonly numbers: string[];
  readonly names: string[];
  readonly tails: string[];
  /** Of which item, guide, state and hall each is: a place in `subjects`. */
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
export function prepareSearch(
  views: readonly ListedCase[],
  rules: Rules,
  today: LegalDate,
  most = views.length,
): boolean {
  const index = indexFor(views, rules, today);
  const { numbers, names, tails, subjectOf } = index;
  for (const { case: found } of views.slice(numbers.length, numbers.length + most)) {
    numbers.push(`${found.number} ${found.sticker ?? ''}`.replaceAll('-', '').trim().toLowerCase());
    names.push(found.names.map(comparableName).join('\n'));
    tails.push(found.tails?.join('\n').toLowerCase() ?? '');
    subjectOf.push(subjectPlace(index, found));
  }
  const ready = numbers.length === views.length;
  if (ready && index.texts.length === 0) index.texts = [longText(numbers), longText(names), longText(tails)];
  return ready;
}

function indexFor(views: readonly ListedCase[], rules: Rules, today: LegalDate): Index {
  const known = indexes.get(views);
  if (known?.rules === rules && known.today === today) return known;
  const empty = { numbers: [], names: [], tails: [], subjectOf: [], subjects: new Map(), texts: [] };
  const index: Index = { rules, today, ...empty };
  indexes.set(views, index);
  return index;
}

function subjectPlace({ subjects, rules, today }: Index, found: ListedCase['case']): number {
  const { item: id, guide, hall } = found;
  const state = stateOf({ case: found }, today, rules).word;
  const name = `${id} ${guide} ${hall} ${state}`;
  const known = subjects.get(name);
  if (known) return known.place;
  const item = rules.item(id);
  const ofItem = [item?.name, item?.shortName, rules.guide(guide)?.title, ...(item?.words ?? [])];
  // Hall and item say by which route it goes.
  const route = item && routeWords[routeOf({ hall }, item)].name;
  const words = [...ofItem, route, state, rules.office(hall)?.name];
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

/** Of an identity number, typed whole or read from the card, only the end is held here. */
const asHeld = (word: string, today: LegalDate): string =>
  checkIdentityNumber(word, today) === 'ok' ? lastFour(word) : word;

/** Every word of the query has to occur. @param query not blank */
export function findCases(
  views: readonly ListedCase[],
  query: string,
  rules: Rules,
  today: LegalDate,
): readonly ListedCase[] {
  prepareSearch(views, rules, today);
  const index = indexFor(views, rules, today);
  const words = comparableName(query.trim())
    .split(/\s+/)
    .map((word) => asHeld(word, today));
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
