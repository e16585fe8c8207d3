import { describe, expect, it } from 'vitest';
import type { SlipPayload } from '../../src/domain/commands.ts';
import { decideSlip } from '../../src/domain/decideSlip.ts';
import { type Act, acting, MONDAY, numberAt, refusedBy } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from '../support/sampleCatalogue.ts';

const slip = (more: Partial<SlipPayload> = {}): SlipPayload => ({
  catalogue: 1,
  kind: 'oneTimeNotice',
  number: numberAt(WEST),
  item: 'permit',
  guide: 'sign',
  guideVersion: 1,
  answers: { place: 'wall' },
  lines: [],
  referTo: '',
  text: '',
  ...more,
});
const issue = (more: Partial<SlipPayload> = {}, act: Act = {}) => decideSlip(null, slip(more), acting(act));
const code = (more: Partial<SlipPayload> = {}, act: Act = {}) => refusedBy(issue(more, act)).code;

describe('a slip', () => {
  it('is issued by a clerk of a hall, and dated', () => {
    expect(issue()).toEqual({ ok: true, value: { ...slip(), hall: WEST, on: MONDAY } });
    const district = issue({ number: numberAt(DISTRICT) }, { office: DISTRICT });
    expect(district).toMatchObject({ ok: true, value: { hall: DISTRICT } });
  });

  it('of a first inquiry says where the person was sent, whatever the item', () => {
    expect(code({ kind: 'firstInquiry' })).toBe('slip.referralMissing');
    const issued = issue({
      kind: 'firstInquiry',
      item: null,
      guide: null,
      guideVersion: null,
      referTo: '区大厅',
    });
    expect(issued.ok).toBe(true);
  });

  it('is for anybody: even of an item that this town does not hold', () => {
    const act = { office: EAST };
    expect(issue({ number: numberAt(EAST), item: 'onTheSpot' }, act).ok).toBe(true);
  });

  it('is issued once', () => {
    const first = issue();
    if (!first.ok) throw new Error('refused');
    expect(refusedBy(decideSlip(first.value, slip(), acting())).code).toBe('slip.alreadyIssued');
  });

  it('is refused without post or hall', () => {
    expect(code({}, { roles: ['supervisor'] })).toBe('power.role');
    expect(code({}, { office: DEPARTMENT })).toBe('power.office');
    expect(code({}, { office: 'nowhere' })).toBe('power.office');
  });

  it('is refused with a number that is wrong, otherwise written, or of another town', () => {
    expect(code({ number: 'x' })).toBe('case.numberInvalid');
    expect(code({ number: numberAt(WEST).replaceAll('-', '') })).toBe('case.numberInvalid');
    expect(code({ number: numberAt(EAST) })).toBe('case.numberOfOtherTown');
    expect(issue({ number: numberAt(EAST) }, { replaces: null }).ok).toBe(true);
    expect(code({ item: 'none' })).toBe('item.unknown');
  });
});
