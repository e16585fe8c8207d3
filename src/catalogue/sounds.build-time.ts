import { pinyin } from 'pinyin-pro';

/** First and last row of the common characters of GB 2312 (level 1, sorted by sound). */
const ROWS = [0xb0, 0xd7] as const;
const CELLS = [0xa1, 0xfe] as const;

/**
 * The text of `domain/sounds.generated.ts`: the 3,755 common characters by their sound without tone, so that a wrong
 * character of the same sound is understood. `npx vitest run --project unit test/catalogue -u` writes it.
 */
export function soundsSource(): string {
  const sounds = new Map<string, string>();
  for (const character of commonCharacters()) {
    const sound = pinyin(character, { toneType: 'none', v: true });
    sounds.set(sound, (sounds.get(sound) ?? '') + character);
  }
  const lines = [...sounds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, all]) => sound + all);
  return [
    '// Made by catalogue/sounds.build-time.ts with pinyin-pro 3.29.4 (MIT). Not edited by hand.\n',
    '// A sound without its tone, and the common characters that have it.\n',
    `export const SOUNDS =\n  '${lines.join(' ')}';\n`,
  ].join('');
}

function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let row = ROWS[0]; row <= ROWS[1]; row += 1)
    for (let cell = CELLS[0]; cell <= CELLS[1]; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.push(character);
    }
  return found;
}
