import type { Catalogue } from '../../src/domain/rules.ts';
import { at, baseline, type Damage, type Draft, drop, guideIn, itemIn, set } from './broken.ts';

export const DAMAGED_GUIDES: readonly Damage[] = [
  ['guide.itemUnknown', 'a guide of no item', (d) => set(guideIn(d, '1'), { item: '99' })],
  ['guide.version', 'one version twice', (d) => void d.guides.push(structuredClone(guideIn(d, '1')))],
  ['guide.version', 'version zero', (d) => set(guideIn(d, '1'), { version: 0 })],
  [
    'id.duplicate',
    'two questions with one id',
    (d) => set(at(guideIn(d, '1').questions, 'who'), { id: 'site' }),
  ],
  [
    'id.duplicate',
    'two materials with one id',
    (d) => set(at(guideIn(d, '1').materials, 'sample'), { id: 'photos' }),
  ],
  ['text.empty', 'a refusal without words', (d) => set(guideIn(d, '1').refusals[0]!, { text: '' })],
  ['question.options', 'one option twice', (d) => doubleOption(d)],
  ['question.options', 'a range upside down', (d) => turnRange(d)],
  ['question.elsewhere', 'elsewhere without a place', (d) => blankElsewhere(d)],
  [
    'condition.unknownQuestion',
    'a paper that asks for a question that is not there',
    (d) => set(at(guideIn(d, '1').materials, 'consent'), { when: { answer: 'owner', is: 'others' } }),
  ],
  [
    'condition.laterQuestion',
    'a question that waits for a later one',
    (d) => set(at(guideIn(d, '1').questions, 'location'), { when: { answer: 'who', is: 'person' } }),
  ],
  [
    'condition.laterQuestion',
    'a question that waits for itself',
    (d) => set(at(guideIn(d, '1').questions, 'who'), { when: { answer: 'who', is: 'person' } }),
  ],
  [
    'condition.value',
    'a value that is no option',
    (d) => set(at(guideIn(d, '1').materials, 'consent'), { when: { answer: 'site', is: 'other' } }),
  ],
  [
    'condition.value',
    'a text counted',
    (d) =>
      set(at(guideIn(d, '1').checks, 'within-nine-towns'), {
        must: { atLeast: [{ answer: 'location' }, 5] },
      }),
  ],
  [
    'material.reserved',
    'a paper that is named like the photographs of a step',
    (d) => set(at(guideIn(d, '10').materials, 'charter'), { id: 'step-visit' }),
  ],
  [
    'material.reserved',
    'a paper that is named like the signature under a receipt of delivery',
    (d) => set(at(guideIn(d, '10').materials, 'charter'), { id: 'signature-decision' }),
  ],
  [
    'material.noBasis',
    'a paper without a basis',
    (d) => set(at(guideIn(d, '10').materials, 'charter'), { basis: { law: ' ' } }),
  ],
  [
    'material.form',
    'a paper in no form',
    (d) => set(at(guideIn(d, '10').materials, 'charter').form, { originals: 0 }),
  ],
  [
    'material.coreDeferrable',
    'a core paper that may come later',
    (d) => set(at(guideIn(d, '10').materials, 'charter'), { deferrable: { workingDays: 5 } }),
  ],
  [
    'number.insane',
    'half a copy',
    (d) => set(at(guideIn(d, '10').materials, 'charter').form, { copies: 0.5 }),
  ],
  [
    'number.insane',
    'a paper that may come after years',
    (d) => set(at(guideIn(d, '1').materials, 'photos'), { deferrable: { workingDays: 900 } }),
  ],
  [
    'check.noBasis',
    'a rule without a basis',
    (d) => set(at(guideIn(d, '10').checks, 'five-members').basis, { law: '' }),
  ],
  [
    'check.unconfirmed',
    'a rule nobody confirmed that stops',
    (d) => set(at(guideIn(d, '7a').checks, 'amount-person'), { severity: 'block' }),
  ],
  ['form.field', 'a form of no paper', (d) => addForm(d, { material: 'none' })],
  ['form.field', 'a form that takes what nobody is asked', (d) => addForm(d, { question: 'none' })],
  ['party.rule', 'more at least than at most', (d) => set(guideIn(d, '10').parties[0]!, { min: 3 })],
  [
    'roster.column',
    'a list that answers what nobody asks',
    (d) =>
      set(guideIn(d, '10').roster!, {
        counts: { all: 'none', farmers: 'farmers', organisations: 'organisations' },
      }),
  ],
  ['party.rule', 'a guide without any party', (d) => set(guideIn(d, '7a'), { parties: [] })],
];

