import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../src/app/parts/masked.tsx';
import { keysOf } from '../../../src/app/parts/shortcuts.ts';

const bare = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

describe('the name of a key', () => {
  it('is the letter, whatever the case', () => {
    expect(keysOf({ ...bare, key: 'N', code: 'KeyN' })).toBe('n');
  });

  it('is the physical key while a Chinese input method holds the keyboard', () => {
    expect(keysOf({ ...bare, key: 'Process', code: 'KeyN' })).toBe('n');
    expect(keysOf({ ...bare, key: '？', code: 'Slash', shiftKey: true })).toBe('?');
    expect(keysOf({ ...bare, key: '、', code: 'Slash' })).toBe('/');
  });

  it('is ? also where that is typed without a shift key of its own, as by a screen keyboard', () => {
    expect(keysOf({ ...bare, key: '?', code: 'Slash' })).toBe('?');
  });

  it('carries its modifiers', () => {
    expect(keysOf({ ...bare, key: 'Enter', code: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter');
  });

  it('tells a shifted digit from the digit', () => {
    expect(keysOf({ ...bare, key: '!', code: 'Digit1', shiftKey: true })).toBe('!');
  });
});

describe('a covered number', () => {
  it('keeps the first and the last four of an identity number', () => {
    expect(maskOf('identity', '370406197001011234')).toBe('3704**********1234');
  });

  it('keeps the first three and the last four of a mobile number', () => {
    expect(maskOf('telephone', '13800001234')).toBe('138****1234');
  });

  it('never shows a short number whole', () => {
    expect(maskOf('telephone', '1234')).toBe('****');
    expect(maskOf('telephone', '8812345')).toBe('***2345');
  });
});
