import { seedCatalogue } from '../../src/catalogue/index.ts';
import type { LintCode } from '../../src/catalogue/lint.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import type { Catalogue } from '../../src/domain/rules.ts';

/** A copy of the seed that a test may damage. */
export type Draft<T> = T extends readonly (infer E)[]
  ? Draft<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T;

export const copyOf = (catalogue: Catalogue): Draft<Catalogue> =>
  structuredClone(catalogue) as Draft<Catalogue>;

export function broken(
  change: (draft: Draft<Catalogue>) => void,
  from: Catalogue = seedCatalogue,
): Catalogue {
  const draft = copyOf(from);
  change(draft);
  return draft as Catalogue;
}

export const itemIn = (draft: Draft<Catalogue>, id: string) => {
  const found = draft.items.find((one) => one.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};

export const guideIn = (draft: Draft<Catalogue>, id: string): Draft<CompleteGuide> => {
  const found = draft.guides.find((one) => one.id === id);
  if (found?.state !== 'complete') throw new Error(`no complete guide ${id}`);
  return found as Draft<CompleteGuide>;
};

/** A member of a list by its id, to be changed in place. */
export function at<T extends { id: string }>(list: T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

/** A code of the lint, what is wrong in words, and how to make it so. */
export type Damage = readonly [LintCode, string, (draft: Draft<Catalogue>) => void];

/** Changes some fields in place. */
export function set<T extends object>(target: T, fields: Partial<T>): void {
  Object.assign(target, fields);
}

export function drop<T extends object>(target: T, field: keyof T): void {
  delete target[field];
}

export function baseline(
  draft: Draft<Catalogue>,
  change: { steps?: number; days?: number; materials?: string[] },
) {
  const materials = guideIn(draft, '10').materials.map((one) => one.id);
  return { steps: 5, days: 1, materials, confirmation: 'confirmed' as const, ...change };
}
