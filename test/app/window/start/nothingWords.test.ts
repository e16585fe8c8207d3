import { describe, expect, it } from 'vitest';
import { type Looked, nothingInWords } from '../../../../src/app/window/start/nothingWords.ts';

const looked = (more: Partial<Looked> = {}): Looked => ({
  query: '',
  span: 'today',
  share: 'all',
  among: 0,
  may: { receive: false, handle: false },
  ...more,
});

describe('what an empty list says', () => {
  it('tells only those to receive, or to take a case, who may', () => {
    expect(nothingInWords(looked({ may: { receive: true, handle: true } })).how).toContain('点“收件”开始');
    for (const span of ['mine', 'today', 'all', 'flagged'] as const)
      for (const share of ['all', 'own', 'free'] as const)
        expect(nothingInWords(looked({ span, share })).how).not.toMatch(/点“收件”|自己领办/);
    const handling = looked({ span: 'mine', share: 'own', may: { receive: false, handle: true } });
    expect(nothingInWords(handling).how).toContain('自己领办');
  });

  it('says what was looked for, whatever is listed otherwise', () => {
    expect(nothingInWords(looked({ query: ' 王大山 ', span: 'mine', share: 'own' })).what).toBe(
      '没有找到“王大山”',
    );
  });

  it('says where the others are when only a route has none', () => {
    expect(nothingInWords(looked({ span: 'mine', among: 3 })).how).toContain('不分方式');
  });
});
