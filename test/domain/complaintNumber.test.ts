import { expect, it } from 'vitest';
import { complaintKeyOf, formatComplaintNumber } from '../../src/domain/complaintNumber.ts';

const RANDOM = '7K3F9QXM2ABC';

it('a number is read however it is typed, and no slip of one character passes', () => {
  const number = formatComplaintNumber(RANDOM);
  expect(number).toMatch(/^TS-7K3F-9QXM-2ABC-[0-9A-Z]$/);
  const key = number.replaceAll('-', '');
  for (const typed of [number, key, ` ${number.toLowerCase()} `, number.replaceAll('-', '—')])
    expect(complaintKeyOf(typed)).toBe(key);
  for (let at = 0; at < key.length; at += 1) {
    const slipped = key.slice(0, at) + (key[at] === '4' ? '5' : '4') + key.slice(at + 1);
    expect([slipped, complaintKeyOf(slipped)]).toEqual([slipped, undefined]);
  }
  for (const typed of ['', 'TS', key.slice(1), `${key}0`]) expect(complaintKeyOf(typed)).toBeUndefined();
});

it('is made of Crockford characters only', () => {
  expect(() => formatComplaintNumber('7K3F9QXM2ABI')).toThrow(RangeError);
  expect(() => formatComplaintNumber('7K3F')).toThrow(RangeError);
});
