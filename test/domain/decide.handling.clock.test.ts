import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { clockOf, extensionDates } from '../../src/domain/clock.ts';
import { issuedDocument } from '../../src/domain/documents.ts';
import { SUSPENDING_PROCEDURES } from '../../src/domain/reasons.ts';
import { accepted, act, code, does, onTheWay, receipt, refusal } from '../support/handlingActs.ts';
import { GUIDES, handledItem, handlingRules } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DISTRICT } from '../support/sampleCatalogue.ts';

/** Of an extension as it was recorded before its days were kept with it. */
const OLD_NOTICE = 'bc356a60543f744af8c688c27b6edf88';

const sign = accepted('sign');
const dueOn = (found: Parameters<typeof clockOf>[0], guide = GUIDES.sign) =>
  clockOf(found, guide, handlingRules.calendar).statutory?.date;

describe('stopping the clock', () => {
  it('is for a procedure of the law’s list, told in writing', () => {
    expect(does(sign, 'reviewer', act('suspend', { notice: ' 1号 ' })).suspensions).toEqual([
      {
        ...{ by: 'reviewer', name: 'reviewer', office: '370406102', on: MONDAY },
        ...{ procedure: 'hearing', notice: '1号', days: 10 },
      },
    ]);
    expect(code(sign, 'reviewer', act('suspend', { notice: ' ' }))).toBe('suspend.noticeMissing');
    for (const procedure of ['visit', 'weather', 'notice', 'forward'])
      expect(refusal(sign, 'reviewer', act('suspend', { procedure }))).toEqual({
        code: 'reason.unknown',
        facts: { reason: procedure },
      });
  });

  it('is never for a site visit, a late paper or the way to the department', () => {
    expect(SUSPENDING_PROCEDURES.map((one) => one.code)).toEqual([
      ...['hearing', 'tender', 'auction', 'test', 'measurement', 'quarantine', 'appraisal', 'experts'],
      'firstRegistration',
    ]);
    expect(SUSPENDING_PROCEDURES.map((one) => one.label).join()).not.toMatch(/核查|勘|踏|容缺|补正|转递/);
    const visited = does(sign, 'reviewer', act('recordStep'));
    expect(dueOn(visited)).toBe(dueOn(sign));
    const coop = accepted('coop');
    expect(
      code(
        does(coop, 'clerk', act('forward')),
        'officer',
        act('suspend', { procedure: 'firstRegistration' }),
      ),
    ).toBe('reason.unknown');
    expect(code(accepted('card'), 'reviewer', act('suspend'))).toBe('reason.unknown');
  });

  it('happens once at a time, and ends when the result is there', () => {
    const stopped = does(sign, 'reviewer', act('suspend'), { on: '2026-11-25' });
    expect(code(stopped, 'reviewer', act('suspend'))).toBe('clock.suspended');
    expect(code(sign, 'reviewer', act('resume'))).toBe('clock.notSuspended');
    const resumed = does(stopped, 'reviewer', act('resume'), { on: '2026-11-30' });
    expect(resumed.suspensions).toMatchObject([{ on: '2026-11-25', until: '2026-11-30' }]);
    expect([dueOn(sign), dueOn(resumed)]).toEqual(['2026-12-21', '2026-12-24']);
    expect(code(resumed, 'reviewer', act('resume'))).toBe('clock.notSuspended');
    const twice = does(resumed, 'reviewer', act('suspend'), { on: '2026-12-01' });
    expect(does(twice, 'reviewer', act('resume'), { on: '2026-12-02' }).suspensions).toMatchObject([
      { on: '2026-11-25', until: '2026-11-30' },
      { on: '2026-12-01', until: '2026-12-02' },
    ]);
  });

  it('is for the office that has the case', () => {
    for (const who of ['clerk', 'leader'] as const)
      expect(code(sign, who, act('suspend'))).toBe('power.role');
    expect(code(sign, 'eastReviewer', act('suspend'))).toBe('power.office');
    expect(code(sign, 'officer', act('suspend'))).toBe('power.office');
    expect(does(onTheWay('coop', 'atDepartment'), 'officer', act('suspend')).suspensions).toHaveLength(1);
    expect(does(accepted('sign', { office: DISTRICT }), 'officer', act('suspend')).suspensions).toHaveLength(
      1,
    );
    expect(code(onTheWay('birth', 'atDepartment'), 'officer', act('suspend'))).toBe('power.route');
    expect(code(onTheWay('sign', 'decided'), 'reviewer', act('suspend'))).toBe('case.passed');
  });
});

