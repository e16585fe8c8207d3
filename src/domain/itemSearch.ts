import type { Guide } from './guide.ts';
import type { Item } from './item.ts';
import { type Catalogue, newestGuides } from './rules.ts';
import { indexOf, type SearchIndex } from './searchIndex.ts';
import { plainText } from './sound.ts';

/** One thing to choose: an item under one of its guides. */
export interface Choosable {
  readonly item: Item;
  readonly guide: Guide;
  /** The guide's title, by which people ask for it. */
  readonly title: string;
}

interface Entry extends Choosable {
  readonly name: string;
  readonly codes: readonly string[];
  readonly words: readonly string[];
  readonly everything: string;
}

/** Preparing costs more than searching: it is done once for a catalogue, and for the entries made of it. */
const prepared = new WeakMap<Catalogue, readonly Entry[]>();
const indexes = new WeakMap<readonly Entry[], SearchIndex>();

function once<K extends object, T>(made: WeakMap<K, T>, of: K, make: (of: K) => T): T {
  const known = made.get(of);
  if (known !== undefined) return known;
  const fresh = make(of);
  made.set(of, fresh);
  return fresh;
}

/** Everything that can be chosen, prepared for search; in the order of the notice's annex. */
export const entriesOf = (catalogue: Catalogue): readonly Entry[] => once(prepared, catalogue, prepare);

function prepare(catalogue: Catalogue): readonly Entry[] {
  const newest = newestGuides(catalogue.guides);
  return [...catalogue.items]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((item) =>
      item.guides.flatMap((id) => {
        const guide = newest.get(id);
        return guide ? [entryOf(item, guide)] : [];
      }),
    );
}

function entryOf(item: Item, guide: Guide): Entry {
  const codes = item.codes.map((code) => code.value.toLowerCase());
  const words = item.words.map((word) => word.toLowerCase());
  const name = `${guide.title} ${item.name} ${item.shortName}`.toLowerCase();
  return {
    item,
    guide,
    title: guide.title,
    name,
    codes,
    words,
    everything: [name, ...codes, ...words].join('\n'),
  };
}

const WHOLE = 0;
const BEGINS = 1;
const IN_NAME = 2;
const SOMEWHERE = 3;

/**
 * Finds by name, code, everyday word, pinyin or its initials: each word typed has to occur; better matches first. What is
 * not found so is looked for in what was said: a sentence, a wrong character of the same sound, a slip of the finger.
 * Equals stand in the order of the annex, what the title itself says first. An empty query gives everything.
 */
export function searchItems(entries: readonly Entry[], typed: string): readonly Choosable[] {
  if (typed.trim() === '') return entries;
  const query = plainText(typed);
  const words = query.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const joined = words.join('');
  const exact = exactly(entries, words);
  const found = exact.length > 0 || words.length === 1 ? exact : exactly(entries, [joined]);
  return found.length > 0 ? found : forgivingly(entries, query);
}

function exactly(entries: readonly Entry[], words: readonly string[]): readonly Choosable[] {
  return entries
    .filter((entry) => words.every((word) => entry.everything.includes(word)))
    .map((entry, order) => ({
      ...{ entry, order, rank: Math.max(...words.map((word) => rankOf(entry, word))) },
      said: words.every((word) => entry.title.includes(word)) ? 0 : 1,
    }))
    .sort((a, b) => a.rank - b.rank || a.said - b.said || a.order - b.order)
    .map(({ entry }) => entry);
}

function forgivingly(entries: readonly Entry[], query: string): readonly Choosable[] {
  const scores = once(indexes, entries, indexOf).forgiving(query);
  const inTitle = (title: string): number =>
    [...query].filter((character) => title.includes(character)).length;
  return entries
    .map((entry, order) => ({ entry, order, score: scores.get(order) ?? 0 }))
    .filter(({ score }) => score > 0)
    .map((one) => ({ ...one, said: inTitle(one.entry.title) }))
    .sort((a, b) => b.score - a.score || b.said - a.said || a.order - b.order)
    .map(({ entry }) => entry);
}

function rankOf(entry: Entry, word: string): number {
  if (String(entry.item.seq) === word || entry.codes.includes(word) || entry.words.includes(word))
    return WHOLE;
  if (entry.name.startsWith(word) || entry.words.some((one) => one.startsWith(word))) return BEGINS;
  return entry.name.includes(word) ? IN_NAME : SOMEWHERE;
}
