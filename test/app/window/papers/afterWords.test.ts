import { describe, expect, it } from 'vitest';
import { markOf, rectifiedSince } from '../../../../src/app/window/papers/afterWords.ts';
import type { Rectification } from '../../../../src/domain/rectify.ts';

const rectified = (on: string, now: string): Rectification => ({
  ...{ by: 'p', name: '张三', office: '370406102', on, text: '录入时写错' },
  ...{ field: { of: 'party', party: 0, what: 'name' }, was: '王秀兰', now },
});

const [FIRST, SECOND] = [rectified('2026-12-02', '王秀蓝'), rectified('2026-12-08', '王秀岚')];
const BOTH = [FIRST, SECOND];

describe('what was put right, on a paper', () => {
  it('is said on what was made before it or on its day, and on nothing that was made afterwards', () => {
    expect(rectifiedSince(BOTH, '2026-12-01')).toEqual(BOTH);
    expect(rectifiedSince(BOTH, '2026-12-02')).toEqual(BOTH);
    expect(rectifiedSince(BOTH, '2026-12-03')).toEqual([SECOND]);
    expect(rectifiedSince(BOTH, '2026-12-09')).toEqual([]);
    expect(rectifiedSince(undefined, '2026-12-01')).toEqual([]);
  });

  it('marks the title of the same papers, in whatever order it was recorded', () => {
    const marked = (on: string | undefined, rectifications = BOTH) =>
      markOf({ rectifications }, 'decision', on);
    expect(marked('2026-12-08')).toBe('更正');
    expect(marked('2026-12-08', [SECOND, FIRST])).toBe('更正');
    expect(marked('2026-12-09')).toBeUndefined();
    expect(marked(undefined)).toBeUndefined();
    expect(markOf({ rectifications: BOTH }, 'rectification', '2026-12-01')).toBeUndefined();
  });
});
