import { describe, expect, it } from 'vitest';
import { deputyDays, deputyPosts, representable, spanFault } from '../../src/domain/deputy.ts';

const OFFICE = '370406102';
const TODAY = '2026-11-27';
const span = { from: '2026-11-26T16:00:00.000Z', to: '2026-12-01T16:00:00.000Z' };
const held = { office: OFFICE, roles: ['leader'] as const, ...span, deputy: { id: 'd1', for: 'p1' } };

describe('what can be passed on for an absence', () => {
  it('is own posts in which cases are handled: no power over others, and nothing that was passed on itself', () => {
    expect(
      representable([
        { office: OFFICE, roles: ['leader', 'admin'] },
        { office: '370406', roles: ['supervisor', 'editor', 'admin'] },
        held,
      ]),
    ).toEqual([{ office: OFFICE, roles: ['leader'] }]);
  });
});

describe('the days of an absence', () => {
  it('may begin and end today, and are at most ninety-two with both ends', () => {
    expect(spanFault(TODAY, TODAY, TODAY)).toBeNull();
    expect(spanFault(TODAY, '2027-02-26', TODAY)).toBeNull();
    expect(spanFault(TODAY, '2027-02-27', TODAY)).toBe('long');
    expect(spanFault('2026-11-29', '2026-11-28', TODAY)).toBe('order');
    expect(spanFault('2026-11-20', '2026-11-26', TODAY)).toBe('past');
  });

  it('are read off the post as it is held, the last one included', () => {
    expect(deputyDays(span)).toEqual(['2026-11-27', '2026-12-01']);
    // Ended and begun in the middle of a day.
    expect(deputyDays({ ...span, to: '2026-11-28T03:00:00.000Z' })).toEqual(['2026-11-27', '2026-11-28']);
  });

  it('make a deputy until they are over, and not of who has the post as an own one', () => {
    const own = { office: OFFICE, roles: ['clerk'] as const };
    expect(deputyPosts([own, held], '2026-12-01T15:59:59.999Z')).toEqual([held]);
    expect(deputyPosts([own, held], '2026-12-01T16:00:00.000Z')).toEqual([]);
  });
});
