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
  /** As many as names. */
  readonly tails: string[];
  /** Of which item, guide, state and hall each is: a place in `subjects`. */
  readonly subjectOf: number[];
  readonly subjects: Map<string, { readonly place: number; readonly text: string }>;
  /** Once all numbers are ready. */
  numbered?: LongText;
  /** Names, and tails, once all are ready. */
  named?: readonly LongText[];
  /** What was searched for last: with one letter more there are no others among them. */
  last?: { readonly words: readonly Word[]; readonly places: Places };
}

/** A word of the query. Numbers are held without hyphens, so in those it is looked for as `plain`; elsewhere as it stands. */
interface Word {
  readonly word: string;
  readonly plain: string;
  readonly mayBeNumber: boolean;
}

/** In the order of the list. */
type Places = 'all' | Int32Array;

interface LongText {
  readonly text: string;
  /** Where each case begins, and where the text ends. */
  readonly starts: Int32Array;
  /** What all have in the same place, as the numbers of a hall do: what occurs in it need not be looked for in each. */
  readonly shared: readonly string[];
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
  const named = prepareNames(index, views, most);
  return prepareNumbers(index, views, most) && named;
}

function prepareNames(index: Index, views: readonly ListedCase[], most: number): boolean {
  const { names, tails, subjectOf } = index;
  for (const { case: found } of views.slice(names.length, names.length + most)) {
    names.push(inLines(found.names, comparableName));
    tails.push(found.tails ? inLines(found.tails, lowered) : '');
    subjectOf.push(subjectPlace(index, found));
  }
  if (names.length < views.length) return false;
  index.named ??= [longText(names), longText(tails)];
  return true;
}

function prepareNumbers(index: Index, views: readonly ListedCase[], most: number): boolean {
  const { numbers } = index;
  for (const plain of plainNumbers(views.slice(numbers.length, numbers.length + most))) numbers.push(plain);
  if (numbers.length < views.length) return false;
  index.numbered ??= longText(numbers);
  return true;
}

/** Most cases have one: to make a list only to join it would cost more than everything else here. */
const inLines = (parts: readonly string[], each: (part: string) => string): string =>
  parts.length === 1 ? each(parts[0] ?? '') : parts.map(each).join('\n');

const lowered = (text: string): string => text.toLowerCase();

/** Without hyphens, taken out of all that are given at once: one by one takes a slow computer five times as long. */
function plainNumbers(views: readonly ListedCase[]): readonly string[] {
  const plain = (text: string): string => lowered(text.replace(/-/g, ''));
  const written = views.map(({ case: { number, sticker } }) => (sticker ? `${number} ${sticker}` : number));
  const all = plain(written.join('\n')).split('\n');
  // Were there a line's end in one, it would be two.
  return all.length === views.length ? all : written.map(plain);
}

/** So many that a browser has made fast what they go through: it does that with what it has seen run some times. */
const REHEARSED = 4;

/** What may be looked for first: names letter by letter, and parts of numbers. */
export const likelySearches = (views: readonly ListedCase[]): readonly string[] =>
  views
    .slice(0, REHEARSED)
    .flatMap(({ case: { applicant, number } }) =>
      [[...applicant].slice(0, 3), [...number.slice(-6, -2)]].flatMap((letters) =>
        letters.map((_, at) => letters.slice(0, at + 1).join('')),
      ),
    );

function indexFor(views: readonly ListedCase[], rules: Rules, today: LegalDate): Index {
  const known = indexes.get(views);
  if (known?.rules === rules && known.today === today) return known;
  const empty = { numbers: [], names: [], tails: [], subjectOf: [], subjects: new Map() };
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
  for (let place = 0, end = 0; place < parts.length; place += 1) {
    end += (parts[place]?.length ?? 0) + 1;
    starts[place + 1] = end;
  }
  return { text: `${parts.join('\n')}\n`, starts, shared: sharedIn(parts) };
}

function sharedIn(parts: readonly string[]): readonly string[] {
  const first = parts[0] ?? '';
  let same = Array.from({ length: first.length }, (_, at) => at);
  for (let place = 1; place < parts.length && same.length > 0; place += 1) {
    const one = parts[place] ?? '';
    const isSame = (at: number): boolean => one.charCodeAt(at) === first.charCodeAt(at);
    if (!same.every(isSame)) same = same.filter(isSame);
  }
  const left = new Set(same);
  const masked = Array.from({ length: first.length }, (_, at) => (left.has(at) ? first.charAt(at) : '\n'));
  return masked.join('').split('\n').filter(Boolean);
}

/** Of an identity number, typed whole or read from the card, only the end is held here. */
const asHeld = (word: string, today: LegalDate): string =>
  checkIdentityNumber(word, today) === 'ok' ? lastFour(word) : word;

