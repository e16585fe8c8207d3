import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { type LintCode, lintCatalogue, lintPublication } from '../../src/catalogue/lint.ts';
import { LINT_MESSAGES } from '../../src/catalogue/lintProblem.ts';
import type { Catalogue } from '../../src/domain/rules.ts';
import { baseline, broken, copyOf, type Damage, type Draft, guideIn, itemIn, set } from './broken.ts';
import { DAMAGED_GUIDES, DAMAGED_TIMES } from './damagedGuides.ts';
import { DAMAGED_ITEMS } from './damagedItems.ts';

const codes = (problems: readonly { code: LintCode }[]): LintCode[] => problems.map((one) => one.code);

describe('the seed', () => {
  it('keeps every rule', () => {
    expect(lintCatalogue(seedCatalogue)).toEqual([]);
  });

  it('keeps them with a confirmed baseline too, and lets a pending one say nothing', () => {
    const met = broken((d) => set(guideIn(d, '10'), { baseline: baseline(d, {}) }));
    expect(lintCatalogue(met)).toEqual([]);
    const pending = broken((d) =>
      set(guideIn(d, '10'), { baseline: { ...baseline(d, { steps: 1 }), confirmation: 'pending' } }),
    );
    expect(lintCatalogue(pending)).toEqual([]);
  });
});

describe.each([
  ['items', DAMAGED_ITEMS],
  ['guides', DAMAGED_GUIDES],
  ['times, steps and baselines', DAMAGED_TIMES],
])('damaged %s', (_, damages) => {
  it.each(damages)('%s: %s', (code, _what, damage) => {
    const problems = lintCatalogue(broken(damage));
    expect(codes(problems)).toContain(code);
    for (const problem of problems) {
      expect(problem.where).not.toBe('');
      expect(problem.message).toBe(LINT_MESSAGES[problem.code]);
    }
  });
});

/** The seed with a confirmed baseline for guide 10, as if a department had answered. */
const published = broken((d) => set(guideIn(d, '10'), { baseline: baseline(d, {}) }));
const next = (change: (draft: Draft<Catalogue>) => void) =>
  broken((d) => {
    d.version = published.version + 1;
    change(d);
  }, published);

function addVersion(
  draft: Draft<Catalogue>,
  version: number,
  change: (guide: ReturnType<typeof guideIn>) => void,
) {
  const guide = structuredClone(guideIn(draft, '10'));
  guide.version = version;
  change(guide);
  draft.guides.push(guide);
}

const DAMAGED_PUBLICATIONS: readonly Damage[] = [
  ['publication.version', 'the same number again', (d) => set(d, { version: published.version })],
  [
    'publication.changedInPlace',
    'a published guide changed',
    (d) => set(guideIn(d, '10'), { title: '合作社' }),
  ],
  ['publication.vanished', 'a published guide removed', (d) => void d.guides.shift()],
  ['publication.vanished', 'an item removed', (d) => void d.items.shift()],
  ['publication.vanished', 'an office removed', (d) => void d.offices.shift()],
  [
    'publication.history',
    'a past status rewritten',
    (d) => set(itemIn(d, '6').status[1]!, { from: '2026-01-01' }),
  ],
  ['publication.history', 'a past power taken away', (d) => void itemIn(d, '4').delegations.shift()],
  [
    'publication.calendar',
    'another calendar under the old name',
    (d) => void d.calendar.years['2026']!.off.pop(),
  ],
  ['guide.version', 'a version left out', (d) => addVersion(d, 3, () => {})],
  [
    'baseline.dropped',
    'a confirmed baseline dropped',
    (d) => addVersion(d, 2, (g) => set(g, { baseline: null })),
  ],
  [
    'baseline.dropped',
    'a confirmed baseline widened',
    (d) => addVersion(d, 2, (g) => set(g.baseline!, { days: 9 })),
  ],
  [
    'baseline.materials',
    'one more paper than the confirmed baseline',
    (d) =>
      addVersion(d, 2, (g) => {
        g.materials.push({ ...structuredClone(g.materials[0]!), id: 'audit', name: '审计报告' });
        g.baseline!.materials.push('audit');
      }),
  ],
];

describe('a publication', () => {
  it('may bring a new version, a new status, an end of a power and a new calendar', () => {
    const after = next((d) => {
      addVersion(d, 2, (guide) => void guide.steps.pop());
      itemIn(d, '6').status.push({
        state: 'in_force',
        from: '2027-01-01',
        basis: '区局函',
        confirmation: 'confirmed',
      });
      itemIn(d, '4').delegations[0]!.to = '2027-01-01';
      d.calendar.version = '2027.1';
      d.calendar.years['2027'] = { off: ['2027-01-01'], on: [] };
    });
    expect(lintPublication(published, after)).toEqual([]);
  });

  it('compares as data, not as text: the order of fields does not count', () => {
    const after = next((d) => {
      d.guides = d.guides.map(
        (guide) => Object.fromEntries(Object.entries(guide).reverse()) as unknown as typeof guide,
      );
    });
    expect(lintPublication(published, after)).toEqual([]);
  });

  it.each(DAMAGED_PUBLICATIONS)('%s: %s', (code, _what, damage) => {
    expect(codes(lintPublication(published, next(damage)))).toContain(code);
  });

  it('is refused for its own problems as well', () => {
    const after = next((d) => set(itemIn(d, '4'), { name: '' }));
    expect(codes(lintPublication(published, after))).toContain('text.empty');
  });
});

it('every rule of the lint is shown to fail', () => {
  const damages = [...DAMAGED_ITEMS, ...DAMAGED_GUIDES, ...DAMAGED_TIMES, ...DAMAGED_PUBLICATIONS];
  const shown = new Set(damages.map(([code]) => code));
  expect(Object.keys(LINT_MESSAGES).filter((code) => !shown.has(code as LintCode))).toEqual([]);
  expect(copyOf(seedCatalogue)).toEqual(seedCatalogue);
});
