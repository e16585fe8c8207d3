import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { entriesOf, searchItems } from '../../src/domain/itemSearch.ts';
import { PHRASES } from './itemSearch.phrases.ts';

const entries = entriesOf(seedCatalogue);
const FIRST = 3;
const found = (typed: string): string[] =>
  searchItems(entries, typed)
    .slice(0, FIRST)
    .map((one) => one.guide.id);

describe('what people type', () => {
  it('is found among the first three, nineteen times in twenty', () => {
    const missed = PHRASES.filter(([typed, guide]) => !found(typed).includes(guide));
    const rate = 1 - missed.length / PHRASES.length;
    expect(PHRASES.length).toBeGreaterThanOrEqual(120);
    expect(
      rate,
      `missed: ${missed.map(([typed]) => `${typed} → ${found(typed)}`).join('；')}`,
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('that is nothing of ours finds nothing', () => {
    for (const typed of ['天气预报', 'qqqqqq', '身份证补办火车票', '？？？'])
      expect(found(typed)).toEqual([]);
  });

  it('a loan is no subsidy: what clearly means one of the two comes first', () => {
    expect(found('补贴')[0]).toBe('7b');
    expect(found('贷款')[0]).toBe('7a');
  });
});

/** Whole names in letters, as the catalogue knows them. */
const NAMES = seedCatalogue.items.flatMap((item) =>
  item.words.filter((word) => /^[a-z]{8,}$/.test(word)).map((word) => [item.id, word] as const),
);

describe('a slip of the finger', () => {
  const slip = fc.record({
    name: fc.constantFrom(...NAMES),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom('dropped', 'swapped', 'doubled', 'other'),
  });

  it('in any name of at least eight letters still finds it', () => {
    fc.assert(
      fc.property(slip, ({ name: [item, word], at, kind }) => {
        const typed = slipped(word, 1 + Math.floor(at * (word.length - 2)), kind);
        const ids = searchItems(entries, typed)
          .slice(0, FIRST)
          .map((one) => one.item.id);
        const same = NAMES.filter(([, other]) => other === word).map(([id]) => id);
        expect(ids.some((id) => id === item || same.includes(id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function slipped(word: string, at: number, kind: string): string {
  const [before, one, two] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
  const after = word.slice(at + 2);
  if (kind === 'dropped') return before + two + after;
  if (kind === 'swapped') return before + two + one + after;
  if (kind === 'doubled') return before + one + one + two + after;
  return `${before}x${two}${after}`;
}
