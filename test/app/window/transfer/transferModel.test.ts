import { describe, expect, it } from 'vitest';
import { TransferModel, unmissed } from '../../../../src/app/window/transfer/transferModel.ts';
import { deskOf, HALL, TODAY, viewOf } from '../builders.ts';

const LIST = '019a0000-0000-7000-8000-00000000aaaa';
const DEPARTMENT = '370406-xzsp';

/** On its way to the hall of the desk. */
const coming = (id: string, missing?: string) =>
  viewOf({
    id,
    custody: {
      at: DEPARTMENT,
      on: TODAY,
      way: { list: LIST, to: HALL, ...(missing === undefined ? {} : { missing }) },
    },
  });

describe('signing for a list', () => {
  it('all at once leaves out what was reported missing, which is signed for by itself when it turns up', async () => {
    const { desk, cases, submissions } = deskOf();
    cases.value = [coming('a'), coming('b', '整份都没有'), coming('c')];
    const model = new TransferModel(desk);
    const [bundle] = model.arriving.value;
    const together = unmissed(bundle?.cases ?? []);
    expect(together.map((one) => one.case.id)).toEqual(['a', 'c']);
    await model.sign(LIST, together);
    expect(submissions.map((one) => one.caseId)).toEqual(['a', 'c']);
    await model.sign(
      LIST,
      (bundle?.cases ?? []).filter((one) => one.case.id === 'b'),
    );
    expect(submissions.at(-1)).toMatchObject({
      caseId: 'b',
      acts: [{ type: 'signForPapers', payload: { list: LIST } }],
    });
  });
});
