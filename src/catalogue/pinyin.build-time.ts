import { pinyin } from 'pinyin-pro';
import { hanOf } from './words.ts';

/**
 * The text of `pinyin.generated.ts` for a list of words: each with its full pinyin and its initials.
 * `npx vitest run --project unit test/catalogue -u` writes it; the same test without `-u` holds the file to it.
 */
export function pinyinSource(words: readonly string[]): string {
  const known = [...new Set(words.map(hanOf))].filter((word) => word !== '').sort();
  return [
    '// Made by pinyin.build-time.ts with pinyin-pro 3.29.4 (MIT). Not edited by hand.\n',
    '// A word, its full pinyin, its initials.\n',
    'export const PINYIN = `\n',
    ...known.map((word) => `${word} ${fullOf(word)} ${initialsOf(word)}\n`),
    '`;\n',
  ].join('');
}

/** `zhuanyuan`; ü is typed as v. */
function fullOf(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array', v: true }).join('');
}

/** `zy`: the first letter of each syllable, as a clerk types it. */
function initialsOf(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array', pattern: 'first' }).join('');
}