describe('a longer limit', () => {
  it('is the leader’s, once, with the reason told', () => {
    expect(code(sign, 'reviewer', act('extend'))).toBe('power.role');
    expect(code(sign, 'leader', act('extend', { text: ' ' }))).toBe('text.missing');
    const longer = does(sign, 'leader', act('extend'));
    expect(longer.extension).toMatchObject({ by: 'leader', days: 10, text: '情况说明', on: MONDAY });
    expect(dueOn(longer)).toBe('2027-01-04');
    expect(code(longer, 'leader', act('extend', { days: 1 }))).toBe('extend.twice');
  });

  it('is as long as the situation’s limit allows, and none where it allows none', () => {
    expect(refusal(sign, 'leader', act('extend', { days: 11 }))).toEqual({
      code: 'extend.tooLong',
      facts: { most: 10 },
    });
    expect(code(accepted('advice'), 'leader', act('extend'))).toMatch(/^power/);
    expect(code({ ...sign, guide: 'card' }, 'leader', act('extend'))).toBe('extend.none');
    expect(code({ ...sign, guideVersion: 9 }, 'leader', act('extend'))).toBe('guide.unknown');
  });

  it('is given before the time is over', () => {
    expect(does(sign, 'leader', act('extend'), { on: '2026-12-21' }).extension?.days).toBe(10);
    expect(refusal(sign, 'leader', act('extend'), { on: '2026-12-22' })).toEqual({
      code: 'extend.tooLate',
      facts: { due: '2026-12-21' },
    });
  });

  it('may be given while the clock stands still: the time is not over then', () => {
    const stopped = does(sign, 'reviewer', act('suspend'), { on: '2026-12-18' });
    expect(does(stopped, 'leader', act('extend'), { on: '2026-12-24' }).extension?.days).toBe(10);
  });

  it('is the deciding office’s leader’s', () => {
    const coop = does(accepted('coop'), 'clerk', act('forward'));
    expect(code(coop, 'leader', act('extend'))).toMatch(/^power/);
    expect(does(coop, 'departmentLeader', act('extend')).extension?.office).toBe('370406-xzsp');
    expect(code(onTheWay('birth', 'atDepartment'), 'departmentLeader', act('extend'))).toBe('case.passed');
  });
});

describe('the days that a notice of extension tells', () => {
  const stopped = does(sign, 'reviewer', act('suspend'), { on: '2026-11-25' });
  const resumed = does(stopped, 'reviewer', act('resume'), { on: '2026-11-30' });
  const longer = does(resumed, 'leader', act('extend', { days: 2 }), { on: '2026-12-01' });
  const told = { was: '2026-12-24', until: '2026-12-28' };
  const toldOn = (found: Case) => extensionDates(found, GUIDES.sign, handlingRules.calendar);

  it('are those of its own day: with what had stopped the clock before, and with nothing that came after', () => {
    expect(longer.extension?.told).toEqual(told);
    const again = does(longer, 'reviewer', act('suspend', { notice: '2号' }), { on: '2026-12-02' });
    const later = does(again, 'reviewer', act('resume'), { on: '2026-12-09' });
    expect(later.dates?.statutory?.date).not.toBe(told.until);
    for (const found of [longer, again, later]) expect(toldOn(found)).toEqual(told);
  });

  it('are counted where they were not kept, and the notice of that time keeps its code', () => {
    const { told: _, ...kept } = longer.extension ?? {};
    const old = { ...longer, extension: kept } as Case;
    expect(toldOn(old)).toEqual(told);
    const notice = (found: Case) => issuedDocument(found, 'extension', handledItem('sign'))?.hash;
    expect(notice(old)).toBe(OLD_NOTICE);
    expect(notice(longer)).not.toBe(OLD_NOTICE);
    const other = { ...longer, extension: { ...longer.extension, told: { ...told, until: '2026-12-29' } } };
    expect(notice(other as Case)).not.toBe(notice(longer));
  });

  it('are not told while the clock stands still', () => {
    const during = does(stopped, 'leader', act('extend'), { on: '2026-11-27' });
    expect(during.extension?.told).toBeNull();
    const later = does(during, 'reviewer', act('resume'), { on: '2026-11-30' });
    expect(toldOn(later)).toBeNull();
    const { told: _, ...kept } = later.extension ?? {};
    expect(toldOn({ ...later, extension: kept } as Case)).toBeNull();
  });
});

describe('an extension of what silence has accepted', () => {
  const received = does(null, 'clerk', receipt('sign'));

  it('counts from the day of its papers, and is too late after that time', () => {
    const longer = does(received, 'leader', act('extend', { days: 2 }), { on: '2026-12-01' });
    expect(longer.dates?.statutory?.date).toBe('2026-12-23');
    expect(code(received, 'leader', act('extend'), { on: '2027-03-01' })).toBe('extend.tooLate');
  });
});

describe('a case that silence has accepted', () => {
  const received = does(null, 'clerk', receipt('sign'));
  /** Five working days to tell what is missing have passed. */
  const later = { on: '2026-12-01' } as const;

  it('is handled like any other, and its time runs from the day of its papers', () => {
    expect(does(received, 'clerk', act('withdraw'), later).acceptedOn).toBeUndefined();
    const visited = does(received, 'reviewer', act('recordStep'), later);
    expect(visited).toMatchObject({ status: 'accepted', acceptedOn: MONDAY });
    expect(visited.deadlines?.statutory?.date).toBe('2026-12-21');
    const drafted = does(visited, 'reviewer', act('decide'), later);
    expect(drafted).toMatchObject({ status: 'decided', acceptedOn: MONDAY });
    expect(dueOn(drafted)).toBe('2026-12-21');
  });

  it('on every route', () => {
    const birth = does(does(null, 'clerk', receipt('birth')), 'reviewer', act('recordStep'), later);
    expect(does(birth, 'reviewer', act('opine'), later)).toMatchObject({ acceptedOn: MONDAY });
    const coop = does(null, 'clerk', receipt('coop'));
    expect(does(coop, 'clerk', act('forward'), later)).toMatchObject({
      ...{ status: 'atDepartment', acceptedOn: MONDAY },
    });
    expect(code(received, 'reviewer', act('recordStep'))).toBe('case.wrongState');
  });
});
