import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { SealLineRow } from '../../../src/endpoint/store/registerPort.ts';
import { seriesOf } from '../../../src/endpoint/store/registerSql.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';

const OFFICE = '370406102';

/** A line of the seal register as it is entered. */
export function sealLine(serial: number, more: Partial<SealLineRow> = {}): SealLineRow {
  return {
    ...{ office: OFFICE, year: '2026', serial, turn: 1, stream: v7(), version: 6, on: '2026-11-23' },
    ...{ title: '审核意见书', caseNumber: '370406102-20261123-K7-0007-4QXM-H', seal: 'approval', copies: 2 },
    ...{ approver: '赵主任', drafter: '钱审核', sealer: '孙监印', note: '一份存档', back: null },
    ...more,
  };
}

/** The seal register: kept beside the cases, read by office, year and number. */
export function seals(opened: { store: Store; reopen(): Promise<Store> }): void {
  const add = (...rows: SealLineRow[]) => opened.store.write((tx) => tx.addSealLines(rows));
  const lines = (after?: { serial: number; turn: number }, limit = 100) =>
    opened.store.read.sealLines({ office: OFFICE, year: '2026', after, limit });

  it('reads the register of an office and a year by number, whatever the order in which it was entered', async () => {
    const all = [sealLine(1), sealLine(2), sealLine(2, { turn: 2 }), sealLine(10)];
    await add(...[...all].reverse(), sealLine(1, { office: '370406103' }), sealLine(1, { year: '2027' }));
    opened.store = await opened.reopen();
    expect(await lines()).toEqual(all);
  });

  it('goes on after a line, also between two under one number', async () => {
    const all = [sealLine(1), sealLine(2), sealLine(2, { turn: 2 }), sealLine(3)];
    await add(...all);
    expect(await lines(undefined, 2)).toEqual(all.slice(0, 2));
    expect(await lines({ serial: 2, turn: 1 }, 2)).toEqual(all.slice(2));
    expect(await lines({ serial: 3, turn: 1 })).toEqual([]);
  });

  it('says of the last line of a case that it was given back, and of no other one', async () => {
    const stream = v7();
    const [first, second, other] = [
      sealLine(1, { stream }),
      sealLine(3, { stream, version: 9 }),
      sealLine(2),
    ];
    await add(first, second, other);
    const back = { what: 'recallOpinion', on: '2026-11-25' } as const;
    await opened.store.write(async (tx) => {
      await tx.markGivenBack(stream, back);
      await tx.markGivenBack(v7(), back);
    });
    expect(await lines()).toEqual([first, other, { ...second, back }]);
  });

  it('enters no second line in the place of one, and none of a transaction that fails', async () => {
    await add(sealLine(1));
    await expect(add(sealLine(2), sealLine(1))).rejects.toThrow();
    expect((await lines()).map((one) => one.serial)).toEqual([1]);
  });

  it('knows the years in which an office gave numbers, each with the last one', async () => {
    await opened.store.write(async (tx) => {
      for (const year of ['2026', '2026', '2027']) await tx.nextSerial(seriesOf(OFFICE, year));
      await tx.nextSerial(seriesOf(`${OFFICE}-x`, '2026'));
    });
    expect(await opened.store.read.numbersGiven(OFFICE)).toEqual([
      { year: '2027', given: 1 },
      { year: '2026', given: 2 },
    ]);
    expect(await opened.store.read.numbersGiven('370406')).toEqual([]);
  });

  it('keeps the register when the content of its cases is deleted', async () => {
    const line = sealLine(1);
    await add(line);
    await opened.store.write((tx) => tx.forgetContent([line.stream]));
    expect(await lines()).toEqual([line]);
  });
}
