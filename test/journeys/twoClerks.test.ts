import type { Locator } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { StaffMember } from '../../src/protocol/resources.ts';
import { person } from '../catalogue/samples.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const XIJI = '370406102';
const SECOND = 'xiji.second';
const SECONDS_SECRET = '7719203846';
const ELDER = '赵树理';
/** From pressing 锁屏 to the colleague's list, as a person waits for it. */
const SWITCH_MS = 3_000;

/** Somebody else's first time on a device: password, then a secret of their own. */
async function comeIn(desk: JourneyDesk, username: string, secret: string): Promise<void> {
  await desk.byPassword(username);
  await desk.setSecret(secret);
  await desk.heading('今天的办件').waitFor();
}

/** Begins an intake and leaves it in the middle. @returns its address */
async function beginFor(desk: JourneyDesk, name: string): Promise<string> {
  const intake = new JourneyIntake(desk.page, '1');
  await intake.begin();
  await intake.answerAll();
  await intake.next('填写当事人');
  await desk.page.getByRole('group', { name: '申请人' }).getByLabel('姓名').fill(name);
  return desk.page.url();
}

const draftsOf = ({ page }: JourneyDesk) => page.getByRole('list', { name: '草稿' }).getByRole('link');

/** What stands there without the gaps that are only drawn, what only a screen reader says included. */
const wordsIn = async (part: Locator): Promise<string> =>
  ((await part.textContent()) ?? '').replace(/\s/g, '');

const wordsOn = ({ page }: JourneyDesk): Promise<string> => wordsIn(page.locator('body'));

async function idsOf(district: JourneyDesk['district']): Promise<Map<string, string>> {
  const admin = await district.as('qu.admin');
  const { staff } = await admin.call<{ staff: StaffMember[] }>('GET', '/api/staff');
  return new Map(staff.map((one) => [one.username, one.id]));
}

/** All drafts in the list, to one colleague. */
async function handOver(desk: JourneyDesk, to: string): Promise<void> {
  const { page } = desk;
  await desk.press('交接草稿');
  const dialog = page.getByRole('dialog', { name: '把草稿交给同事' });
  await dialog.getByRole('radio', { name: to }).check();
  await dialog.getByRole('button', { name: '交接', exact: true }).click();
  await page.getByText(`1 份草稿已交给 ${to}`).waitFor();
}

/** Finishes what a colleague has begun. @returns its number */
async function finish(desk: JourneyDesk): Promise<string> {
  const intake = new JourneyIntake(desk.page, '1');
  await intake.fillParties();
  await intake.next('核对材料');
  await intake.markRest();
  await intake.next('定结果，提交');
  const number = await intake.submit('提交受理');
  await desk.allSent();
  return number;
}

describe('two clerks on one device', () => {
  const hall = journeyHall();

  test('neither sees the other’s drafts, until one hands hers over at the end of the shift', async () => {
    const { district } = hall;
    await district.hire(SECOND, '钱二', XIJI);
    const desk = await hall.counter();
    const { page } = desk;
    const address = await beginFor(desk, ELDER);
    await page.keyboard.press('Alt+l');
    await desk.heading('解锁').waitFor();
    expect(await wordsOn(desk)).not.toContain(ELDER);

    await comeIn(desk, SECOND, SECONDS_SECRET);
    expect(await draftsOf(desk).count()).toBe(0);
    await page.getByLabel('找办件').fill(ELDER);
    await page.getByText(`没有找到“${ELDER}”`).waitFor();
    await desk.open(new URL(address).pathname);
    await desk.unlock(SECOND, SECONDS_SECRET);
    await desk.heading('没有这份草稿').waitFor();

    await desk.lock();
    await desk.unlock('xiji.clerk');
    await desk.heading('今天的办件').waitFor();
    expect(await draftsOf(desk).allTextContents()).toEqual([expect.stringContaining(ELDER)]);
    await draftsOf(desk).click();
    await page.getByLabel('姓名').waitFor();
    const took = await switchTo(desk, SECOND, SECONDS_SECRET);
    console.log(`switching clerks took ${Math.round(took)} ms`);
    expect(took).toBeLessThan(SWITCH_MS);
    await page.goBack();
    await desk.heading('没有这份草稿').or(desk.heading('今天的办件')).waitFor();
    expect(await wordsOn(desk)).not.toContain(ELDER);

    await desk.lock();
    await desk.unlock('xiji.clerk');
    await desk.openList();
    await handOver(desk, SECOND);
    expect(await draftsOf(desk).count()).toBe(0);
    await desk.open(new URL(address).pathname);
    await desk.unlock('xiji.clerk');
    await desk.heading('没有这份草稿').waitFor();

    await desk.lock();
    await desk.unlock(SECOND, SECONDS_SECRET);
    await desk.openList();
    await draftsOf(desk).filter({ hasText: ELDER }).click();
    await page.getByLabel('姓名').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe(ELDER);
    const number = await finish(desk);

    const ids = await idsOf(district);
    const [recorded] = district.cases();
    expect(recorded?.number).toBe(number);
    expect(address).toContain(recorded?.id);
    expect(district.events(recorded?.id).map((one) => [one.type, one.header.by])).toEqual([
      ['received', ids.get(SECOND)],
      ['accepted', ids.get(SECOND)],
    ]);
    expect(district.acts()).toEqual([
      {
        type: 'handedOver',
        by: ids.get('xiji.clerk'),
        data: expect.objectContaining({ to: ids.get(SECOND), drafts: [recorded?.id] }),
      },
    ]);
  });

  test('a number is covered until asked for, the asking is recorded, and the colleague asks anew', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    const { idNumber, telephone, name } = person('legalRepresentative');
    const number = await new JourneyIntake(page, '10').toAcceptance();
    await desk.openList();
    await desk.openCase(number);
    const parties = page.getByRole('region', { name: '当事人' });
    await parties.getByText(name).first().waitFor();
    const before = await wordsOn(desk);
    expect(before).not.toContain(idNumber);
    expect(before).not.toContain(telephone);
    const earlier = district.acts().length;

    const look = parties.getByRole('button', { name: `查看${name}的身份证号` });
    await look.click();
    await parties.getByText('已记录查看').waitFor();
    expect(await wordsIn(parties)).toContain(idNumber);
    expect(await wordsIn(parties)).not.toContain(telephone);
    await eventually(() => district.acts().slice(earlier)).toEqual([
      {
        type: 'revealed',
        by: (await idsOf(district)).get('xiji.clerk'),
        data: expect.objectContaining({
          case: district.cases().find((one) => one.number === number)?.id,
          party: 0,
          what: 'identityNumber',
        }),
      },
    ]);

    await desk.lock();
    await desk.unlock('xiji.clerk');
    await desk.openList();
    await desk.openCase(number);
    await look.waitFor();
    expect(await wordsIn(parties)).not.toContain(idNumber);
  });
});

/** @returns milliseconds from pressing 锁屏 until the other's list stands there */
async function switchTo(desk: JourneyDesk, username: string, secret: string): Promise<number> {
  const began = performance.now();
  await desk.lock();
  await desk.press(username);
  // Straight from the keyboard: the field has the focus.
  await desk.page.getByLabel(`${username} 的解锁口令`).waitFor();
  await desk.page.keyboard.type(secret);
  await desk.page.keyboard.press('Enter');
  await desk.heading('今天的办件').waitFor();
  return performance.now() - began;
}
