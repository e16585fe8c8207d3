import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { officeKindOf, type Post, receivesAt, rolesAt, rolesHeld } from '../../src/domain/office.ts';

describe('offices', () => {
  it('say by their id of what kind they are', () => {
    for (const office of seedCatalogue.offices) expect(officeKindOf(office.id), office.id).toBe(office.kind);
  });

  it('hold only the posts that exist at their kind', () => {
    expect(rolesAt('town')).toEqual(['clerk', 'reviewer', 'leader', 'sealer']);
    expect(rolesAt('district')).toEqual(['clerk', 'leader', 'sealer', 'supervisor', 'editor', 'admin']);
    expect(rolesAt('department')).toEqual(['leader', 'sealer', 'officer']);
  });
});

describe('receiving cases', () => {
  it('is for the clerks of a hall, and for nobody at a department', () => {
    for (const kind of ['town', 'district'] as const)
      expect(receivesAt(kind, ['clerk', 'leader'])).toBe(true);
    expect(receivesAt('district', ['supervisor', 'admin'])).toBe(false);
    expect(receivesAt('department', ['clerk', 'officer'])).toBe(false);
  });
});

describe('what somebody may do at a moment', () => {
  const posts: readonly Post[] = [
    { office: '370406102', roles: ['clerk'] },
    {
      office: '370406102',
      roles: ['leader', 'clerk'],
      from: '2026-11-23T16:00:00.000Z',
      to: '2026-11-25T16:00:00.000Z',
    },
    { office: '370406103', roles: ['sealer'] },
  ];

  it('is what the own posts say, and a deputy’s from its first moment to before its end', () => {
    const at = (moment: string) => rolesHeld(posts, '370406102', moment);
    expect(at('2026-11-23T15:59:59.999Z')).toEqual(['clerk']);
    expect(at('2026-11-23T16:00:00.000Z')).toEqual(['clerk', 'leader']);
    expect(at('2026-11-25T15:59:59.999Z')).toEqual(['clerk', 'leader']);
    expect(at('2026-11-25T16:00:00.000Z')).toEqual(['clerk']);
    expect(rolesHeld(posts, '370406', '2026-11-24T00:00:00.000Z')).toEqual([]);
  });
});
