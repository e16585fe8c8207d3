import { describe, expect, it } from 'vitest';
import { GUIDES } from '../../src/catalogue/guides/index.ts';
import type { ApplicationForm, CompleteGuide } from '../../src/domain/guide.ts';
import { checkCreditCode, checkIdentityNumber } from '../../src/domain/identity.ts';
import { completeGuide, TODAY } from './samples.ts';

const FORMS = GUIDES.filter((one): one is CompleteGuide => one.state === 'complete').flatMap((guide) =>
  (guide.forms ?? []).map((form) => [guide.id, form.material, form] as const),
);

/** What the intake fills in, as `question` or `role.what`. */
const filled = ({ fields }: ApplicationForm): string[] =>
  fields.flatMap(({ from }) => {
    if (!from) return [];
    return [from.of === 'answer' ? from.question : `${from.role}.${from.what}`];
  });

const formOf = (id: string, material: string): ApplicationForm => {
  const form = completeGuide(id).forms?.find((one) => one.material === material);
  if (!form) throw new Error(`guide ${id} has no form ${material}`);
  return form;
};

describe('the forms', () => {
  it.each(FORMS)('of guide %s, %s: the sample shows nobody’s number', (_guide, _material, form) => {
    const runs = form.fields.flatMap((one) => one.sample.match(/[0-9A-Z]{15,}/g) ?? []);
    for (const run of runs) {
      expect(checkIdentityNumber(run, TODAY)).not.toBe('ok');
      expect(checkCreditCode(run)).not.toBe('ok');
    }
  });

  it.each(FORMS)('of guide %s, %s: no label stands twice', (_guide, _material, form) => {
    const labels = form.fields.map((one) => one.label);
    expect(labels).toEqual([...new Set(labels)]);
  });

  it('nobody writes again what the window has asked', () => {
    expect(filled(formOf('1', 'application'))).toEqual(
      expect.arrayContaining(['applicant.name', 'location', 'thing', 'agent.telephone']),
    );
    expect(filled(formOf('7a', 'application'))).toEqual(
      expect.arrayContaining(['applicant.idNumber', 'group', 'married', 'amount', 'years', 'partners']),
    );
    expect(filled(formOf('10', 'application'))).toEqual(
      expect.arrayContaining([
        'name',
        'members',
        'farmers',
        'legalRepresentative.name',
        'cooperative.idNumber',
      ]),
    );
  });

  it('a banner’s form asks for what the decision states: place, number, size, dates', () => {
    const labels = formOf('1', 'application').fields.map((one) => one.label);
    for (const part of ['地点', '数量', '尺寸', '期限', '离地', '勘查意见'])
      expect(labels.some((one) => one.includes(part))).toBe(true);
  });

  it.each(['1', '7a', '10'])('guide %s says what its department has to answer', (id) => {
    const points = completeGuide(id).openPoints ?? [];
    expect(points.length).toBeGreaterThan(2);
    expect(points.every((one) => /[？]/.test(one))).toBe(true);
  });
});
