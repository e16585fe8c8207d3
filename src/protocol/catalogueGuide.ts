import * as v from 'valibot';
import { Condition } from './catalogueCondition.ts';
import { Confirmation, IntakeSource, LegalBasis, LegalDate, text } from './catalogueItem.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const when = v.exactOptional(Condition);
const Statement = v.strictObject({ text, basis: v.exactOptional(LegalBasis), confirmation: Confirmation });

const Option = v.strictObject({
  value: v.union([v.string(), v.number(), v.boolean()]),
  label: text,
  help: v.exactOptional(text),
  elsewhere: v.exactOptional(v.strictObject({ goTo: text, why: text })),
});

const question = { id: text, text, help: v.exactOptional(text), when, confirmation: Confirmation };
const Question = v.variant('kind', [
  v.strictObject({ ...question, kind: v.literal('choice'), options: v.array(Option) }),
  v.strictObject({
    ...question,
    kind: v.literal('number'),
    unit: v.string(),
    min: v.number(),
    max: v.number(),
  }),
  v.strictObject({
    ...question,
    kind: v.literal('text'),
    maxLength: count,
    optional: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ ...question, kind: v.literal('date'), optional: v.exactOptional(v.boolean()) }),
]);

const Material = v.strictObject({
  id: text,
  name: text,
  form: v.strictObject({ originals: count, copies: count, inspect: v.boolean() }),
  when,
  why: text,
  basis: LegalBasis,
  origin: v.strictObject({
    from: v.picklist(['applicant', 'government', 'intermediary', 'village']),
    who: v.exactOptional(text),
  }),
  waiver: v.strictObject({ sharing: v.boolean(), promise: v.boolean() }),
  deferrable: v.union([v.literal(false), v.strictObject({ workingDays: count })]),
  core: v.boolean(),
  sensitive: v.boolean(),
  confirmation: Confirmation,
});

const Check = v.strictObject({
  id: text,
  when,
  must: Condition,
  message: text,
  basis: LegalBasis,
  severity: v.picklist(['block', 'warn']),
  confirmation: Confirmation,
});

const Limit = v.nullable(
  v.strictObject({
    days: count,
    unit: v.picklist(['workingDays', 'calendarDays', 'onTheSpot']),
    basis: v.exactOptional(LegalBasis),
    extension: v.exactOptional(count),
    confirmation: Confirmation,
  }),
);

const ApplicationForm = v.strictObject({
  material: text,
  title: text,
  fields: v.array(
    v.strictObject({
      label: text,
      from: v.exactOptional(IntakeSource),
      sample: text,
      lines: v.exactOptional(count),
    }),
  ),
  declaration: text,
  confirmation: Confirmation,
});

const head = {
  id: text,
  item: text,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  effectiveFrom: LegalDate,
  title: text,
  bases: v.array(LegalBasis),
  applicants: text,
  fee: Statement,
  result: Statement,
};

const columnHead = { heads: v.pipe(v.array(text), v.minLength(1)), optional: v.exactOptional(v.boolean()) };

const Roster = v.strictObject({
  of: v.picklist(['cases', 'parties']),
  role: text,
  unit: text,
  columns: v.array(
    v.union([
      v.strictObject({
        ...columnHead,
        field: v.picklist(['name', 'idNumber', 'telephone', 'address', 'farmer']),
      }),
      v.strictObject({ ...columnHead, question: text }),
    ]),
  ),
  counts: v.exactOptional(v.strictObject({ all: text, farmers: text, organisations: text })),
});

export const Guide = v.variant('state', [
  v.strictObject({ ...head, state: v.literal('preparing') }),
  v.strictObject({
    ...head,
    state: v.literal('complete'),
    conditions: v.array(Statement),
    questions: v.array(Question),
    boundaries: v.array(Statement),
    parties: v.array(
      v.strictObject({
        role: text,
        label: text,
        kinds: v.array(v.picklist(['person', 'organisation'])),
        min: count,
        max: count,
        when,
        telephone: v.exactOptional(v.literal('optional')),
      }),
    ),
    materials: v.array(Material),
    checks: v.array(Check),
    limits: v.array(v.strictObject({ when, statutory: Limit, promised: Limit })),
    steps: v.array(
      v.strictObject({
        id: text,
        name: text,
        by: v.picklist(['town', 'district', 'applicant']),
        kind: v.picklist([
          'receive',
          'check',
          'visit',
          'opinion',
          'decide',
          'forward',
          'issue',
          'notice',
          'pay',
          'deliver',
        ]),
        counts: v.boolean(),
        before: v.exactOptional(v.picklist(['opine', 'decide'])),
        when: v.exactOptional(Condition),
        atLeast: v.exactOptional(
          v.strictObject({
            days: count,
            unit: v.picklist(['workingDays', 'calendarDays']),
            basis: LegalBasis,
          }),
        ),
        confirmation: Confirmation,
      }),
    ),
    refusals: v.array(Statement),
    rights: v.array(Statement),
    faq: v.array(v.strictObject({ q: text, a: text, confirmation: Confirmation })),
    mistakes: v.array(text),
    forms: v.exactOptional(v.array(ApplicationForm)),
    roster: v.exactOptional(Roster),
    openPoints: v.exactOptional(v.array(text)),
    baseline: v.nullable(
      v.strictObject({ steps: count, days: count, materials: v.array(text), confirmation: Confirmation }),
    ),
  }),
]);
