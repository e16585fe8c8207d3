import type { Condition } from '../../domain/condition.ts';
import type { Check, Material, Option, Question } from '../../domain/guide.ts';
import type { LegalBasis } from '../../domain/item.ts';
import { inspected, original, WAIVER } from './parts.ts';

/** Short ways to write what most papers, questions and rules have in common. What is said here is pending until said otherwise. */

type Own = Pick<Material, 'id' | 'name' | 'why' | 'basis'> & Partial<Material>;

/** A paper that the applicant has or makes, one original, that cannot come later. */
export const paper = (own: Own): Material => ({
  form: original(1),
  origin: { from: 'applicant' },
  waiver: WAIVER.none,
  deferrable: false,
  core: false,
  sensitive: false,
  confirmation: 'pending',
  ...own,
});

/** A document that a public office has issued: looked at and handed back, and not needed where the window finds it. */
export const issued = (who: string, own: Own): Material =>
  paper({ form: inspected, origin: { from: 'government', who }, waiver: WAIVER.sharing, ...own });

/** The application itself. */
export const application = (own: Pick<Own, 'name' | 'why' | 'basis'> & Partial<Material>): Material =>
  paper({ id: 'application', core: true, ...own });

/** Who applies, seen once and handed back. */
export const identity = (name: string, basis: LegalBasis, own: Partial<Material> = {}): Material =>
  issued('公安机关', {
    ...{ id: 'id-card', name, why: '确认是谁来办，看完当场还。', basis, core: true },
    ...own,
  });

export const choice = (
  id: string,
  text: string,
  options: readonly (readonly [value: string, label: string, more?: Partial<Option>])[],
  more: Partial<Pick<Question, 'help' | 'when' | 'confirmation'>> = {},
): Question => ({
  ...{ id, text, kind: 'choice', confirmation: 'pending' },
  options: options.map(([value, label, about]) => ({ value, label, ...about })),
  ...more,
});

/** Said to the clerk and recorded; it stops nothing. */
export const warns = (
  id: string,
  must: Condition,
  message: string,
  basis: LegalBasis,
  more: Partial<Pick<Check, 'when' | 'confirmation'>> = {},
): Check => ({ ...{ id, must, message, basis }, severity: 'warn', confirmation: 'pending', ...more });
