import type { BrowserContext, Page } from '@playwright/test';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { person } from '../catalogue/samples.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

/** The dark modules of the QR on a receipt, row by row. */
async function modulesDrawn(page: Page): Promise<boolean[][]> {
  const drawn = page.getByRole('img', { name: '扫码看进度' });
  const size = Number((await drawn.getAttribute('viewBox'))?.split(' ')[2]);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const path = (await drawn.locator('path').getAttribute('d')) ?? '';
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return rows;
}

/** Every address that the browser asked for. */
function addressesAsked(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  return asked;
}

describe('the page at the address in the QR', () => {
  const hall = journeyHall();

  test('tells a citizen how far it is, with and without JavaScript; a wrong code is refused in words', async () => {
    const { district } = hall;
    const desk = await hall.counter();
    const number = await new JourneyIntake(desk.page, '1').toAcceptance();
    await desk.allSent();
    const code = ((await desk.page.getByText(/^查询码 /).textContent()) ?? '').replace('查询码', '').trim();
    const address = `${district.url}/progress#n=${number}&c=${code}`;
    expect(await modulesDrawn(desk.page)).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
    expect(district.cases()[0]?.code).toBe(code);

    const phone = await hall.desk({ viewport: { width: 360, height: 740 } });
    const asked = addressesAsked(phone.context);
    await phone.page.goto(address);
    const found = phone.page.getByRole('region', { name: '办理进度' });
    await found.getByText('已受理', { exact: true }).first().waitFor();
    await found.getByText(number).waitFor();
    await found.getByText('张挂、张贴宣传品审批').waitFor();
    expect(phone.page.url()).toBe(`${district.url}/progress`);
    const text = await phone.page.locator('body').textContent();
    for (const personal of [
      person('applicant').name,
      person('applicant').idNumber,
      person('applicant').telephone,
    ])
      expect(text).not.toContain(personal);
    for (const one of asked.filter((url) => !url.includes('#'))) expect(one).not.toContain(code);

    const plain = await hall.desk({ javaScriptEnabled: false });
    await plain.page.goto(address);
    await plain.page.getByLabel('办件编号').fill(number.replaceAll('-', ''));
    await plain.page.getByLabel('查询码').fill(code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA');
    await plain.press('查进度');
    const problem = plain.page.getByRole('alert');
    await problem
      .getByText(/编号.*查询码|查询码.*编号/)
      .first()
      .waitFor();
    expect(await plain.page.getByLabel('办件编号').inputValue()).toBe(number.replaceAll('-', ''));
    await plain.page.getByLabel('查询码').fill(code.toLowerCase());
    await plain.press('查进度');
    await plain.page
      .getByRole('region', { name: '办理进度' })
      .getByText('已受理', { exact: true })
      .first()
      .waitFor();
    expect(plain.page.url()).toBe(`${district.url}/progress`);
  });
});