function addForm(d: Draft<Catalogue>, { material = 'application', question = 'town' }): void {
  const from = { of: 'answer', question } as const;
  const form = { material, title: '申请表', fields: [{ label: '镇', from, sample: '西集镇' }] };
  set(guideIn(d, '7b'), { forms: [{ ...form, declaration: '以上属实。', confirmation: 'pending' }] });
}

export const DAMAGED_TIMES: readonly Damage[] = [
  [
    'limit.none',
    'limits for one situation only',
    (d) => set(guideIn(d, '1').limits[0]!, { when: { answer: 'who', is: 'person' } }),
  ],
  [
    'limit.noBasis',
    'a statutory limit without the law',
    (d) => drop(guideIn(d, '1').limits[0]!.statutory!, 'basis'),
  ],
  [
    'limit.beyondStatutory',
    'a promise longer than the law',
    (d) => set(guideIn(d, '1').limits[0]!.promised!, { days: 21 }),
  ],
  [
    'limit.beyondStatutory',
    'the same in calendar days',
    (d) =>
      set(guideIn(d, '1').limits[0]!, {
        promised: {
          days: 40,
          unit: 'calendarDays',
          confirmation: 'pending',
        },
      }),
  ],
  ['limit.instant', 'an instant item that promises days', (d) => set(itemIn(d, '1'), { pace: 'instant' })],
  ['limit.borrowed', 'the permit’s days on a service', (d) => borrow(d)],
  [
    'limit.extension',
    'an extension longer than the limit',
    (d) => set(guideIn(d, '10').limits[0]!.statutory!, { extension: 4 }),
  ],
  ['number.insane', 'a limit of no days', (d) => set(guideIn(d, '1').limits[0]!.promised!, { days: 0 })],
  [
    'step.direct',
    'a direct item in which nobody in town decides',
    (d) => set(at(guideIn(d, '1').steps, 'decide'), { by: 'district' }),
  ],
  ['step.review', 'a review forwarded before the opinion', (d) => void guideIn(d, '7a').steps.reverse()],
  [
    'step.review',
    'a department that judges again',
    (d) => set(at(guideIn(d, '7a').steps, 'compare'), { by: 'district' }),
  ],
  [
    'step.window',
    'a window at which the town decides',
    (d) => set(at(guideIn(d, '10').steps, 'decide'), { by: 'town' }),
  ],
  [
    'step.visit',
    'a visit that stops the clock',
    (d) => set(at(guideIn(d, '1').steps, 'visit'), { counts: false }),
  ],
  [
    'step.clock',
    'a review that stops the clock',
    (d) => set(at(guideIn(d, '1').steps, 'check'), { counts: false }),
  ],
  [
    'baseline.steps',
    'more steps than before',
    (d) => set(guideIn(d, '10'), { baseline: baseline(d, { steps: 4 }) }),
  ],
  [
    'baseline.days',
    'more days than before',
    (d) => set(guideIn(d, '10'), { baseline: baseline(d, { days: 0 }) }),
  ],
  [
    'baseline.materials',
    'more papers than before',
    (d) => set(guideIn(d, '10'), { baseline: baseline(d, { materials: ['charter'] }) }),
  ],
];

function doubleOption(draft: Draft<Catalogue>): void {
  const question = at(guideIn(draft, '1').questions, 'who');
  if (question.kind === 'choice') question.options[1]!.value = 'person';
}

function turnRange(draft: Draft<Catalogue>): void {
  const question = at(guideIn(draft, '10').questions, 'members');
  if (question.kind === 'number') question.max = 0;
}

function blankElsewhere(draft: Draft<Catalogue>): void {
  const question = at(guideIn(draft, '1').questions, 'thing');
  if (question.kind === 'choice') question.options[2]!.elsewhere = { goTo: '', why: '另有规定' };
}

function borrow(draft: Draft<Catalogue>): void {
  const basis = { law: '《行政许可法》', article: '第四十二条' };
  guideIn(draft, '7a').limits[0]!.statutory = {
    days: 20,
    unit: 'workingDays',
    basis,
    confirmation: 'confirmed',
  };
}
