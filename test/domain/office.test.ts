import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { officeKindOf, rolesAt } from '../../src/domain/office.ts';

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
