import { describe, expect, test } from 'vitest';
import { eventually, journeyHall } from '../support/journeyHall.ts';

const CODE = /One-time code for the first administrator: ((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})\n/;
const ADMIN = { username: 'wang.guanli', password: 'qu-li-di-yi-ge' };
const CLERK = { username: 'li.chuangkou', password: 'xi-ji-er-hao' };

describe('the first start', () => {
  const hall = journeyHall({ program: 'main' });

  test('prints a one-time code, with which the first administrator is made, who adds a clerk, who takes in papers', async () => {
    const { district } = hall;
    await eventually(() => district.said).toMatch(CODE);
    const code = CODE.exec(district.said)?.[1] ?? '';

    const desk = await hall.desk();
    const { page } = desk;
    await desk.open();
    await page.getByRole('link', { name: '做首次设置' }).click();
    await page.getByLabel('一次性口令').fill('0000-0000-0000');
    await page.getByLabel('姓名').fill('王管理');
    await page.getByLabel('用户名').fill(ADMIN.username);
    await page.getByLabel('密码').fill(ADMIN.password);
    await desk.press('建管理员并登录');
    await page.getByText('一次性口令不对。').waitFor();
    await page.getByLabel('一次性口令').fill(code.toLowerCase());
    await desk.press('建管理员并登录');

    await desk.heading('人员和岗位').waitFor();
    await page.getByLabel('姓名').fill('李窗口');
    await page.getByLabel('用户名').fill(CLERK.username);
    await page.getByLabel('初始密码').fill(CLERK.password);
    await page.getByLabel('单位').selectOption({ label: '西集镇便民服务中心' });
    await page.getByRole('checkbox', { name: '窗口' }).check();
    await desk.press('增加人员');
    await page.getByText('已增加 李窗口。').waitFor();
    await page.getByRole('listitem').filter({ hasText: CLERK.username }).getByText('西集镇：窗口').waitFor();

    await desk.go('设备');
    await page.getByLabel('设备名称').fill('2 号窗口');
    await page.getByLabel('单位').first().selectOption({ label: '西集镇便民服务中心' });
    await desk.press('出登记码');
    const dialog = page.getByRole('dialog', { name: '登记“2 号窗口”' });
    const enrolment = (await dialog.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? '';
    await dialog.getByRole('img', { name: '用那台设备的相机扫码登记' }).waitFor();
    await desk.press('记下了');

    await desk.open('/desk/setup');
    await page.getByLabel('一次性口令').fill(code);
    await page.getByLabel('姓名').fill('另一个');
    await page.getByLabel('用户名').fill('another');
    await page.getByLabel('密码').fill(ADMIN.password);
    await desk.press('建管理员并登录');
    await page.getByText('系统已经有管理员了。').waitFor();

    const counter = await hall.desk();
    await counter.open(`/desk/enrol#${enrolment.replace(' ', '')}`);
    await counter.page.getByLabel('登记码').waitFor();
    expect(counter.page.url(), 'the code has left the address').not.toContain('#');
    await counter.enrol(enrolment);
    await counter.signInWith(CLERK.username, CLERK.password);
    await counter.setSecret();
    await counter.page.getByRole('button', { name: '收件', exact: true }).waitFor();
  });
});
