import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import { countOf, type PendingSection, pendingSections } from '../../src/domain/pendingFacts.ts';
import type { Catalogue } from '../../src/domain/rules.ts';
import { broken, guideIn, set } from '../catalogue/broken.ts';

/** Every object anywhere in it that awaits confirmation. */
function pendingIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Reflect.get(value, 'confirmation') === 'pending' ? 1 : 0;
  return Object.values(value).reduce<number>((sum, part) => sum + pendingIn(part), own);
}

/** The same data with every fact in doubt. */
function doubted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(doubted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'confirmation' ? 'pending' : doubted(part)]),
  );
}

const everything = (catalogue: Catalogue): readonly PendingSection[] =>
  catalogue.offices.flatMap(({ id }) => pendingSections(catalogue, id));
const factsIn = (sections: readonly PendingSection[]) =>
  sections.flatMap(({ facts, guides }) => [...facts, ...guides.flatMap((one) => one.facts)]);
const pointsIn = (sections: readonly PendingSection[]) =>
  sections.flatMap(({ guides }) => guides.flatMap((one) => one.openPoints));

const BASELINE = { steps: 6, days: 20, materials: ['charter'], confirmation: 'pending' } as const;
/** As if nothing at all had been confirmed, with a standard from before the delegation as well. */
const allInDoubt = doubted(
  broken((d) => set(guideIn(d, '10'), { baseline: { ...BASELINE, materials: ['charter'] } })),
) as Catalogue;

describe('the sheet for confirmation', () => {
  it.each([
    ['the seed', seedCatalogue],
    ['a catalogue of which nothing is confirmed', allInDoubt],
  ])('leaves nothing pending out of %s', (_, catalogue) => {
    const sections = everything(catalogue);
    expect(factsIn(sections)).toHaveLength(pendingIn(catalogue));
    const open = catalogue.guides.flatMap((one) => (one.state === 'complete' ? (one.openPoints ?? []) : []));
    expect(pointsIn(sections)).toHaveLength(open.length);
    expect(sections.reduce((sum, one) => sum + countOf(one), 0)).toBe(pendingIn(catalogue) + open.length);
  });

  it('says each fact in words, without a code or an id of ours', () => {
    const facts = factsIn(everything(allInDoubt));
    for (const { name, says } of facts) {
      expect(name.trim()).not.toBe('');
      expect(says.trim()).not.toBe('');
      expect(`${name} ${says}`).not.toMatch(/undefined|\[object|NaN|in_force|workingDays/);
    }
    const material = facts.find(({ name }) => name === '材料：合作社章程' || name.startsWith('材料：章程'));
    expect(material?.says).toContain('原件');
    expect(facts.find(({ name }) => name === '原区级标准')?.says).toContain('6 个环节，20 天，1 样材料');
  });

  it('goes by department, in the order of the annex, with the office’s own data first', () => {
    const approval = pendingSections(allInDoubt, '370406-xzsp');
    expect(approval[0]).toMatchObject({ facts: [{ name: '地址、电话和办公时间' }], guides: [] });
    expect(approval.slice(1).map(({ item }) => item?.seq)).toEqual(
      seedCatalogue.items.filter((one) => one.department === '370406-xzsp').map((one) => one.seq),
    );
    const labour = pendingSections(seedCatalogue, '370406-rsj').find(({ item }) => item?.id === '7');
    expect(labour?.guides.map(({ guide }) => guide.id)).toEqual(['7a', '7b']);
    expect(pointsIn(labour ? [labour] : [])).toEqual(
      ['7a', '7b'].flatMap(
        (id) => (seedCatalogue.guides.find((one) => one.id === id) as CompleteGuide).openPoints ?? [],
      ),
    );
  });

  it('asks about the newest version of a guide only, and not at all when all is confirmed', () => {
    const next = broken((d) => {
      const later = structuredClone(guideIn(d, '10'));
      set(later, { version: 2, openPoints: ['只问这一条'] });
      d.guides.push(later);
    });
    const [section] = pendingSections(next, '370406-xzsp').filter(({ item }) => item?.id === '10');
    expect(section?.guides.map(({ guide, openPoints }) => [guide.version, openPoints])).toEqual([
      [2, ['只问这一条']],
    ]);
    const settled = JSON.parse(
      JSON.stringify(seedCatalogue).replaceAll('"pending"', '"confirmed"'),
    ) as Catalogue;
    const guides = settled.guides.map((one) => ({ ...one, openPoints: [] }));
    expect(everything({ ...settled, guides })).toEqual([]);
  });
});
