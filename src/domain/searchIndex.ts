import { foldedSound, soundOf } from './sound.ts';

/** Something that is found: by its words, and by what its title alone says. */
export interface Findable {
  readonly title: string;
  /** Names and everyday words, with their pinyin and initials. */
  readonly words: readonly string[];
}

/** What a scan for whole words does not find: sentences, same-sounding characters, slips of the finger. */
export interface SearchIndex {
  /** Scores by the number of the entry; only those worth showing. */
  forgiving(query: string): ReadonlyMap<number, number>;
}

const HAN = /\p{Script=Han}+/gu;
/** Words that stand in every other question and say nothing about what is meant. */
const EMPTY =
  /我想|我要|怎么|怎样|如何|什么|哪里|哪儿|在哪|能不能|可不可以|可以|能|吗|呢|了|的|要不要|要|办理|办|手续|一下|去|给|想|有没有|多少|请问/g;
/** A longer name of an entry, in characters, is no everyday word. */
const LONGEST_WORD = 12;
/** Of the best score; what is below is a coincidence. */
const WORTH = 0.45;
/** A single hit of one ordinary pair of sounds is about this; less is noise. */
const LEAST = 1.2;

export function indexOf(entries: readonly Findable[]): SearchIndex {
  const words = new Map<string, Set<number>>();
  const sounds = new Map<string, Set<number>>();
  const letters = new LetterIndex();
  entries.forEach(({ title, words: own }, at) => {
    for (const word of [title, ...own]) {
      for (const [han] of word.matchAll(HAN)) {
        if (han.length >= 2 && han.length <= LONGEST_WORD) add(words, han, at);
        for (const pair of pairsOf(han)) add(sounds, pair, at);
        letters.add(foldedSound([...han].map(soundOf).join('')), at);
      }
      if (!/^[a-z]{4,}$/.test(word)) continue;
      letters.add(word, at);
      letters.add(foldedSound(word), at);
    }
  });
  const rarity = (found: Set<number>): number => Math.log(1 + entries.length / found.size);
  return {
    forgiving(query) {
      const scores = new Map<number, number>();
      const plus = (found: Iterable<number>, score: number): void => {
        for (const at of found) scores.set(at, (scores.get(at) ?? 0) + score);
      };
      const said = query.replace(EMPTY, ' ');
      for (const [han] of said.matchAll(HAN)) {
        for (const part of partsOf(han)) {
          const found = words.get(part);
          if (found) plus(found, rarity(found) * part.length);
        }
        for (const pair of new Set(pairsOf(han))) {
          const found = sounds.get(pair);
          if (found) plus(found, rarity(found));
        }
      }
      const typed = query.replace(/[^a-z]/g, '');
      // Letter by letter, and as it sounds: a slip may make another sound of it.
      for (const way of new Set([typed, foldedSound(typed)]))
        for (const [at, score] of letters.near(way)) plus([at], score);
      return worthShowing(scores);
    },
  };
}

function worthShowing(scores: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const best = Math.max(0, ...scores.values());
  return new Map([...scores].filter(([, score]) => score >= LEAST && score >= best * WORTH));
}

function add(index: Map<string, Set<number>>, key: string, at: number): void {
  const known = index.get(key);
  if (known) known.add(at);
  else index.set(key, new Set([at]));
}

/** Neighbouring characters by their sounds; a character that stands alone says too little. */
function pairsOf(han: string): string[] {
  const heard = [...han].map(soundOf);
  return heard.slice(1).map((sound, at) => `${heard[at]} ${sound}`);
}

/** Every part of what was said that could be a word. */
function partsOf(han: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < han.length - 1; from += 1)
    for (let to = from + 2; to <= Math.min(han.length, from + LONGEST_WORD); to += 1)
      parts.push(han.slice(from, to));
  return parts;
}

/** From so many letters on a slip leaves enough to go by. */
const FEWEST_LETTERS = 5;
/** The likeliest are compared letter by letter. */
const COMPARED = 40;

/** Words in letters, found by what they share and then compared. */
class LetterIndex {
  readonly #tokens: { readonly text: string; readonly of: Set<number> }[] = [];
  readonly #known = new Map<string, number>();
  readonly #pairs = new Map<string, number[]>();

  add(text: string, at: number): void {
    const known = this.#known.get(text);
    if (known !== undefined) {
      this.#tokens[known]?.of.add(at);
      return;
    }
    const token = this.#tokens.length;
    this.#tokens.push({ text, of: new Set([at]) });
    this.#known.set(text, token);
    for (const pair of new Set(letterPairs(text))) {
      const found = this.#pairs.get(pair);
      if (found) found.push(token);
      else this.#pairs.set(pair, [token]);
    }
  }

  /** Entries whose words are these letters but for a slip, or begin with them. */
  near(typed: string): ReadonlyMap<number, number> {
    const scores = new Map<number, number>();
    if (typed.length < FEWEST_LETTERS) return scores;
    const shared = new Uint16Array(this.#tokens.length);
    const pairs = new Set(letterPairs(typed));
    for (const pair of pairs)
      for (const token of this.#pairs.get(pair) ?? []) shared[token] = (shared[token] ?? 0) + 1;
    const least = Math.max(2, Math.floor(pairs.size / 3));
    const likely: number[] = [];
    for (let token = 0; token < shared.length; token += 1)
      if ((shared[token] ?? 0) >= least) likely.push(token);
    likely.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0));
    for (const token of likely.slice(0, COMPARED)) this.#compare(token, typed, scores);
    return scores;
  }

  #compare(token: number, typed: string, scores: Map<number, number>): void {
    const { text = '', of = [] } = this.#tokens[token] ?? {};
    const slips = Math.min(
      distance(typed, text.slice(0, typed.length)),
      distance(typed, text.slice(0, typed.length + 1)),
      distance(typed, text.slice(0, typed.length - 1)),
    );
    const allowed = typed.length >= 9 ? 2 : 1;
    if (slips > allowed) return;
    // A whole word counts more than the beginning of a longer one.
    const score = typed.length - 2 * slips - (text.length > typed.length + 1 ? 1 : 0);
    for (const at of of) scores.set(at, Math.max(scores.get(at) ?? 0, score));
  }
}

const letterPairs = (text: string): string[] =>
  [...text].slice(1).map((letter, at) => text.charAt(at) + letter);

/** Letters dropped, added, changed or swapped with their neighbour (Damerau–Levenshtein, neighbours only). */
function distance(a: string, b: string): number {
  let [before, last, row]: [number[], number[], number[]] = [[], [], []];
  last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
