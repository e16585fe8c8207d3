import { describe, expect, it } from 'vitest';
import { handlingActs } from '../../../../src/app/window/handling/acts.ts';
import type { Case } from '../../../../src/domain/case.ts';
import { statusOn } from '../../../../src/domain/intakeRules.ts';
import { accepted, onTheWay, STAFF, type Who } from '../../../support/handlingActs.ts';
import { handledItem, handlingRules } from '../../../support/handlingCatalogue.ts';
import { MONDAY } from '../../../support/sampleCase.ts';

function offers(found: Case, who: Who): boolean {
  const [id, role] = STAFF[who];
  const office = handlingRules.office(id);
  if (!office) throw new Error(id);
  const item = handledItem(found.item as Parameters<typeof handledItem>[0]);
  const rules = handlingRules;
  const status = statusOn(found, item.intakeRule, MONDAY, rules.calendar);
  const scene = { found, status, item, guide: undefined, rules, today: MONDAY };
  return handlingActs({ ...scene, actor: { office, roles: [role] } }, who).includes('assign');
}

describe('to say who is to see to a case', () => {
  it('is offered to whoever names others, and to whoever could take it', () => {
    const found = accepted('birth');
    expect((['reviewer', 'leader', 'clerk', 'sealer'] as const).map((who) => offers(found, who))).toEqual([
      ...[true, true, false, false],
    ]);
    const approved = onTheWay('birth', 'approved');
    expect(offers(approved, 'sealer')).toBe(true);
    expect(offers(approved, 'clerk')).toBe(false);
  });

  it('is offered where the case is, and until only delivery is left', () => {
    const there = onTheWay('birth', 'atDepartment');
    expect([offers(there, 'officer'), offers(there, 'leader'), offers(there, 'otherOfficer')]).toEqual([
      ...[true, false, false],
    ]);
    expect(offers(onTheWay('birth', 'issued'), 'officer')).toBe(false);
    expect(offers(onTheWay('sign', 'sealed'), 'leader')).toBe(false);
  });
});
