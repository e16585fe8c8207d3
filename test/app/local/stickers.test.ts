import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Act } from '../../../src/app/local/types.ts';
import { isSticker, parseStickerNumber, type Sticker, stickerOf } from '../../../src/domain/sticker.ts';
import { ACCEPT, Hall, intake, must, OFFLINE, receiving } from '../../support/hall.ts';
import { listedAs, refusedBy } from '../../support/sampleCase.ts';
import { EAST, WEST } from '../../support/sampleCatalogue.ts';
import { stickerAt } from '../../support/stickers.ts';

let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

const cut = (): void => {
  hall.instead = () => OFFLINE;
};
const mend = async (): Promise<void> => {
  hall.instead = () => undefined;
  await hall.pass(600_000);
};
const printed = async (count: number) => must(await (await local.papers()).stickers(count));
const oneSticker = async (): Promise<Sticker> => {
  const [one] = await printed(1);
  if (!one) throw new Error('none was printed');
  return one;
};
const never = (): never => {
  throw new Error('is not a sticker');
};
const withSticker = ({ number, code }: Sticker) => [receiving('permit', { sticker: number, code }), ACCEPT];

describe('stickers that a device prints', () => {
  it('are of its hall and its slot, numbered on, and no two alike; without a line', async () => {
    cut();
    const all = [...(await printed(24)), ...(await printed(24))];
    expect(all.every(isSticker)).toBe(true);
    expect(all.map((one) => parseStickerNumber(one.number))).toMatchObject(
      all.map((_, at) => ({ hall: WEST, slot: 'K1', serial: at + 1 })),
    );
    for (const part of ['number', 'code'] as const)
      expect(new Set(all.map((one) => one[part])).size).toBe(all.length);
  });

  it('go on counting in another window, and after the app was closed', async () => {
    const { local: other, profile } = await hall.ready();
    const serials = async (of: OpenLocal) =>
      must(await (await of.papers()).stickers(2)).map((one) => parseStickerNumber(one.number)?.serial);
    expect(await serials(other)).toEqual([1, 2]);
    const beside = await hall.open(profile);
    const both = await Promise.all([serials(other), serials(beside)]);
    expect(both.flat().toSorted()).toEqual([3, 4, 5, 6]);
    expect(await serials(await hall.open(profile))).toEqual([7, 8]);
  });
});

describe('what is said of a scanned sticker, before anything is submitted', () => {
  const saysOf = async (sticker: Sticker, caseId = '019a0000-0000-7000-8000-00000000ffff') =>
    (await local.papers()).stickerRefusal(caseId, sticker);

  it.each([
    ['this hall’s and free', stickerAt(WEST), undefined],
    ['another hall’s', stickerAt(EAST), 'sticker.otherHall'],
    ['one with the code of another', { ...stickerAt(WEST), code: stickerAt(WEST, 2).code }, 'sticker.wrong'],
  ])('of %s it is what 提交 says', async (_, sticker, code) => {
    expect((await saysOf(sticker))?.code).toBe(code);
    const submitted = await local.submit(intake(withSticker(sticker)));
    expect(submitted.ok ? undefined : submitted.refusal.code).toBe(code);
  });

  it('of one that is used here already it names the case, from 提交 on, to every case but that one', async () => {
    const sticker = await oneSticker();
    cut();
    const { id, number } = must(await local.submit(intake(withSticker(sticker)))).case;
    const used = { code: 'sticker.used', facts: { sticker: sticker.number, number } };
    expect(await saysOf(sticker)).toEqual(used);
    expect(await saysOf(sticker, id)).toBeUndefined();
    await mend();
    expect(local.outbox.value).toEqual([]);
    expect(await saysOf(sticker)).toEqual(used);
    expect(await saysOf(sticker, id)).toBeUndefined();
  });

  it('is that nobody can act, while the device is locked', async () => {
    local.lock();
    expect((await saysOf(stickerAt(WEST)))?.code).toBe('lock.locked');
  });
});

