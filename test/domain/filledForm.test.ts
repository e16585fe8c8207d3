import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { type Filling, filledForm, intakeValue } from '../../src/domain/filledForm.ts';
import type { ApplicationForm, CompleteGuide } from '../../src/domain/guide.ts';
import { completeGuide, organisation, person, SAMPLES } from '../catalogue/samples.ts';

const guide = completeGuide('7b');
const form: ApplicationForm = {
  material: 'application',
  title: '申请表',
  fields: [
    { label: '姓名', from: { of: 'party', role: 'applicant', what: 'name' }, sample: '某人' },
    { label: '身份证', from: { of: 'party', role: 'applicant', what: 'idNumber' }, sample: '某号' },
    { label: '电话', from: { of: 'party', role: 'applicant', what: 'telephone' }, sample: '某电话' },
    { label: '住址', from: { of: 'party', role: 'applicant', what: 'address' }, sample: '某地', lines: 2 },
    { label: '主体', from: { of: 'answer', question: 'entity' }, sample: '某主体' },
    { label: '月数', from: { of: 'answer', question: 'months-open' }, sample: '1' },
    { label: '账号', sample: '某账号' },
  ],
  declaration: '属实。',
  confirmation: 'pending',
};
const valuesOf = (filling: Filling, of = form) =>
  filledForm(of, filling).map(({ parts }) => parts.map(({ text }) => text).join('、'));
const { answers } = SAMPLES['7b'];
const intake = { guide, answers, parties: [person('agent'), { ...person('applicant'), address: '西集村' }] };
const entity = guide.questions.find(({ id }) => id === 'entity');
const label =
  entity?.kind === 'choice' ? entity.options.find((one) => one.value === answers.entity)?.label : '';

describe('an application form', () => {
  it('takes from the intake the party of the role, and answers in words', () => {
    expect(valuesOf(intake)).toEqual([
      '王秀兰',
      '370406198001010025',
      '13863200001',
      '西集村',
      label,
      `${answers['months-open']}个月`,
      '',
    ]);
    expect(filledForm(form, intake).map(({ lines }) => lines)).toEqual([1, 1, 1, 2, 1, 1, 1]);
  });

  it('leaves room where nothing is known, and where an earlier choice has ruled the answer out', () => {
    expect(valuesOf({ guide, answers: {}, parties: [] })).toEqual(form.fields.map(() => ''));
    const ruledOut = { ...guide, questions: guide.questions.map((one) => ({ ...one, when: { any: [] } })) };
    expect(valuesOf({ ...intake, guide: ruledOut as CompleteGuide })[4]).toBe('');
    expect(valuesOf({ ...intake, parties: [{ ...person('applicant'), telephone: ' ' }] })[2]).toBe('');
  });

  it('is empty, or a sample throughout', () => {
    expect(valuesOf('blank')).toEqual(form.fields.map(() => ''));
    expect(valuesOf('sample')).toEqual(['某人', '某号', '某电话', '某地', '某主体', '1', '某账号']);
  });

  it('names everybody who holds the role, and whose number stands where, so that screens can cover it', () => {
    const parties = [person('applicant'), organisation('applicant')];
    const numbers = intakeValue({ of: 'party', role: 'applicant', what: 'idNumber' }, { ...intake, parties });
    expect(numbers).toEqual([
      { text: '370406198001010025', number: { party: 0, what: 'identityNumber' } },
      { text: '11370302004216079D' },
    ]);
    const agents = intakeValue({ of: 'party', role: 'agent', what: 'telephone' }, intake);
    expect(agents).toEqual([{ text: '13863200001', number: { party: 0, what: 'telephone' } }]);
  });

  it('of the catalogue gets something from a filled intake wherever the intake knows it', () => {
    const forms = seedCatalogue.guides.flatMap((one) => (one.state === 'complete' ? (one.forms ?? []) : []));
    expect(forms.length).toBeGreaterThan(0);
    for (const one of guide.forms ?? []) {
      const filled = filledForm(one, { guide, answers, parties: SAMPLES['7b'].parties });
      expect(filled.map(({ parts }) => parts.length > 0)).toEqual(one.fields.map(({ from }) => !!from));
    }
  });
});
