import { describe, expect, it } from 'vitest';
import { type Item, isDelegatedTo, itemStatusOn } from '../../src/domain/item.ts';
import { isHall } from '../../src/domain/office.ts';
import { isComplete, rulesOf } from '../../src/domain/rules.ts';
import {
  DELEGATED_FROM,
  DEPARTMENT,
  DISTRICT,
  EAST,
  SERVICE_ENDS_IN_EAST,
  sampleCatalogue,
  sampleRules,
  WEST,
  withGuide,
  withStatus,
} from '../support/sampleCatalogue.ts';
import { permitGuide } from '../support/sampleGuides.ts';

const item = (id: string, rules = sampleRules): Item => {
  const found = rules.item(id);
  if (!found) throw new Error(id);
  return found;
};

describe('a catalogue', () => {
  it('gives the newest guide unless a version is asked for, whatever their order', () => {
    const next = withGuide(sampleCatalogue, permitGuide, { title: '新版' });
    for (const guides of [next.guides, [...next.guides].reverse()]) {
      const rules = rulesOf({ ...next, guides });
      expect(rules.guide('sign')?.version).toBe(2);
      expect(rules.guide('sign', 1)).toBe(permitGuide);
      expect(rules.guide('sign', 2)?.title).toBe('新版');
      expect(rules.guide('sign', 3)).toBeUndefined();
    }
  });

  it('does not know what is not in it', () => {
    expect(sampleRules.item('none')).toBeUndefined();
    expect(sampleRules.office('none')).toBeUndefined();
    expect(sampleRules.guide('none')).toBeUndefined();
    expect(isComplete(undefined)).toBe(false);
    expect(isComplete(sampleRules.guide('insuranceChange'))).toBe(false);
    expect(isComplete(sampleRules.guide('insurance'))).toBe(true);
  });
});

describe('an item', () => {
  it('has on each date the state that was last declared by then', () => {
    const suspended = withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-20');
    const resumed = withStatus(suspended, 'permit', 'in_force', '2026-12-01');
    const permit = item('permit', rulesOf(resumed));
    expect(itemStatusOn(permit, '2026-11-19').state).toBe('in_force');
    expect(itemStatusOn(permit, '2026-11-20').state).toBe('suspended');
    expect(itemStatusOn(permit, '2026-11-30').state).toBe('suspended');
    expect(itemStatusOn(permit, '2026-12-01').state).toBe('in_force');
  });

  it('is not in force before its first day', () => {
    expect(itemStatusOn(item('permit'), '2026-07-15').state).toBe('suspended');
    expect(itemStatusOn(item('permit'), DELEGATED_FROM).state).toBe('in_force');
  });

  it('of two declarations for one day follows the later one', () => {
    const twice = withStatus(sampleCatalogue, 'permit', 'suspended', DELEGATED_FROM);
    expect(itemStatusOn(item('permit', rulesOf(twice)), DELEGATED_FROM).state).toBe('suspended');
  });

  it('is delegated from its first day until the day before the end', () => {
    const service = item('service');
    expect(isDelegatedTo(service, EAST, '2026-07-15')).toBe(false);
    expect(isDelegatedTo(service, EAST, DELEGATED_FROM)).toBe(true);
    expect(isDelegatedTo(service, EAST, '2026-11-30')).toBe(true);
    expect(isDelegatedTo(service, EAST, SERVICE_ENDS_IN_EAST)).toBe(false);
    expect(isDelegatedTo(service, WEST, SERVICE_ENDS_IN_EAST)).toBe(true);
    expect(isDelegatedTo(item('onTheSpot'), EAST, '2026-11-23')).toBe(false);
  });
});

describe('a hall', () => {
  it('is a town’s or the district’s; a department is none', () => {
    const hall = (id: string) => sampleCatalogue.offices.filter((one) => one.id === id).map(isHall);
    expect([hall(WEST), hall(DISTRICT), hall(DEPARTMENT)]).toEqual([[true], [true], [false]]);
  });
});
