import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_TOLERANCE_MS, legalTime } from '../../src/domain/legalTime.ts';
import { addMs } from '../../src/domain/time.ts';

const CONTACT = '2026-11-23T01:00:00.000Z';
const ARRIVAL = '2026-11-25T01:00:00.000Z';

describe('the time at which an act counts', () => {
  it('is what the device says, between its last contact and the arrival', () => {
    for (const at of [CONTACT, '2026-11-24T03:00:00.000Z', ARRIVAL])
      expect(legalTime(at, CONTACT, ARRIVAL)).toEqual({ instant: at, settled: true });
  });

  it('may lie a little outside, since clocks drift', () => {
    const early = addMs(CONTACT, -CLOCK_TOLERANCE_MS);
    const late = addMs(ARRIVAL, CLOCK_TOLERANCE_MS);
    expect(legalTime(early, CONTACT, ARRIVAL)).toEqual({ instant: early, settled: true });
    expect(legalTime(late, CONTACT, ARRIVAL)).toEqual({ instant: late, settled: true });
  });

  it('before the last contact is not believed: the contact counts, and a supervisor settles it', () => {
    const at = addMs(CONTACT, -CLOCK_TOLERANCE_MS - 1);
    expect(legalTime(at, CONTACT, ARRIVAL)).toEqual({ instant: CONTACT, settled: false });
  });

  it('after the arrival is not believed: the arrival counts, and a supervisor settles it', () => {
    const at = addMs(ARRIVAL, CLOCK_TOLERANCE_MS + 1);
    expect(legalTime(at, CONTACT, ARRIVAL)).toEqual({ instant: ARRIVAL, settled: false });
  });

  it('of a device never heard from before has no earliest bound', () => {
    expect(legalTime('2020-01-01T00:00:00.000Z', undefined, ARRIVAL).settled).toBe(true);
    expect(legalTime('2027-01-01T00:00:00.000Z', undefined, ARRIVAL)).toEqual({
      instant: ARRIVAL,
      settled: false,
    });
  });

  it('lies always within the bounds and their tolerance', () => {
    const hours = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(hours, fc.nat(200), hours, (from, span, claimed) => {
        const contact = addMs(CONTACT, from * 3_600_000);
        const arrival = addMs(contact, span * 3_600_000);
        const { instant } = legalTime(addMs(CONTACT, claimed * 3_600_000), contact, arrival);
        expect(instant >= addMs(contact, -CLOCK_TOLERANCE_MS)).toBe(true);
        expect(instant <= addMs(arrival, CLOCK_TOLERANCE_MS)).toBe(true);
      }),
    );
  });
});
