import type { Locator, Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { eventually, journeyHall } from '../support/journeyHall.ts';
import { JourneyPeople } from '../support/journeyHandling.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const DECISION = '准予行政许可决定书';

/** What a phone reads off the paper: from the picture, not from the page. */
async function readOff(code: Locator): Promise<string> {
  const svg = await code.evaluate((element) => new XMLSerializer().serializeToString(element));
  const { width, height, data } = await code.page().evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(text)))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    // As a telephone sees 36 mm of paper at arm’s length.
    canvas.width = 420;
    canvas.height = 420;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 420, 420);
    pen.drawImage(image, 10, 10, 400, 400);
    const read = pen.getImageData(0, 0, 420, 420);
    return { width: 420, height: 420, data: [...read.data] };
  }, svg);
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
}

/** The same code with one letter of its middle changed: another number, day or content. */
function forgedFrom(text: string): string {
  const at = text.length - 140;
  return text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
}

async function verifyAt(desk: JourneyDesk, text: string): Promise<void> {
  await desk.page.getByRole('link', { name: '核验文书' }).click();
  await desk.heading('核验文书').waitFor();
  const box = desk.page.getByRole('textbox', { name: /扫文书上的验证码/ });
  await box.fill(text);
  await box.press('Enter');
}

async function openPublic(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return (await page.getByRole('main').textContent()) ?? '';
}

/** What was handed over at the window can be verified as well, and its second printing is marked. */
async function saysOfTheWindow(hall: ReturnType<typeof journeyHall>, clerk: JourneyDesk): Promise<void> {
  const { page } = clerk;
  const receipt = page.getByRole('region', { name: '受理通知书' });
  const code = receipt.getByRole('img', { name: '扫码验真伪' });
  await code.waitFor();
  expect(await receipt.getByText(/补打/).count()).toBe(0);
  const citizen = await hall.desk({ viewport: { width: 360, height: 740 } });
  const says = await openPublic(citizen.page, await readOff(code));
  for (const part of ['登记在册', '受理通知书', '西集镇便民服务', '王**']) expect(says).toContain(part);
  await clerk.press('打印');
  await receipt.getByText(/补打/).waitFor();
  await clerk.openList();
}

describe('a document with a code', () => {
  const hall = journeyHall();

  test('is printed, verified by anybody and without a line, refused when forged, and marked when printed again', async () => {
    const clerk = await hall.counter();
    const number = await new JourneyIntake(clerk.page, '1').toAcceptance();
    await clerk.allSent();
    await saysOfTheWindow(hall, clerk);
    const people = new JourneyPeople(hall, clerk);
    const reviewer = await people.before('xiji.reviewer', number);
    await reviewer.begin('过程记录');
    await reviewer.choose('两人以上到现场看');
    await reviewer.was('西集镇政府东墙');
    await reviewer.write('在场的工作人员', '李审核、张助理');
    await reviewer.submit('过程记录');
    await reviewer.act('决定', async () => {
      await reviewer.choose('准予');
      await reviewer.write('决定的事实和内容', '位置、尺寸符合规定，准予张挂三十日。');
    });
    await people.sealed(number, 'xiji');

    const { page } = clerk;
    await people.window(number);
    await page.getByRole('link', { name: '打印', exact: true }).click();
    const sheet = page.getByRole('region', { name: DECISION });
    await sheet.waitFor();
    const code = sheet.getByRole('img', { name: '扫码验真伪' });
    await code.waitFor();
    expect(await sheet.getByText(/补打/).count()).toBe(0);
    const text = await readOff(code);
    expect(text).toMatch(/\/verify\?d=[a-z2-7]+$/);

    // Anybody with a telephone, without a script and without a sign-in.
    const citizen = await hall.desk({ viewport: { width: 360, height: 740 } });
    const says = await openPublic(citizen.page, text);
    for (const part of ['登记在册', DECISION, '西集镇', '王**', '〔']) expect(says).toContain(part);
    expect(says).not.toContain('王秀兰');
    expect(await faultsOf(citizen.page)).toEqual([]);
    expect(await openPublic(citizen.page, forgedFrom(text))).toMatch(/签名不对|不完整|密钥/);
    expect(await openPublic(citizen.page, text.slice(0, -30))).toContain('不完整');

    // Offline in the app; the second printing is marked there as well.
    await clerk.goOffline();
    await clerk.press('打印');
    await sheet.getByText(/补打\s*第 2 次/).waitFor();
    await verifyAt(clerk, text);
    await page.getByText('签名是真的').waitFor();
    await page.getByText('和本机的办件一致').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await verifyAt(clerk, forgedFrom(text));
    await page.getByText(/签名不对|不完整|密钥/).waitFor();
    await verifyAt(clerk, '随便写的');
    await page.getByText('这不是文书上的验证码').waitFor();

    // A scanner types wherever the cursor stands: in the list’s box, too.
    await clerk.openList();
    await page.getByRole('searchbox', { name: '找办件' }).fill(text);
    await page.keyboard.press('Enter');
    await page.getByText('签名是真的').waitFor();

    // That it was printed, and by whom, reaches the district, and everybody else who prints it.
    await clerk.goOnline();
    await eventually(() => hall.district.acts().map(({ data }) => data.kind)).toEqual(['decision']);
    await reviewer.openFrom('全部');
    await reviewer.desk.page.getByRole('link', { name: '打印', exact: true }).click();
    const theirs = reviewer.desk.page.getByRole('region', { name: DECISION });
    await theirs.getByText(/补打\s*第 2 次/).waitFor();
  });
});
