import { describe, expect, it } from 'vitest';
import { copyRows, copyText } from '../../../../src/app/window/case/copyRows.ts';
import { seedCatalogue } from '../../../../src/catalogue/index.ts';
import { intakeValue } from '../../../../src/domain/filledForm.ts';
import { person, SAMPLES, type SampleId } from '../../../catalogue/samples.ts';
import { guideOf, itemOf } from '../builders.ts';

const factsOf = (id: SampleId) => ({ guide: guideOf(id), ...SAMPLES[id] });

describe('the copy card', () => {
  it('stands in the order of the system of record, each value as the intake knows it', () => {
    const rows = copyRows(itemOf('10').target, factsOf('10'));
    expect(rows.map(({ label }) => label)).toEqual(itemOf('10').target.fields.map(({ label }) => label));
    const known = rows.flatMap(({ label, parts }) => parts.map(({ text }) => [label, text]));
    expect(known).toEqual([
      ['合作社名称', '翼云果品种植专业合作社'],
      ['法定代表人', '王秀兰'],
      ['证件号码', '370406198001010025'],
      ['成员总数', '10名'],
      ['农民成员数', '10名'],
      ['联系电话', '13863200001'],
    ]);
  });

  it('leaves to the hand what this guide of the item does not ask', () => {
    const [field] = itemOf('7').target.fields;
    const target = {
      ...itemOf('7').target,
      fields: [field!, { label: '月数', from: months }, { label: '备注' }],
    };
    const loan = copyRows(target, factsOf('7a'));
    expect(loan.map(({ parts }) => parts.length)).toEqual([1, 0, 0]);
    const subsidy = copyRows(target, factsOf('7b'));
    expect(subsidy.map(({ parts }) => parts.length)).toEqual([1, 1, 0]);
  });

  it('copies a number without its unit, and a covered one only after it was asked for', async () => {
    const asked: unknown[] = [];
    const clear = async (number: unknown) => {
      asked.push(number);
      return '给的全号';
    };
    expect(await copyText(intakeValue(months, factsOf('7b')), clear)).toBe('12');
    expect(asked).toEqual([]);
    const id = { of: 'party', role: 'applicant', what: 'idNumber' } as const;
    const facts = { ...factsOf('7b'), parties: [person('agent'), person('applicant')] };
    expect(await copyText(intakeValue(id, facts), clear)).toBe('给的全号');
    expect(asked).toEqual([{ party: 1, what: 'identityNumber' }]);
    expect(await copyText(intakeValue(id, facts), async () => undefined)).toBeUndefined();
  });

  it('of every item takes something over, once its guide is worked out', () => {
    for (const item of seedCatalogue.items) {
      if (!seedCatalogue.guides.some((one) => one.item === item.id && one.state === 'complete')) continue;
      expect(`${item.id} ${item.target.fields.some(({ from }) => from)}`).toBe(`${item.id} true`);
    }
  });
});

const months = { of: 'answer', question: 'months-open' } as const;
