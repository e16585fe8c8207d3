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

  it('an evaluation is offered for a found case with nothing chosen, and again with what was typed', () => {
    const found = progressOf(caseAfter(null, receiveAt(WEST, 'permit')), sampleRules, MONDAY);
    const receipt = { number: found.number, code: '7K3M9Q', channel: 'qr' };
    const fresh = pages.progress({ found, receipt });
    for (const word of ['非常满意', '满意', '基本满意', '不满意', '非常不满意'])
      expect(fresh).toContain(word);
    expect(fresh).not.toContain('checked');
    expect(fresh).toContain('name="channel" value="qr"');
    const again = pages.progress({ found, receipt, typed: { level: 'fair', words: '<b>等了两小时' } });
    expect(again).toContain('value="fair" required checked');
    expect(again).toContain('&lt;b>等了两小时');
    expect(pages.progress({ found })).not.toContain('action="/evaluation"');
  });

  it('every page leads to the complaint, which offers the ten halls and no department', () => {
    const html = pages.complaint({ catalogue: sampleCatalogue, today: MONDAY });
    expect(pages.home({ catalogue: sampleCatalogue, today: MONDAY })).toContain('href="/complaint"');
    for (const { id, kind } of sampleCatalogue.offices)
      expect([id, html.includes(`<option value="${id}">`)]).toEqual([id, kind !== 'department']);
    expect(html).not.toContain('checked');
  });
});