const MAY_BE_NUMBER = /^[0-9a-z-]+$/;

function wordsOf(query: string, today: LegalDate): readonly Word[] {
  return comparableName(query.trim())
    .split(/\s+/)
    .map((typed) => asHeld(typed, today))
    .map((word) => {
      const mayBeNumber = MAY_BE_NUMBER.test(word);
      return { word, plain: mayBeNumber ? word.replaceAll('-', '') : word, mayBeNumber };
    });
}

/** Every word of the query has to occur. @param query not blank @returns the list itself when that is all */
export function findCases(
  views: readonly ListedCase[],
  query: string,
  rules: Rules,
  today: LegalDate,
): readonly ListedCase[] {
  const index = indexFor(views, rules, today);
  const words = wordsOf(query, today);
  prepareNames(index, views, views.length);
  // Whoever looks for a name, before anything has been made ready, need not wait for the numbers of all.
  if (words.some((one) => one.mayBeNumber)) prepareNumbers(index, views, views.length);
  const places = placesOf(index, words);
  index.last = { words, places };
  if (places === 'all') return views;
  // At its length at once: one that grows takes fifteen times as long, for thousands.
  const found = new Array<ListedCase>(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const view = views[places[at] ?? 0];
    if (view) found[at] = view;
  }
  return found;
}

/** Where so few were found before, looking through each is quicker than through the long texts of all. */
const FEW = 4_000;
/** What cannot be in a number is not looked for in theirs, which are longest: a fifth of the time, for all. */
const FEW_NAMED = 500;

function placesOf(index: Index, words: readonly Word[]): Places {
  const { last } = index;
  const few = words.some((one) => one.mayBeNumber) ? FEW : FEW_NAMED;
  if (last && last.places !== 'all' && last.places.length <= few && narrows(words, last.words))
    return last.places.filter(holds(index, words));
  const marks = words.map((word) => marksOf(index, word)).filter((one) => one !== 'all');
  const [first, ...others] = marks;
  if (!first) return 'all';
  // Plain loops: a call for each of twenty thousand is what a slow computer takes longest for.
  for (const one of others)
    for (let place = 0; place < first.length; place += 1) if (one[place] === 0) first[place] = 0;
  let count = 0;
  for (let place = 0; place < first.length; place += 1) count += first[place] ?? 0;
  const places = new Int32Array(count);
  for (let place = 0, at = 0; at < count; place += 1) if (first[place] === 1) places[at++] = place;
  return places;
}

/** Whether these words occur in nothing in which the earlier ones do not. */
const narrows = (words: readonly Word[], earlier: readonly Word[]): boolean =>
  earlier.every((one) =>
    words.some(({ word, plain }) => word.includes(one.word) && plain.includes(one.plain)),
  );

function holds(index: Index, words: readonly Word[]): (place: number) => boolean {
  const { numbers, names, tails, subjectOf } = index;
  const looked = words.map((one) => ({ ...one, subjects: subjectsWith(index, one.word) }));
  return (place) =>
    looked.every(
      ({ word, plain, mayBeNumber, subjects }) =>
        (mayBeNumber && numbers[place]?.includes(plain)) ||
        names[place]?.includes(word) ||
        tails[place]?.includes(word) ||
        subjects[subjectOf[place] ?? 0],
    );
}

/** By place, whether a word occurs in a subject. */
const subjectsWith = ({ subjects }: Index, word: string): readonly boolean[] =>
  [...subjects.values()].map(({ text }) => text.includes(word));

/** For each case whether a word occurs in what it is found by: 1 or 0. */
function marksOf(index: Index, { word, plain, mayBeNumber }: Word): 'all' | Uint8Array {
  const { numbered, named = [], subjectOf } = index;
  const looked = named.map((text) => ({ text, part: word }));
  if (mayBeNumber && numbered) looked.unshift({ text: numbered, part: plain });
  const bySubject = subjectsWith(index, word);
  if (!bySubject.includes(false)) return 'all';
  if (looked.some(({ text, part }) => text.shared.some((one) => one.includes(part)))) return 'all';
  const marks = new Uint8Array(subjectOf.length);
  for (const { text, part } of looked) mark(text, part, marks);
  if (bySubject.includes(true))
    for (let place = 0; place < marks.length; place += 1)
      if (bySubject[subjectOf[place] ?? 0]) marks[place] = 1;
  return marks;
}

function mark({ text, starts }: LongText, word: string, marks: Uint8Array): void {
  let place = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[place])) {
    while ((starts[place + 1] ?? Infinity) <= at) place += 1;
    marks[place] = 1;
    place += 1;
    if (place >= marks.length) return;
  }
}
