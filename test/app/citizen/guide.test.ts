import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { citizenPagesWith } from '../../../src/app/citizen/pages.ts';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import { isComplete, rulesOf } from '../../../src/domain/rules.ts';

const TODAY = '2026-11-26';
/** What arrives before anything else has to. Bytes. */
const FIRST_WINDOW = 14_336;
const pages = citizenPagesWith({ plain: [], search: [], guide: [], progress: [] });
const rules = rulesOf(seedCatalogue);

function pageOf(id: string): string {
  const guide = rules.guide(id);
  const item = guide && rules.item(guide.item);
  if (!item) throw new Error(`no guide ${id}`);
  return pages.guide({ guide, item, rules, today: TODAY });
}

const IDS = seedCatalogue.guides.map((one) => one.id);

describe('a guide’s page', () => {
  it.each(IDS)('%s answers who, where, how long, how much, and names every paper', (id) => {
    const html = pageOf(id);
    const guide = rules.guide(id);
    for (const asked of ['谁能办', '去哪里', '多久', '多少钱', '拿到什么']) expect(html).toContain(asked);
    expect(html).toContain(guide?.applicants);
    for (const material of isComplete(guide) ? guide.materials : []) {
      expect(html).toContain(material.name);
      expect(html).toContain(material.basis.law);
    }
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('[object');
  });

  it.each(IDS)('%s arrives within one window of a slow line', (id) => {
    expect(brotliCompressSync(pageOf(id)).length).toBeLessThanOrEqual(FIRST_WINDOW);
  });

  it('says what is not confirmed, once in words, and never for what is', () => {
    const html = pageOf('7b');
    expect(html).toContain('部门还没有确认，以窗口答复为准');
    const [known] = rules.guide('7b')?.bases ?? [];
    expect(html).not.toContain(`${known?.law}<abbr`);
  });

  it('of an item that is not in force says so first, and where to go', () => {
    const html = pageOf('6');
    expect(html).toContain('这一项目前暂停办理');
    expect(html).toContain(rules.item('6')?.referral);
    expect(html.indexOf('暂停办理')).toBeLessThan(html.indexOf('谁能办'));
  });
});

describe('the search page', () => {
  it('answers without a script', () => {
    const html = pages.search({ catalogue: seedCatalogue, query: '砍树' });
    expect(html).toContain('href="/guide/11"');
  });

  it('leads on where nothing is found, and shows what was typed as text', () => {
    const html = pages.search({ catalogue: seedCatalogue, query: '<b>不存在的' });
    expect(html).toContain('没有找到');
    expect(html).toContain('&lt;b>不存在的');
    expect(html).not.toContain('<b>不存在的');
  });
});
