import { expect, it } from 'vitest';
import type { Recorded } from '../../../src/endpoint/store/recordingPort.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';

const STICKER = '370406102K7000014QXMD';

/** Which case a sticker is the receipt of: the first one, for ever. */
export function stickers(
  opened: { store: Store; reopen(): Promise<Store> },
  recordedOf: (stream?: string, more?: Partial<Recorded>) => Recorded,
): void {
  const used = (turn: number, key = STICKER): Recorded => recordedOf(undefined, { sticker: { key, turn } });
  const record = (...all: Recorded[]) => opened.store.write((tx) => tx.record(all));

  it('finds a case by the sticker that is its receipt, and nothing by one that nobody used', async () => {
    const one = used(1);
    await record(one, recordedOf());
    expect(await opened.store.read.casesBySticker(STICKER)).toMatchObject([{ id: one.stream.id }]);
    expect(await opened.store.read.casesBySticker('370406102K7000024QXMD')).toEqual([]);
  });

  it('finds both cases of a sticker that was used again, the first one first; also after a restart', async () => {
    const [first, second, other] = [used(1), used(2), used(1, '370406102K7000034QXMD')];
    await record(first, other);
    await record(second);
    opened.store = await opened.reopen();
    expect(await opened.store.read.casesBySticker(STICKER)).toMatchObject([
      { id: first.stream.id },
      { id: second.stream.id },
    ]);
    expect(await opened.store.write((tx) => tx.stickers([STICKER]))).toEqual([
      { key: STICKER, stream: first.stream.id, number: first.stream.numberKey },
      { key: STICKER, stream: second.stream.id, number: second.stream.numberKey },
    ]);
  });

  it('does not take two first cases of one sticker', async () => {
    await record(used(1));
    const second = used(1);
    await expect(record(second)).rejects.toThrow();
    expect(await opened.store.read.events(second.stream.id)).toEqual([]);
  });
}