describe('a sticker at the counter', () => {
  it('is the receipt of the case at once, without a line, and once it was sent', async () => {
    const sticker = await oneSticker();
    cut();
    const saved = must(await local.submit(intake(withSticker(sticker))));
    const own = { sticker: sticker.number, code: sticker.code };
    expect(saved.case).toMatchObject(own);
    expect(saved.case.number).not.toBe(sticker.number);
    expect(local.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'saved' }]);
    await mend();
    expect(hall.authority.streams.get(saved.case.id)?.state).toEqual(saved.case);
    expect(hall.commandsOf('receive')).toMatchObject([{ payload: own }]);
  });

  it('used again on this device is refused in words, with nothing saved, while the first waits and after it was recorded', async () => {
    const sticker = await oneSticker();
    cut();
    const saved = must(await local.submit(intake(withSticker(sticker))));
    const again = intake(withSticker(sticker));
    const refusal = { code: 'sticker.used', facts: { sticker: sticker.number, number: saved.case.number } };
    expect(refusedBy(await local.submit(again))).toEqual(refusal);
    expect(local.cases.value).toHaveLength(1);
    await mend();
    expect(local.outbox.value).toEqual([]);
    expect(refusedBy(await local.submit(again))).toEqual(refusal);
    // The same case with another sticker, or none, is taken in.
    must(await local.submit({ ...again, acts: withSticker(await oneSticker()) }));
    expect(local.cases.value).toHaveLength(2);
  });

  it.each([
    ['another hall’s', stickerAt(EAST), 'sticker.otherHall'],
    ['one with the code of another', { ...stickerAt(WEST), code: stickerAt(WEST, 2).code }, 'sticker.wrong'],
  ])('%s is refused at once', async (_, sticker, code) => {
    expect(refusedBy(await local.submit(intake(withSticker(sticker)))).code).toBe(code);
    expect(local.cases.value).toEqual([]);
  });

  it('stays on a receipt that the district refused, and is offered again with it', async () => {
    const sticker = await oneSticker();
    hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
    const saved = must(await local.submit(intake(withSticker(sticker))));
    await hall.settle();
    hall.authority.refuseType.clear();
    const refused = local.outbox.value[0]?.id ?? '';
    expect(await local.draftFromRefused(refused)).toMatchObject({ content: { sticker } });
    expect(refusedBy(await local.submit(intake(withSticker(sticker)))).code).toBe('sticker.used');
    const mended = { caseId: saved.case.id, acts: withSticker(sticker), replaces: refused };
    expect(must(await local.submit(mended)).case).toMatchObject({
      ...{ number: saved.case.number, sticker: sticker.number, code: sticker.code },
    });
  });

  /** A receipt that the district has refused. @returns how it would be mended with these acts */
  const refusedReceipt = async (acts: readonly Act[]) => {
    hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
    const { case: found } = must(await local.submit(intake(acts)));
    await hall.settle();
    hall.authority.refuseType.clear();
    const replaces = local.outbox.value[0]?.id ?? '';
    const mendWith = (again: readonly Act[]) =>
      local.submit({ caseId: found.id, acts: [...again], replaces });
    return { found, mendWith };
  };

  it('is not added to a printed receipt by mending it: number and code on paper stay', async () => {
    const { found, mendWith } = await refusedReceipt([receiving(), ACCEPT]);
    expect(refusedBy(await mendWith(withSticker(await oneSticker()))).code).toBe('sticker.changed');
    const { number, code } = found;
    expect(local.cases.value).toMatchObject([{ case: { number }, progress: 'refused' }]);
    const mended = must(await mendWith([receiving(), ACCEPT])).case;
    expect(mended).toMatchObject({ number, code });
    expect(mended.sticker).toBeUndefined();
  });

  it('is neither taken from a receipt nor changed by mending it, and the citizen’s code stays', async () => {
    const [sticker, other] = [await oneSticker(), await oneSticker()];
    const { found, mendWith } = await refusedReceipt(withSticker(sticker));
    const { number } = sticker;
    const { code } = stickerOf(parseStickerNumber(number) ?? never(), '7K3M9');
    for (const acts of [[receiving(), ACCEPT], withSticker(other), withSticker({ number, code })])
      expect(refusedBy(await mendWith(acts)).code).toBe('sticker.changed');
    expect(must(await mendWith(withSticker(sticker))).case).toMatchObject({
      ...{ number: found.number, sticker: number, code: sticker.code },
    });
  });

  it('is free again when its receipt was put aside', async () => {
    const sticker = await oneSticker();
    hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
    must(await local.submit(intake(withSticker(sticker))));
    await hall.settle();
    hall.authority.refuseType.clear();
    must(await local.setAside(local.outbox.value[0]?.id ?? '', '重复收件'));
    must(await local.submit(intake(withSticker(sticker))));
  });

  it('used on two devices without a line is taken on both: neither counter can know, and no case is lost', async () => {
    const sticker = await oneSticker();
    const { local: other } = await hall.ready();
    cut();
    const first = must(await local.submit(intake(withSticker(sticker))));
    const second = must(await other.submit(intake(withSticker(sticker))));
    await mend();
    expect(local.outbox.value).toEqual([]);
    expect(other.outbox.value).toEqual([]);
    for (const { case: found } of [first, second])
      expect(hall.authority.streams.get(found.id)?.state?.number).toBe(found.number);
  });
});
