import { describe, expect, it } from 'vitest';
import { citizenPagesWith } from '../../../src/app/citizen/pages.ts';
import { progressOf } from '../../../src/domain/progress.ts';
import { caseAfter, MONDAY, receiveAt } from '../../support/sampleCase.ts';
import { sampleCatalogue, sampleRules, WEST } from '../../support/sampleCatalogue.ts';

const pages = citizenPagesWith({ plain: [], search: [], guide: [], progress: [] });

describe('a citizen’s pages', () => {
  it('the first page names every item and every hall, and needs no script', () => {
    const html = pages.home({ catalogue: sampleCatalogue, today: MONDAY });
    for (const guide of sampleCatalogue.guides) expect(html).toContain(guide.title);
    for (const office of sampleCatalogue.offices)
      if (office.kind !== 'department') expect(html).toContain(office.name);
    expect(html).not.toContain('<script');
    expect(html).toContain('<form class="ask" method="post" action="/progress"');
  });

  it('the progress page shows a case without names or numbers of persons', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit'));
    const html = pages.progress({ found: progressOf(found, sampleRules, MONDAY) });
    expect(html).toContain(found.number);
    expect(html).not.toContain('张三');
    expect(html).not.toContain(found.code);
  });

  it('a wrong code is answered with what to do, and what was typed stays in the box', () => {
    const html = pages.progress({
      problem: { what: '没有查到。', todo: '请对照回执再输一次。' },
      number: '370406102<b>',
    });
    expect(html).toContain('role="alert"');
    expect(html).toContain('请对照回执再输一次。');
    expect(html).toContain('value="370406102&lt;b>"');
  });
});
