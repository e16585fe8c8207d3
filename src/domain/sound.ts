import { SOUNDS } from './sounds.generated.ts';

/** How words sound, as far as people here hear and type a difference. */

let table: ReadonlyMap<string, string> | undefined;

function sounds(): ReadonlyMap<string, string> {
  table ??= new Map(
    SOUNDS.split(' ').flatMap((line) => {
      const sound = foldedSound(line.replace(/[^a-z]/g, ''));
      return [...line.replace(/[a-z]/g, '')].map((character) => [character, sound] as const);
    }),
  );
  return table;
}

/** The sound of a character with the confusions of the region taken out of it; the character itself when it is rare. */
export const soundOf = (character: string): string => sounds().get(character) ?? character;

/**
 * Typed letters without the differences that are not heard: zh/z, ch/c, sh/s, n/l at the beginning, and a nasal with or
 * without g. For whole words as for syllables.
 */
export const foldedSound = (letters: string): string =>
  letters
    .replace(/zh/g, 'z')
    .replace(/ch/g, 'c')
    .replace(/sh/g, 's')
    .replace(/([aei])ng/g, '$1n')
    .replace(/(^|[^aeiouvng])n(?=[aeiouv])/g, '$1l');

const TRADITIONAL =
  '證证險险轉转農农業业醫医補补貼贴貸贷創创樹树產产動动資资審审報报記记號号單单書书費费繳缴領领臨临時时災灾辦办執执註注銷销變变繼继遺遗贈赠買买賣卖過过戶户開开關关門门車车電电話话學学區区鎮镇鄉乡務务員员專专廠厂個个獨独實实際际陽阳陰阴龍龙鳳凤飛飞馬马鳥鸟魚鱼雞鸡豬猪羅罗'.match(
    /../gu,
  ) ?? [];
const SIMPLER = new Map(TRADITIONAL.map((pair) => [...pair] as [string, string]));

/** As it is compared: one width, small letters, the simpler characters, and nothing but words. */
export const plainText = (typed: string): string =>
  [...typed.normalize('NFKC').toLowerCase()]
    .map((character) => SIMPLER.get(character) ?? character)
    .join('')
    .replace(/[^\p{Script=Han}\p{L}\p{N}]+/gu, ' ')
    .trim();
