import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../src/app/local/database.ts';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import { sealRegisterModel } from '../../../src/app/window/papers/sealRegisterModel.ts';
import { sourceInWords } from '../../../src/app/window/papers/sealSheet.tsx';
import type { RegisterPage, SealLine } from '../../../src/protocol/sealRegister.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { CLERK, Hall, must, OFFLINE, SEALER } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';
import { EAST, WEST } from '../../support/sampleCatalogue.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  hall.authority.members = [...hall.authority.members, SEALER];
  ({ local, profile } = await hall.ready(SEALER));
});
afterEach(() => hall.close());

const line = (serial: number): SealLine => ({
  ...{
    serial,
    turn: 1,
    on: '2026-11-23',
    title: '审核意见书',
    seal: 'approval',
    copies: 2,
    note: '一份存档',
  },
  ...{ number: '370406102-20261123-K7-0007-4QXM-H', approver: '赵主任', drafter: '钱审核', sealer: '孙监印' },
});
const years = [{ year: '2026', given: 3 }];
const PAGES: Readonly<Record<string, RegisterPage>> = {
  null: { lines: [line(1), line(2)], years, next: '2-1' },
  '2-1': { lines: [line(3)], years, next: null },
};
/** The district answers page by page. */
const answers = (pages = PAGES) => {
  hall.instead = (_, body) => {
    const [what, office, year, after = ''] = body.split(' ');
    if (what !== 'seals') return undefined;
    expect([office, year]).toEqual([WEST, '2026']);
    return { kind: 'answer', value: pages[after === '' ? 'null' : after] };
  };
};
const serials = (found: { lines: readonly SealLine[] } | null) => found?.lines.map((one) => one.serial);
const papers = () => local.papers();

describe('the seal register on a device', () => {
  it('is read page by page, and opens without a line afterwards, also in another window', async () => {
    expect(await (await papers()).registerHere(WEST, '2026')).toBeNull();
    answers();
    const read = must(await (await papers()).readRegister(WEST, '2026'));
    expect([serials(read), read.years, read.at]).toEqual([[1, 2, 3], years, hall.time.instant()]);
    hall.instead = () => OFFLINE;
    expect(refusedBy(await (await papers()).readRegister(WEST, '2026')).code).toBe('line.offline');
    const other = await hall.open(profile);
    expect(await (await other.papers()).registerHere(WEST, '2026')).toEqual(read);
    expect(await (await papers()).registerHere(WEST, '2025')).toBeNull();
  });

  it('keeps what was read before when a later page does not come', async () => {
    answers();
    must(await (await papers()).readRegister(WEST, '2026'));
    hall.instead = (_, body) => {
      if (body.startsWith('seals') && body.endsWith('2-1')) return OFFLINE;
      return body.startsWith('seals') ? { kind: 'answer', value: PAGES.null } : undefined;
    };
    expect(refusedBy(await (await papers()).readRegister(WEST, '2026')).code).toBe('line.offline');
    expect(serials(await (await papers()).registerHere(WEST, '2026'))).toEqual([1, 2, 3]);
  });

  it('lies sealed at rest, is nobody’s while locked, and goes when the device is wiped', async () => {
    answers();
    must(await (await papers()).readRegister(WEST, '2026'));
    const rows = async () => {
      const db = databaseAt(profile.ports().store);
      const found = await db.meta.where('key').startsWith('register').toArray();
      db.close();
      return found;
    };
    const [row, ...more] = await rows();
    expect([row?.value instanceof Uint8Array, more]).toEqual([true, []]);
    expect(new TextDecoder().decode(row?.value as Uint8Array)).not.toContain('孙监印');
    local.lock();
    expect(await (await papers()).registerHere(WEST, '2026')).toBeNull();
    const [device] = hall.devices.values();
    if (!device) throw new Error('not enrolled');
    device.order = 'wipe';
    await hall.pass(3_600_000);
    expect(await rows()).toEqual([]);
  });

  it('is not read, nor opened, for somebody who does not answer for that seal', async () => {
    answers();
    must(await (await papers()).readRegister(WEST, '2026'));
    expect(refusedBy(await (await papers()).readRegister(EAST, '2026')).code).toBe('session.forbidden');
    await hall.begin(local, CLERK);
    expect(await (await papers()).registerHere(WEST, '2026')).toBeNull();
    expect(refusedBy(await (await papers()).readRegister(WEST, '2026')).code).toBe('session.forbidden');
  });
});

describe('the screen of it', () => {
  const said = ({ copy, from }: ReturnType<typeof sealRegisterModel>) =>
    sourceInWords(copy.value, from.value, '2026-11-23');

  it('says that it has only what is on this device while nothing was ever read, then whose it shows and of when', async () => {
    const model = sealRegisterModel(local);
    hall.instead = () => OFFLINE;
    await model.load(WEST, '2026');
    expect([model.from.value, model.busy.value]).toEqual(['none', false]);
    expect(said(model)).toContain('不是全年的登记簿');
    answers();
    await model.load(WEST, '2026');
    expect([model.from.value, model.trouble.value]).toEqual(['district', null]);
    expect(said(model)).toContain('全年登记簿');
    hall.instead = () => OFFLINE;
    const later = sealRegisterModel(local);
    await later.load(WEST, '2026');
    expect([later.from.value, serials(later.copy.value)]).toEqual(['copy', [1, 2, 3]]);
    expect(said(later)).toMatch(/^这是 .*从区里读到的/);
  });

  it('shows nothing of one year under another', async () => {
    const model = sealRegisterModel(local);
    answers();
    await model.load(WEST, '2026');
    hall.instead = () => OFFLINE;
    await model.load(WEST, '2025');
    expect([model.copy.value, model.from.value]).toEqual([null, 'none']);
  });
});
