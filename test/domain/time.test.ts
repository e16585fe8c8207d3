import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addDays,
  addMs,
  beginningOf,
  daysBetween,
  isInstant,
  isLegalDate,
  legalDateOf,
  legalTimeOfDay,
} from '../../src/domain/time.ts';

const anyDate = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('legal date', () => {
  it('turns at midnight in Shandong, which is 16:00 UTC', () => {
    expect(legalDateOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(legalDateOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
    expect(legalTimeOfDay('2026-11-23T16:00:00.000Z')).toBe('00:00');
    expect(beginningOf('2026-11-24')).toBe('2026-11-23T16:00:00.000Z');
    expect(legalTimeOfDay('2026-11-23T01:05:00.000Z')).toBe('09:05');
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'does not ask the time zone of the device (%s)',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(legalDateOf('2026-11-23T16:30:00.000Z')).toBe('2026-11-24');
      expect(legalTimeOfDay('2026-11-23T16:30:00.000Z')).toBe('00:30');
      expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
      expect(daysBetween('2026-03-01', '2026-12-01')).toBe(275);
    },
  );

  it('moves over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('moved by days lies those days away', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2027-02-29',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '',
    '2026-01-01T',
  ])('“%s” is no date', (text) => {
    expect(isLegalDate(text)).toBe(false);
  });

  it('every day of the calendar is a date', () => {
    fc.assert(fc.property(anyDate, (date) => isLegalDate(date)));
  });
});

describe('instant', () => {
  it('is written in UTC with milliseconds and nothing else', () => {
    expect(isInstant('2026-11-23T01:02:03.004Z')).toBe(true);
    for (const text of [
      '2026-11-23T01:02:03Z',
      '2026-11-23T01:02:03.004+08:00',
      '2026-02-30T01:02:03.004Z',
      '2026-11-23T24:00:00.000Z',
      '2026-11-23',
    ])
      expect(isInstant(text)).toBe(false);
  });

  it('moves by milliseconds', () => {
    expect(addMs('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(addMs('2026-11-23T00:00:00.000Z', -1)).toBe('2026-11-22T23:59:59.999Z');
  });
});
