import { describe, expect, it } from 'vitest';
import { findCases } from '../../../../src/app/window/start/caseSearch.ts';
import { byRoute } from '../../../../src/app/window/start/inbox.tsx';
import { HALL, itemOf, listedOf, rules, TODAY } from '../builders.ts';

const DISTRICT = '370406';
const found = (id: string, item: string, hall = HALL) => listedOf({ id, item, guide: item, hall });
const reviewed = found('a', '7');
const passedOn = found('b', '10');
const district = found('c', '7', DISTRICT);
const licensed = found('d', '1');
const all = [reviewed, passedOn, district, licensed];

describe('a department’s inbox', () => {
  it('is sorted by the route that hall and item say, in the order of the list', () => {
    expect([itemOf('7').route, itemOf('10').route, itemOf('1').route]).toEqual([
      'review',
      'window',
      'direct',
    ]);
    expect(byRoute(all, rules)).toEqual({
      review: [reviewed],
      window: [passedOn],
      district: [district],
      direct: [licensed],
    });
    expect(byRoute([found('e', 'no item')], rules).window).toEqual([]);
  });

  it('is searched by the word of the route', () => {
    const ids = (query: string) => findCases(all, query, rules, TODAY).map((view) => view.case.id);
    expect(ids('实质性审核权')).toEqual(['a']);
    expect(ids('窗口前移')).toEqual(['b']);
    expect(ids('区级大厅')).toEqual(['c']);
    expect(ids('直接下放')).toEqual(['d']);
  });
});
