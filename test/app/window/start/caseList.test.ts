import { describe, expect, it } from 'vitest';
import { filterCases, stateOf } from '../../../../src/app/window/start/caseList.ts';
import { itemOf, rules, TODAY, viewOf } from '../builders.ts';

const party = {
  role: 'applicant',
  kind: 'person',
  idKind: 'identityNumber',
  idNumber: '',
  telephone: '',
} as const;
const fresh = viewOf({ id: 'a', parties: [{ ...party, name: '李秀英' }] });
const old = viewOf(
  {
    id: 'b',
    number: '370406102-20261101-K7-0003-AAAA-1',
    receivedOn: '2026-11-01',
    parties: [{ ...party, name: '王大山' }],
  },
  '2026-11-02T01:00:00.000Z',
);
const ids = (query: string, span: 'today' | 'all' = 'today') =>
  filterCases([fresh, old], { query, span }, TODAY, rules).map((view) => view.case.id);

describe('the list of cases', () => {
  it('shows today’s, or all', () => {
    expect(ids('')).toEqual(['a']);
    expect(ids('', 'all')).toEqual(['a', 'b']);
  });

  it('finds by name, number and item everywhere, also while today is shown', () => {
    expect(ids('大山')).toEqual(['b']);
    expect(ids('k7-0003')).toEqual(['b']);
    expect(ids('k70003')).toEqual(['b']);
    expect(ids('hzs')).toEqual(['a', 'b']);
    expect(ids('合作社 秀英')).toEqual(['a']);
  });

  it('says that silence has accepted a case', () => {
    expect(stateOf(fresh, TODAY, rules).word).toBe('已收件');
    const permit = viewOf({ item: '1', guide: '1', papersOn: '2026-11-02' });
    expect(itemOf('1').intakeRule).toBe('permit');
    expect(stateOf(permit, TODAY, rules).word).toBe('已受理（依法视为）');
  });
});
