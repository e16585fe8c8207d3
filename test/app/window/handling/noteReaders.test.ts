import { describe, expect, it } from 'vitest';
import { noteReaders } from '../../../../src/app/window/handling/noteReaders.ts';
import type { Case } from '../../../../src/domain/case.ts';
import { officesOf } from '../../../../src/domain/handling.ts';
import type { Route } from '../../../../src/domain/item.ts';
import type { OfficeId } from '../../../../src/domain/office.ts';
import { caseOf, HALL, itemOf, rules, TODAY } from '../builders.ts';

const told = (item: string, route: Route, patch: Partial<Case> = {}, at: OfficeId = HALL) => {
  const office = rules.office(at);
  if (!office) throw new Error(`no office ${at}`);
  const found = caseOf({ item, guide: item, route, status: 'accepted', ...patch });
  return noteReaders({ found, item: itemOf(item), actor: { office, roles: ['clerk'] } }, (id) => `<${id}>`);
};
const AWAY = { stations: [{ office: '370406-xzsp', on: TODAY }] };

describe('who reads the notes on a case', () => {
  it('is the department too once it is passed on, on the two routes that are', () => {
    expect(told('10', 'window')).toBe('现在只有本单位和督查能看到；转报以后，部门也能看到。');
    expect(told('7', 'review')).toMatch(/转报以后，部门也能看到。$/);
    expect(told('10', 'window', AWAY)).toBe('本单位和<370406-xzsp>都能看到。');
    expect(told('10', 'window', AWAY, '370406-xzsp')).toBe(`本单位和<${HALL}>都能看到。`);
  });

  it('is never the department for a note’s sake where the town decides: what is said is what its rule gives', () => {
    const direct = caseOf({ item: '3', guide: '3', route: 'direct', status: 'accepted' });
    expect(officesOf(direct, itemOf('3'))).toEqual([HALL]);
    expect(told('3', 'direct')).toMatch(/；这一件由镇里办结，不转报，部门看不到。$/);
    expect(told('1', 'direct')).toMatch(/送出审管衔接单，监管部门才能看到。$/);
  });

  it('is the department of a question that it is asked, and of the district’s cases from the beginning', () => {
    expect(told('8', 'review')).toMatch(/转请部门以后，部门也能看到。$/);
    expect(told('7', 'district', { hall: '370406' }, '370406')).toBe(
      `本单位和<${itemOf('7').department}>都能看到。`,
    );
  });

  it('promises nothing of a case that has ended', () => {
    const ending = { kind: 'withdrawn', on: TODAY } as unknown as NonNullable<Case['ending']>;
    expect(told('10', 'window', { ending })).toBe('现在只有本单位和督查能看到。');
  });
});
