import type { Case } from './case.ts';
import { type Condition, questionsIn } from './condition.ts';
import type { CompleteGuide } from './guide.ts';
import type { Numbered, Signed } from './handling.ts';
import type { Item } from './item.ts';
import { checkTelephone } from './parties.ts';

/** What a clerical error can be in: never a number by which somebody is known, and nothing that anything hangs on. */
export const PARTY_FIELDS = ['name', 'telephone', 'address'] as const;

export type RectifiedField =
  | { readonly of: 'party'; readonly party: number; readonly what: (typeof PARTY_FIELDS)[number] }
  | { readonly of: 'answer'; readonly question: string };

/** 更正: what stood there, what is right, and why; both stay in the record. */
export interface Rectification extends Signed, Numbered {
  readonly field: RectifiedField;
  readonly was: string;
  readonly now: string;
  readonly text: string;
}

/** The answers that are only written down: no paper, limit, check, party or office hangs on them. */
export function plainAnswers(guide: CompleteGuide, item: Item): readonly string[] {
  const conditions = [
    ...guide.questions.map((one) => one.when),
    ...guide.materials.map((one) => one.when),
    ...guide.parties.map((one) => one.when),
    ...guide.limits.map((one) => one.when),
    ...guide.steps.map((one) => one.when),
    ...guide.checks.flatMap((one) => [one.when, one.must]),
  ].filter((one): one is Condition => one !== undefined);
  const { handlingTown, subjectKey } = item;
  const bound = new Set([
    ...conditions.flatMap(questionsIn),
    ...(handlingTown.by === 'answer' ? [handlingTown.question] : []),
    ...(subjectKey.of === 'answer' ? [subjectKey.question] : []),
  ]);
  return guide.questions.filter((one) => one.kind === 'text' && !bound.has(one.id)).map((one) => one.id);
}

/** Every place of a case that may be rectified, with what stands there now. */
export function rectifiable(
  found: Case,
  guide: CompleteGuide,
  item: Item,
): readonly { readonly field: RectifiedField; readonly value: string }[] {
  const parties = found.parties.flatMap((party, at) =>
    PARTY_FIELDS.map((what) => ({
      field: { of: 'party', party: at, what } as const,
      value: party[what] ?? '',
    })),
  );
  const answers = plainAnswers(guide, item).flatMap((question) => {
    const value = found.answers[question];
    return value === undefined ? [] : [{ field: { of: 'answer', question } as const, value: String(value) }];
  });
  return [...parties, ...answers];
}

export const sameField = (a: RectifiedField, b: RectifiedField): boolean =>
  a.of === 'party'
    ? b.of === 'party' && a.party === b.party && a.what === b.what
    : b.of === 'answer' && a.question === b.question;

/** How long a name, a telephone and an address may be, as at the receipt. */
const LONGEST: Readonly<Record<(typeof PARTY_FIELDS)[number], number>> = {
  name: 120,
  telephone: 20,
  address: 200,
};

/** Whether the right value may stand there at all. */
export function fitsField(field: RectifiedField, now: string, guide: CompleteGuide, found: Case): boolean {
  const long = [...now].length;
  if (field.of === 'answer') {
    const question = guide.questions.find((one) => one.id === field.question);
    return (
      question?.kind === 'text' && long <= question.maxLength && (now !== '' || question.optional === true)
    );
  }
  if (long > LONGEST[field.what]) return false;
  if (field.what === 'name') return now !== '';
  if (field.what === 'address') return true;
  const optional = found.parties[field.party]?.role === 'agent';
  return now === '' ? optional : checkTelephone(now) === 'ok';
}

/** The case with the right value in its place. */
export function rectified(before: Case, { field, now }: Rectification): Pick<Case, 'parties' | 'answers'> {
  const { parties, answers } = before;
  if (field.of === 'answer') return { parties, answers: { ...answers, [field.question]: now } };
  return {
    answers,
    parties: parties.map((party, at) => (at === field.party ? { ...party, [field.what]: now } : party)),
  };
}
