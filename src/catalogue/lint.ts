import type { Baseline, CompleteGuide, Guide } from '../domain/guide.ts';
import type { Item } from '../domain/item.ts';
import type { Office } from '../domain/office.ts';
import type { Catalogue } from '../domain/rules.ts';
import { isLegalDate } from '../domain/time.ts';
import { lintGuide } from './lintGuide.ts';
import { lintItem } from './lintItem.ts';
import { duplicates, isBlank, type LintProblem, problem, unless } from './lintProblem.ts';
import { lintBaseline } from './lintTime.ts';

export type { LintCode, LintProblem } from './lintProblem.ts';

const OFFICE_ID: Readonly<Record<Office['kind'], RegExp>> = {
  town: /^\d{9}$/,
  district: /^\d{6}$/,
  department: /^\d{6}-[a-z]+$/,
};

/**
 * Everything that speaks against a catalogue: the derivation rules of domain.md part 5, and that every name in it
 * leads somewhere. Seeds and publications alike pass through it; an empty list means that it may be published.
 */
export function lintCatalogue(catalogue: Catalogue): LintProblem[] {
  const { offices, items, guides } = catalogue;
  const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id);
  return [
    ...unless(Number.isInteger(catalogue.version) && catalogue.version >= 1, 'number.insane', 'catalogue'),
    ...duplicates(ids(offices), 'id.duplicate', 'office'),
    ...duplicates(ids(items), 'id.duplicate', 'item'),
    ...duplicates(
      items.map((item) => item.seq),
      'id.duplicate',
      'item seq',
    ),
    ...duplicates(
      guides.map((guide) => `${guide.id}@${guide.version}`),
      'guide.version',
      'guide',
    ),
    ...offices.flatMap(lintOffice),
    ...lintCalendar(catalogue),
    ...items.flatMap((item) => lintItem(item, catalogue)),
    ...guides.flatMap((guide) =>
      lintGuide(
        guide,
        items.find((item) => item.id === guide.item),
      ),
    ),
  ];
}

function lintOffice(office: Office): LintProblem[] {
  const where = `office ${office.id}`;
  return [
    ...unless(OFFICE_ID[office.kind].test(office.id), 'office.idKind', where),
    ...unless(!isBlank(office.name) && !isBlank(office.shortName), 'text.empty', where),
  ];
}

function lintCalendar({ calendar }: Catalogue): LintProblem[] {
  return Object.entries(calendar.years).flatMap(([year, { off, on }]) => {
    const real = [...off, ...on].every((date) => isLegalDate(date) && date.startsWith(`${year}-`));
    return unless(real && !off.some((date) => on.includes(date)), 'calendar.invalid', `calendar ${year}`);
  });
}

/**
 * Everything that speaks against putting `after` in the place of `before`: its own problems, and what would change
 * the past. Old cases live on under the guide version that they were received with, and acts are judged by the
 * status of their moment, so neither may be rewritten.
 */
export function lintPublication(before: Catalogue, after: Catalogue): LintProblem[] {
  const calendarKept = same(before.calendar.years, after.calendar.years);
  return [
    ...lintCatalogue(after),
    ...unless(after.version === before.version + 1, 'publication.version', 'catalogue'),
    ...unless(
      calendarKept || after.calendar.version !== before.calendar.version,
      'publication.calendar',
      'calendar',
    ),
    ...before.offices
      .filter((old) => !after.offices.some((one) => one.id === old.id && one.kind === old.kind))
      .map((old) => problem('publication.vanished', `office ${old.id}`)),
    ...before.items.flatMap((old) => lintItemChange(old, after)),
    ...before.guides.flatMap((old) => lintOldGuide(old, after)),
    ...after.guides.flatMap((guide) => lintNewGuide(guide, before)),
  ];
}

/** A state or a delegation that was published stays; its basis may be corrected, an end may be added. */
function lintItemChange(old: Item, after: Catalogue): LintProblem[] {
  const where = `item ${old.id}`;
  const now = after.items.find((one) => one.id === old.id);
  if (!now) return [problem('publication.vanished', where)];
  const statesKept = old.status.every((was) =>
    now.status.some((one) => one.from === was.from && one.state === was.state),
  );
  const delegationsKept = old.delegations.every((was) =>
    now.delegations.some((one) => one.office === was.office && one.from === was.from),
  );
  const guidesKept = old.guides.every((id) => now.guides.includes(id));
  return [
    ...unless(statesKept && delegationsKept, 'publication.history', where),
    ...unless(guidesKept, 'publication.vanished', where),
  ];
}

function lintOldGuide(old: Guide, after: Catalogue): LintProblem[] {
  const where = `guide ${old.id}@${old.version}`;
  const now = after.guides.find((one) => one.id === old.id && one.version === old.version);
  if (!now) return [problem('publication.vanished', where)];
  return unless(same(old, now), 'publication.changedInPlace', where);
}

/** A new version follows the newest one, and stays within the baseline that was confirmed for it. */
function lintNewGuide(guide: Guide, before: Catalogue): LintProblem[] {
  const earlier = before.guides.filter((one) => one.id === guide.id);
  const newest = earlier.reduce((most, one) => Math.max(most, one.version), 0);
  if (guide.version <= newest) return [];
  const where = `guide ${guide.id}@${guide.version}`;
  const problems = unless(guide.version === newest + 1, 'guide.version', where);
  const baseline = confirmedBaseline(earlier);
  if (!baseline) return problems;
  // Back to "in preparation" would drop the confirmed standard together with the checklist.
  if (guide.state !== 'complete') return [...problems, problem('baseline.dropped', where)];
  return [
    ...problems,
    ...unless(keeps(guide.baseline, baseline), 'baseline.dropped', where),
    ...lintBaseline(guide, baseline, `${where} against the version before`),
  ];
}

function confirmedBaseline(guides: readonly Guide[]): Baseline | undefined {
  const complete = guides.filter((one): one is CompleteGuide => one.state === 'complete');
  const confirmed = complete.filter((one) => one.baseline?.confirmation === 'confirmed');
  return confirmed.sort((a, b) => b.version - a.version)[0]?.baseline ?? undefined;
}

/** A confirmed baseline may only be kept or made stricter. */
function keeps(now: Baseline | null, was: Baseline): boolean {
  if (now?.confirmation !== 'confirmed') return false;
  const within = now.materials.every((one) => was.materials.includes(one));
  return now.steps <= was.steps && now.days <= was.days && within;
}

/** Equal as data: the order of fields does not count, the order of lists does. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && same(Reflect.get(a, key), Reflect.get(b, key)));
}
