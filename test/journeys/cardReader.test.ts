import type { Page } from '@playwright/test';
import { afterEach, describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { cardAnswer, READER_FIELDS, type SimulatedReader, simulatedReader } from '../support/cardReader.ts';
import { identityNumber, wrongNumber } from '../support/identityNumbers.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';
import { tabTo } from '../support/keys.ts';

const NUMBER = '370406198001010025';

const applicant = (page: Page) => page.getByRole('group', { name: '申请人' });

/** To where the parties are filled in. */
async function toParties(desk: JourneyDesk): Promise<JourneyIntake> {
  const intake = new JourneyIntake(desk.page, '7b');
  await intake.begin();
  await intake.answerAll();
  await intake.next('填写当事人');
  return intake;
}

/** Sets a reader with a service up, as whoever installs it does. */
async function setUp(desk: JourneyDesk, address: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('link', { name: '读卡器设置' }).click();
  await page.getByRole('radio', { name: /^带服务程序的读卡器/ }).check();
  await page.getByLabel('服务地址').fill(address);
  await page.getByLabel('姓名的字段').fill(READER_FIELDS.name);
  await page.getByLabel('身份证号的字段').fill(READER_FIELDS.idNumber);
  await page.getByLabel('住址的字段').fill(READER_FIELDS.address);
  await page.getByLabel('出生日期的字段').fill(READER_FIELDS.birth);
  await page.getByLabel('有效期的字段').fill(READER_FIELDS.validUntil);
  await page.getByLabel('成功标志的字段').fill('retcode');
  await page.getByLabel('成功时的值').fill('0');
  await desk.press('保存设置');
}

/** Everything of the party's form, as it stands. */
const filled = async (page: Page) => ({
  name: await applicant(page).getByLabel('姓名').inputValue(),
  address: await applicant(page).getByLabel('地址').inputValue(),
});

describe('a reader of identity cards', () => {
  const hall = journeyHall();
  let reader: SimulatedReader | undefined;
  afterEach(async () => {
    await reader?.end();
    reader = undefined;
  });

  test('a service on this computer is set up, tried, and fills the applicant in by a key', async () => {
    reader = await simulatedReader({ does: 'answer', body: cardAnswer({}) });
    const desk = await hall.counter();
    const { page } = desk;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await toParties(desk);
    await setUp(desk, reader.address.replace('127.0.0.1', 'reader.example'));
    await page.getByText('读卡服务的地址要在本机').waitFor();
    await page.getByLabel('服务地址').fill(reader.address);
    await desk.press('试读一张');
    await page.getByText('读到了：王**，3704**********0025，有住址').waitFor();
    await desk.press('保存设置');
    await page.getByText('设置已存在本机').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await desk.openList();
    await page.getByRole('link', { name: /一次性创业补贴/ }).click();
    await applicant(page).waitFor();
    await page.getByRole('button', { name: '读身份证：申请人' }).waitFor();
    // Somebody has begun to type, and then finds the card.
    await applicant(page).getByLabel('身份证号').pressSequentially('3704');
    await page.keyboard.press('Alt+r');
    await page.getByText('已读入身份证，出生日期 1980年1月1日，和号码一致。').waitFor();
    expect(await filled(page)).toEqual({ name: '王秀兰', address: '山东省枣庄市山亭区西集镇西集村 8 号' });
    await applicant(page).getByText('3704**********0025').waitFor();
    const phone = applicant(page).getByLabel('联系电话');
    expect(await phone.evaluate((box) => box === document.activeElement), 'typing goes on there').toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    // What was read stands in no address and in no request of ours in clear.
    expect(asked.filter((one) => one.includes(NUMBER) || one.includes('王秀兰'))).toEqual([]);
    expect(reader.asked).toEqual(['GET /api/read', 'GET /api/read']);

    reader.mood = { does: 'answer', body: cardAnswer({ expDate: '20200101' }) };
    await desk.press('读身份证：申请人');
    await page.getByText('这张身份证 2020-01-01 到期，已经过期。').waitFor();
    expect((await filled(page)).name).toBe('王秀兰');

    // Once too often: the next card lies there already, and nobody is written over by it.
    reader.mood = {
      does: 'answer',
      body: cardAnswer({ partyName: '李强', certNumber: identityNumber(2), bornDay: '19700101' }),
    };
    await page.keyboard.press('Alt+r');
    await page.getByText('这一步要填身份证的人都填好了，没有读卡').waitFor();
    expect((await filled(page)).name).toBe('王秀兰');
    await desk.press('读身份证：申请人');
    await page.getByText('读到的是另一个人，这一栏里填的没有动').waitFor();
    expect((await filled(page)).name).toBe('王秀兰');
    expect(await faultsOf(page)).toEqual([]);
    await desk.press('不换：申请人');
    expect((await filled(page)).name).toBe('王秀兰');
    await desk.press('读身份证：申请人');
    await desk.press('换成刚读的人：申请人');
    await page.getByText('已读入身份证，出生日期 1970年1月1日').waitFor();
    expect((await filled(page)).name).toBe('李强');
  });

  test('what is no card is refused in words, and nothing is filled in; typing goes on', async () => {
    reader = await simulatedReader({ does: 'babble', text: '<html>登录</html>' });
    const desk = await hall.counter();
    const { page } = desk;
    await toParties(desk);
    await setUp(desk, reader.address);
    await page.getByText('设置已存在本机').waitFor();
    await desk.openList();
    await page.getByRole('link', { name: /一次性创业补贴/ }).click();
    const refused = async (mood: SimulatedReader['mood'], words: string) => {
      if (reader) reader.mood = mood;
      await desk.press('读身份证：申请人');
      await page.getByText(words).waitFor();
      expect(await filled(page)).toEqual({ name: '', address: '' });
      expect(await applicant(page).getByLabel('身份证号').inputValue()).toBe('');
    };
    await refused({ does: 'babble', text: '<html>登录</html>' }, '读卡器送来的内容不是一张身份证（内容）');
    await refused({ does: 'fail', status: 500 }, '读卡器送来的内容不是一张身份证（状态 500）');
    const answers = (card: Record<string, string>) => ({ does: 'answer', body: cardAnswer(card) }) as const;
    await refused(answers({ certNumber: wrongNumber(7) }), '不是一张身份证（身份证号）');
    await refused(answers({ bornDay: '19800102' }), '不是一张身份证（出生日期）');
    await refused(answers({ partyName: '404 Not Found' }), '不是一张身份证（姓名）');
    await refused({ does: 'answer', body: { retcode: '-1' } }, '读卡器没有读到身份证');
    await refused({ does: 'hangUp' }, '读卡服务没有回应');
    await refused({ does: 'hang' }, '等了一会儿，读卡器没有读完');
    await applicant(page).getByLabel('身份证号').fill(NUMBER);
    await applicant(page).getByLabel('姓名').fill('王秀兰');
    await applicant(page).getByText('3704**********0025').waitFor();
  });

  test('a reader that types fills name and number in and ends with Enter', async () => {
    const desk = await hall.counter();
    const { page } = desk;
    await toParties(desk);
    const number = applicant(page).getByLabel('身份证号');
    await tabTo(page, number);
    await page.keyboard.type(`王秀兰，${NUMBER}`);
    await page.keyboard.press('Enter');
    await applicant(page).getByText('3704**********0025').waitFor();
    expect((await filled(page)).name).toBe('王秀兰');
    await page.getByRole('button', { name: '修改身份证号' }).click();
    await number.fill('');
    await page.keyboard.type('@@%%ERROR 17##');
    await page.keyboard.press('Enter');
    await page.getByText('读卡器送来的内容不是一张身份证（号码）').waitFor();
    expect(await number.inputValue()).toBe('');
    // The number alone, where the hand stood in the name.
    await applicant(page).getByLabel('姓名').fill('');
    await page.keyboard.type(NUMBER);
    await page.keyboard.press('Enter');
    await applicant(page).getByText('3704**********0025').waitFor();
    expect((await filled(page)).name).toBe('');
    // A name that is written by hand is left alone.
    await applicant(page).getByLabel('姓名').fill('王秀兰');
    await page.keyboard.press('Enter');
    expect((await filled(page)).name).toBe('王秀兰');
    await applicant(page).getByText('3704**********0025').waitFor();
  });
});
