import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const VILLAGES_DAY = 3;

describe('a session that ends while a clerk is in the villages', () => {
  const hall = journeyHall();

  test('a day’s work arrives; the clerk works on by unlocking, and reads again without a password', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const counter = await hall.deskOf('xiji.clerk');
    const { page } = desk;
    const session = () => desk.session();
    expect(await session()).toBe(200);

    await desk.goOffline();
    await desk.lock();
    await desk.unlock('xiji.clerk');
    const numbers: string[] = [];
    for (let at = 0; at < VILLAGES_DAY; at += 1) {
      await desk.openList();
      numbers.push(await new JourneyIntake(page, '7b').toAcceptance());
    }
    await desk.lock();
    await district.change('xiji.clerk', { password: 'mi-ma-huan-le-2026' });

    await desk.goOnline();
    await eventually(() => district.cases().map((one) => [one.number, one.status])).toEqual(
      numbers.map((number) => [number, 'accepted']),
    );
    expect(await session(), 'sending has opened no session').toBe(401);

    await desk.unlock('xiji.clerk');
    await desk.openList();
    await eventually(session).toBe(200);
    expect(await page.getByText('登录没能自动续上').count()).toBe(0);
    // What a colleague takes in elsewhere comes by reading alone.
    const elsewhere = await new JourneyIntake(counter.page, '10').toAcceptance();
    await counter.allSent();
    await desk.row(elsewhere).getByText('区里已登记').waitFor();
    const own = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.allSent();
    expect(district.cases().map((one) => one.number)).toEqual([...numbers, elsewhere, own]);
  });

  test('a person whom the district no longer lets in is told, and gets no session however they try', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const { page } = desk;
    expect(await desk.session()).toBe(200);
    await desk.lock();
    await district.change('xiji.clerk', { disabled: true });
    await desk.unlock('xiji.clerk');
    await page.getByText(/登录没能自动续上：照常办理、照常上报/).waitFor();
    await page.getByRole('button', { name: '重新登录' }).click();
    const dialog = page.getByRole('dialog', { name: '重新登录，接收最新办件' });
    await dialog.getByLabel('密码').fill((await district.member('xiji.clerk')).password);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await dialog.getByText('用户名或者密码不对。').waitFor();
    expect(await desk.session()).toBe(401);
  });
});
