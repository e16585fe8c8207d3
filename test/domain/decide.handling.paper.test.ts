import { describe, expect, it } from 'vitest';
import { evolve } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide.ts';
import { custodyOf, officesOf } from '../../src/domain/handling.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import {
  accepted,
  act,
  along,
  code,
  does,
  doing,
  LIST,
  OTHER_LIST,
  onTheWay,
  refusal,
  refuseIt,
} from '../support/handlingActs.ts';
import { handledItem, handlingCatalogue } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from '../support/sampleCatalogue.ts';

const at = accepted('birth');
const sent = does(at, 'clerk', act('dispatchPapers'));
const signed = does(sent, 'officer', act('signForPapers'), { on: '2026-11-24' });

describe('the paper of a case', () => {
  it('lies where it was received until somebody moves it', () => {
    expect(custodyOf(at)).toEqual({ at: WEST, on: MONDAY });
    expect(sent.custody).toEqual({ at: WEST, on: MONDAY, way: { list: LIST, to: DEPARTMENT } });
    expect(signed.custody).toEqual({
      ...{ at: DEPARTMENT, on: '2026-11-24', past: [WEST] },
      lists: [
        { list: LIST, from: WEST, to: DEPARTMENT, sent: MONDAY, on: '2026-11-24', name: expect.any(String) },
      ],
    });
    expect([at, sent, signed].map((found) => found.status)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('is handed over by the office that has it, once, to another office that there is', () => {
    expect(refusal(at, 'officer', act('dispatchPapers', { to: WEST }))).toEqual({
      code: 'paper.notOurs',
      facts: { at: WEST },
    });
    expect(refusal(sent, 'clerk', act('dispatchPapers', { to: EAST }))).toEqual({
      code: 'paper.onItsWay',
      facts: { to: DEPARTMENT },
    });
    for (const to of [WEST, '370406199'])
      expect(code(at, 'clerk', act('dispatchPapers', { to }))).toBe('office.unknown');
    expect(code(at, 'leader', act('dispatchPapers'))).toBe('power.role');
  });

  it('is signed for by the office that it was sent to, on the list that it was sent with, once', () => {
    const sign = act('signForPapers');
    expect(refusal(sent, 'otherOfficer', sign)).toEqual({ code: 'paper.notOurs', facts: { at: DEPARTMENT } });
    expect(code(sent, 'clerk', sign)).toBe('paper.notOurs');
    expect(code(sent, 'officer', act('signForPapers', { list: OTHER_LIST }))).toBe('paper.otherList');
    expect(code(signed, 'officer', sign)).toBe('paper.signedAlready');
    expect(code(signed, 'clerk', sign)).toBe('paper.notSent');
    expect(code(at, 'officer', sign)).toBe('paper.notSent');
  });

  it('that is missing stays an open line at both ends, and can still turn up', () => {
    const missing = act('reportMissing');
    expect(code(sent, 'officer', act('reportMissing', { text: ' ' }))).toBe('text.missing');
    expect(code(sent, 'otherOfficer', missing)).toBe('paper.notOurs');
    expect(code(sent, 'officer', act('reportMissing', { list: OTHER_LIST }))).toBe('paper.otherList');
    expect(code(signed, 'officer', missing)).toBe('paper.signedAlready');
    const open = does(sent, 'officer', missing);
    expect(open.custody).toEqual({
      ...{ at: WEST, on: MONDAY },
      way: { list: LIST, to: DEPARTMENT, missing: '情况说明' },
    });
    const found = does(open, 'officer', act('signForPapers')).custody;
    expect(found).toMatchObject({ at: DEPARTMENT, on: MONDAY, past: [WEST] });
    expect(found).not.toHaveProperty('way');
  });

  it('comes back the same way, in whatever state the case is', () => {
    const back = along(signed, ['officer', act('dispatchPapers', { list: OTHER_LIST, to: WEST })]);
    expect(does(back, 'clerk', act('signForPapers', { list: OTHER_LIST })).custody?.at).toBe(WEST);
    const ended = does(does(at, 'clerk', act('withdraw')), 'clerk', act('dispatchPapers'));
    expect(ended).toMatchObject({ status: 'withdrawn', custody: { way: { to: DEPARTMENT } } });
    expect(code(null, 'clerk', act('dispatchPapers'))).toBe('case.unknown');
  });

  it('remembers every list that it was signed for on, whatever becomes of it afterwards', () => {
    const back = does(signed, 'officer', act('dispatchPapers', { list: OTHER_LIST, to: WEST }));
    const listsOf = (found: typeof back) => found.custody?.lists?.map((one) => one.list);
    expect(listsOf(back)).toEqual([LIST]);
    expect(listsOf(does(back, 'clerk', act('reportMissing', { list: OTHER_LIST })))).toEqual([LIST]);
    expect(listsOf(does(back, 'clerk', act('signForPapers', { list: OTHER_LIST })))).toEqual([
      LIST,
      OTHER_LIST,
    ]);
  });

  it('follows from what was recorded before lists were remembered, as it was stored then', () => {
    const by = { office: DEPARTMENT, on: MONDAY, by: 'p-1', name: '李审批' };
    const before = evolve(sent, { type: 'papersSigned', data: by }, sent.id);
    expect(before?.custody).toEqual({ at: DEPARTMENT, on: MONDAY, past: [WEST] });
  });

  it('shows the case to whoever it is sent to, and to whoever has it', () => {
    const item = handledItem('birth');
    expect(officesOf(at, item)).toEqual([WEST]);
    expect(officesOf(sent, item)).toEqual([WEST, DEPARTMENT]);
    expect(officesOf(signed, item)).toEqual([WEST, DEPARTMENT]);
  });

  it('goes on showing the case to whoever has had it', () => {
    const back = along(
      signed,
      ['officer', act('dispatchPapers', { list: OTHER_LIST, to: WEST })],
      ['clerk', act('signForPapers', { list: OTHER_LIST })],
    );
    expect(back.custody).toMatchObject({ at: WEST, past: [WEST, DEPARTMENT] });
    expect(officesOf(back, handledItem('birth'))).toEqual([WEST, DEPARTMENT]);
    expect(officesOf(does(back, 'clerk', act('dispatchPapers')), handledItem('birth'))).toEqual([
      WEST,
      DEPARTMENT,
    ]);
  });
});

describe('a department waits for the paper', () => {
  const there = onTheWay('birth', 'atDepartment');
  const coop = does(onTheWay('coop', 'atDepartment'), 'officer', act('recordStep'));
  const district = does(accepted('sign', { office: DISTRICT }), 'officer', act('recordStep'));

  it.each([
    ['to issue', there, 'clerk', act('issue')],
    ['to grant what a town has sent', coop, 'clerk', act('decide')],
    ['to grant what the district hall has received', district, 'districtClerk', act('decide')],
  ] as const)('%s', (_name, found, clerk, command) => {
    const hall = found.hall;
    expect(refusal(found, 'officer', command)).toEqual({ code: 'paper.notHere', facts: { at: hall } });
    const onItsWay = does(found, clerk, act('dispatchPapers'));
    expect(code(onItsWay, 'officer', command)).toBe('paper.notHere');
    expect(code(does(onItsWay, 'officer', act('reportMissing')), 'officer', command)).toBe('paper.notHere');
    const here = does(onItsWay, 'officer', act('signForPapers'));
    expect(does(here, 'officer', command).version).toBeGreaterThan(here.version);
    const away = does(here, 'officer', act('dispatchPapers', { to: hall }));
    expect(code(away, 'officer', command)).toBe('paper.notHere');
  });

  it('not to refuse, and a town never', () => {
    expect(does(coop, 'officer', refuseIt).status).toBe('decided');
    const sign = does(accepted('sign'), 'reviewer', act('recordStep'));
    expect(does(does(sign, 'clerk', act('dispatchPapers')), 'reviewer', act('decide')).status).toBe(
      'decided',
    );
  });

  it('not for an item that needs none', () => {
    const items = handlingCatalogue.items.map((one) => ({ ...one, papersRequired: false }));
    const now = rulesOf({ ...handlingCatalogue, items });
    for (const [found, command] of [
      [there, act('issue')],
      [coop, act('decide')],
      [district, act('decide')],
    ] as const)
      expect(decide(found, command, { ...doing(found, 'officer'), now }).ok).toBe(true);
  });
});
