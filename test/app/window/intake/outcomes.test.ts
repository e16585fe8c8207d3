import { describe, expect, it } from 'vitest';
import { declineGrounds, likelyGround, offeredOutcomes } from '../../../../src/app/window/intake/outcomes.ts';
import { checklistOf, fullMark, type Marks } from '../../../../src/domain/checklist.ts';
import { COOPERATIVE, guideOf, itemOf, TODAY } from '../builders.ts';

const guide = guideOf('10');
const item = itemOf('10');
const full: Marks = Object.fromEntries(
  checklistOf(guide, COOPERATIVE).map(({ material }) => [material.id, fullMark(material.form)]),
);
const offers = (patch: Partial<Parameters<typeof offeredOutcomes>[0]> = {}) =>
  offeredOutcomes({ item, guide, answers: COOPERATIVE, marks: full, today: TODAY, ...patch });

describe('what may follow a receipt', () => {
  it('offers acceptance first when everything is in and every check holds', () => {
    expect(offers()[0]).toBe('accept');
  });

  it('gives papers of a registration back when some lack, and does not offer acceptance', () => {
    expect(offers({ marks: {} })).toEqual(['returnPapers', 'decline', 'receive']);
  });

  it('tells once what lacks for a permit', () => {
    expect(offers({ item: { ...item, intakeRule: 'permit' }, marks: {} })[0]).toBe('requireCorrection');
  });

  it('declines in writing on the spot for real estate', () => {
    expect(offers({ item: { ...item, intakeRule: 'onTheSpot' }, marks: {} })).toEqual(['decline', 'receive']);
  });

  it('does not accept a cooperative of four', () => {
    const four = offers({ answers: { ...COOPERATIVE, members: 4, farmers: 4 } });
    expect(four).not.toContain('accept');
    expect(four[0]).toBe('returnPapers');
  });

  it('declines first while the item is suspended, and papers can always be taken in', () => {
    const status = [
      { state: 'suspended', from: '2026-01-01', basis: '区里通知', confirmation: 'confirmed' },
    ] as const;
    expect(offers({ item: { ...item, status } })).toEqual(['decline', 'receive']);
  });
});

describe('grounds of a decline', () => {
  const codes = (facts: Parameters<typeof declineGrounds>[0]) => declineGrounds(facts).map((one) => one.code);

  it('offers suspension only while the item is suspended', () => {
    expect(codes({ item, today: TODAY, lacking: false })).not.toContain('notInForce');
    const suspended = itemOf('6');
    expect(codes({ item: suspended, today: TODAY, lacking: false })).toContain('notInForce');
    expect(likelyGround({ item: suspended, today: TODAY, lacking: true, blocked: false })).toBe('notInForce');
  });

  it('offers missing papers only on the spot and only when papers are missing', () => {
    const spot = { ...item, intakeRule: 'onTheSpot' } as const;
    expect(codes({ item: spot, today: TODAY, lacking: true })).toContain('papersIncomplete');
    expect(codes({ item: spot, today: TODAY, lacking: false })).not.toContain('papersIncomplete');
    expect(codes({ item, today: TODAY, lacking: true })).not.toContain('papersIncomplete');
  });

  it('points to unmet conditions when a check stops a registration, and leaves the rest to the clerk', () => {
    expect(likelyGround({ item, today: TODAY, lacking: false, blocked: true })).toBe('conditionsNotMet');
    expect(likelyGround({ item, today: TODAY, lacking: false, blocked: false })).toBeNull();
  });
});
