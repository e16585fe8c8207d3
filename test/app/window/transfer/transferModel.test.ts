import { describe, expect, it } from 'vitest';
import { progressAddress } from '../../../../src/app/window/papers/papers.ts';
import { ARRIVING, TransferModel } from '../../../../src/app/window/transfer/transferModel.ts';
import type { Case } from '../../../../src/domain/case.ts';
import { formatCaseNumber } from '../../../../src/domain/caseNumber.ts';
import { documentAddress, documentCode } from '../../../../src/protocol/documentCode.ts';
import { listCode } from '../../../../src/protocol/paperScan.ts';
import { stickerAddress } from '../../../../src/protocol/stickerCode.ts';
import { person } from '../../../support/sampleCase.ts';
import { stickerAt } from '../../../support/stickers.ts';
import { deskOf, HALL, itemOf, TODAY, viewOf } from '../builders.ts';

const LIST = '019a0000-0000-7000-8000-00000000aaaa';
const OTHER = '019a0000-0000-7000-8000-00000000bbbb';
const DEPARTMENT = itemOf('10').department;
const ANOTHER = '370406-zrzy';
const ORIGIN = 'https://jinban.example.cn';
const STICKER = stickerAt(HALL);

const idOf = (sequence: number) => `019a0000-0000-7000-8000-${String(sequence).padStart(12, '0')}`;
const numberOf = (sequence: number) =>
  formatCaseNumber({ town: HALL, date: TODAY, slot: 'K7', sequence, random: '4QXM' });

const one = (sequence: number, patch: Partial<Case> = {}) =>
  viewOf({
    ...{ id: idOf(sequence), number: numberOf(sequence), parties: [person('applicant')] },
    ...patch,
  });
/** With the department, and its paper still at the hall. */
const going = (sequence: number, patch: Partial<Case> = {}) =>
  one(sequence, { status: 'atDepartment', acceptedOn: TODAY, ...patch });
const coming = (sequence: number, patch: { missing?: string; list?: string; to?: string } = {}) => {
  const { list = LIST, to = HALL, missing } = patch;
  const way = { list, to, ...(missing === undefined ? {} : { missing }) };
  return one(sequence, { custody: { at: DEPARTMENT, on: TODAY, way } });
};

const documentOf = (id: string) =>
  documentAddress(
    ORIGIN,
    documentCode(
      { title: '审核意见书', case: id, office: HALL, on: TODAY, serial: 1, hash: 'ab'.repeat(16) },
      'A'.repeat(22),
      () => 'A'.repeat(86),
    ),
  );
const receiptOf = (sequence: number) =>
  progressAddress(ORIGIN, { number: numberOf(sequence), code: '7RK2M9' });

function world(...views: readonly ReturnType<typeof one>[]) {
  const { desk, cases, submissions } = deskOf();
  cases.value = views;
  const model = new TransferModel(desk);
  return {
    model,
    said: () => model.said.value?.words ?? '',
    signed: () => submissions.map((each) => each.caseId),
    submissions,
    ticked: () =>
      model.toSend.value
        .flatMap((bundle) => bundle.cases)
        .flatMap((each) => (model.left.value.has(each.case.id) ? [] : [each.case.id])),
  };
}

