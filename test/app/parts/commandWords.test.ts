import { describe, expect, it } from 'vitest';
import { commandInWords } from '../../../src/app/parts/commandWords.ts';

describe('what somebody did', () => {
  it('is called by its word, also what was only looked at or handed over', () => {
    expect(commandInWords('receive')).toBe('收件');
    expect(commandInWords('reveal')).toBe('查看证件号或者电话');
    expect(commandInWords('handOver')).toBe('交接草稿');
  });

  it('has a word when a newer device sends what this screen does not know yet', () => {
    expect(commandInWords('promise')).toBe('其他操作');
    expect(commandInWords('constructor')).toBe('其他操作');
  });
});
