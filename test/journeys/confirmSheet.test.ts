import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { countOf, pendingSections } from '../../src/domain/pendingFacts.ts';
import { journeyHall } from '../support/journeyHall.ts';

const LABOUR = '370406-rsj';
const sections = pendingSections(seedCatalogue, LABOUR);
const office = seedCatalogue.offices.find(({ id }) => id === LABOUR)?.name ?? '';

describe('the sheets on which a department confirms', () => {
  const hall = journeyHall();

  test('are printed from the items’ screen, one for each item, with room to correct and sign', async () => {
    const desk = await hall.desk();
    const { page } = desk;
    await desk.visit('qu.editor');
    await desk.go('事项');
    await desk.heading('事项状态').waitFor();
    const count = sections.reduce((sum, one) => sum + countOf(one), 0);
    await page.getByRole('listitem').filter({ hasText: office }).getByText(`${count} 处待核定`).waitFor();
    await page.getByRole('link', { name: `打印核定表：${office}` }).click();
    await desk.heading(`打印核定表：${office}`).waitFor();

    const sheets = page.locator('section.sheet');
    expect(await sheets.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(
      sections.map(({ item }) => (item ? `${item.seq}. ${item.shortName}` : '本单位的资料')),
    );
    for (const [at, section] of sections.entries()) {
      const sheet = sheets.nth(at);
      // Beside the headings of the tables, one line for each fact and question.
      expect(await sheet.locator('tbody tr').count()).toBe(countOf(section));
      await sheet.getByText('核定人（签名）').waitFor();
      for (const { openPoints } of section.guides)
        for (const point of openPoints) await sheet.getByText(point, { exact: true }).waitFor();
    }
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = [...paper.matchAll(/\/Type\s*\/Page\b/g)].length;
    expect(pages).toBeGreaterThanOrEqual(sections.length);
  });
});