describe('signing for a list', () => {
  it('all at once leaves out what was reported missing, which is signed for by itself when it turns up', async () => {
    const { model, signed, submissions } = world(coming(1), coming(2, { missing: '整份都没有' }), coming(3));
    const cases = model.arriving.value[0]?.cases ?? [];
    await model.sign(LIST, model.unmissed(cases));
    expect(signed()).toEqual([idOf(1), idOf(3)]);
    await model.scan(numberOf(2));
    expect(submissions.at(-1)).toMatchObject({
      caseId: idOf(2),
      acts: [{ type: 'signForPapers', payload: { list: LIST } }],
    });
  });

  it('takes whatever stands on the papers of the file', async () => {
    for (const text of [
      numberOf(1),
      receiptOf(1),
      documentOf(idOf(1)),
      stickerAddress(ORIGIN, STICKER),
      STICKER.number,
    ]) {
      const view = coming(1);
      const { model, signed, said } = world(
        { ...view, case: { ...view.case, sticker: STICKER.number } },
        coming(2),
      );
      expect(await model.scan(text)).toBeNull();
      expect([signed(), said()]).toEqual([[idOf(1)], `已签收：张三 ${numberOf(1)}`]);
    }
  });

  it('opens the list whose code is scanned, and signs for nothing of another one meanwhile', async () => {
    const { model, signed, said } = world(coming(1), coming(2, { list: OTHER }));
    expect(await model.scan(listCode(OTHER))).toBeNull();
    expect(model.shown.value.map(({ key }) => key)).toEqual([OTHER]);
    await model.scan(numberOf(1));
    expect(said()).toContain('不在打开的这张清单上');
    await model.scan(numberOf(2));
    expect(signed()).toEqual([idOf(2)]);
    model.opened.value = null;
    expect(model.shown.value).toHaveLength(2);
  });

  it('shows any other list that is scanned as it is printed', async () => {
    expect(await world(coming(1)).model.scan(listCode(OTHER))).toBe(OTHER);
  });

  it('says which case a wrong paper belongs to, and why there is nothing to sign for', async () => {
    const { model, said, signed } = world(
      coming(1),
      one(2),
      coming(3, { to: ANOTHER }),
      one(4, { custody: { at: DEPARTMENT, on: TODAY } }),
      one(5, { custody: { at: HALL, on: TODAY, way: { list: OTHER, to: DEPARTMENT } } }),
      one(6, { sticker: STICKER.number }),
      one(7, { sticker: STICKER.number }),
    );
    for (const [text, words] of [
      [receiptOf(2), `张三 ${numberOf(2)}：要签收的清单里没有：纸质材料登记在本单位`],
      [receiptOf(3), `张三 ${numberOf(3)}：正移交给`],
      [receiptOf(4), '请问对方有没有登记移交'],
      [receiptOf(5), '由对方签收'],
      [STICKER.number, '这张收件贴贴在 2 件上'],
      [receiptOf(8), '本机没有这一件'],
      ['王秀兰', '这不是办件、文书、收件贴或者移交清单上的编号'],
      [numberOf(1).replace('-0001-', '-0002-'), '办件编号不正确'],
    ] as const) {
      expect(await model.scan(text)).toBeNull();
      expect(said()).toContain(words);
      expect(model.said.value?.where).toBe(ARRIVING);
    }
    expect(signed()).toEqual([]);
  });
});

describe('putting a list together', () => {
  it('by scanning holds what was scanned, once, and goes with that alone', async () => {
    const { model, ticked, said, signed } = world(going(1), going(2), going(3));
    expect(ticked()).toHaveLength(3);
    model.pick(receiptOf(2), DEPARTMENT);
    expect([ticked(), said()]).toEqual([[idOf(2)], `已勾选：张三 ${numberOf(2)}`]);
    model.pick(documentOf(idOf(3)), DEPARTMENT);
    model.pick(numberOf(3), DEPARTMENT);
    expect([ticked(), said()]).toEqual([[idOf(2), idOf(3)], `已经勾过：张三 ${numberOf(3)}`]);
    const [bundle] = model.toSend.value;
    if (!bundle) throw new Error('nothing to send');
    await model.send(bundle);
    expect(signed()).toEqual([idOf(2), idOf(3)]);
  });

  it('refuses a paper that is not for it, says which and why, and keeps the ticks', () => {
    const elsewhere = '13';
    const { model, ticked, said } = world(
      going(1),
      one(2),
      going(3, { item: elsewhere, guide: elsewhere }),
      going(4, { custody: { at: HALL, on: TODAY, way: { list: LIST, to: DEPARTMENT } } }),
      coming(5),
      going(6, { custody: { at: DEPARTMENT, on: TODAY } }),
    );
    expect(itemOf(elsewhere).department).not.toBe(DEPARTMENT);
    const before = ticked();
    for (const [sequence, words] of [
      [2, '现在不用移交'],
      [3, '应当移交给'],
      [4, '等对方签收'],
      [5, '先签收，再移交'],
      [6, '不在本单位'],
    ] as const) {
      model.pick(receiptOf(sequence), DEPARTMENT);
      expect(said()).toContain(`张三 ${numberOf(sequence)}：`);
      expect(said()).toContain(words);
      expect(model.said.value?.where).toBe(DEPARTMENT);
    }
    expect(ticked()).toEqual(before);
    expect(model.pick(listCode(OTHER), DEPARTMENT)).toBe(OTHER);
  });
});
