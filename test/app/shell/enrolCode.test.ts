import { describe, expect, it } from 'vitest';
import { codeInAddress } from '../../../src/app/shell/enrolCode.ts';

describe('the link of a code', () => {
  const opened = (hash: string) => {
    const replaced: string[] = [];
    const history = {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => void replaced.push(`${url}`),
    };
    const code = codeInAddress({ hash, pathname: '/desk/enrol' }, history);
    return { code, replaced };
  };

  it('is read once and leaves the address bar', () => {
    expect(opened('#4QXM7K2D')).toEqual({ code: '4QXM7K2D', replaced: ['/desk/enrol'] });
  });

  it('may lack its code, or carry nonsense', () => {
    expect(opened('')).toEqual({ code: '', replaced: [] });
    expect(opened('#%').code).toBe('%');
    expect(opened(`#${'A'.repeat(500)}`).code).toHaveLength(20);
  });
});
