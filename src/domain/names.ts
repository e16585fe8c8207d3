/** Dots that keyboards and card readers put between the parts of a name; the standard one is U+00B7. */
const DOTS = /\s*[\u00B7\u2022\u2027\u2219\u22C5\u30FB\u0387]\s*/gu;
/** They say how a character is drawn, not which it is. */
const VARIANTS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/** None of these characters is changed below, and most names are made of nothing else. */
const PLAIN = /^[\u4E00-\u9FFF]*$/;

/**
 * A name as it is compared, never as it is kept: another keyboard's dot, widths, compatibility forms and variants of a
 * character do not hide a person.
 */
export const comparableName = (name: string): string =>
  PLAIN.test(name) ? name : name.normalize('NFKC').replace(VARIANTS, '').replace(DOTS, '·').toLowerCase();

/** So many characters from the beginning of a text, rare ones counted once and never cut in two. */
export const firstOf = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('');

/** Who somebody is, for a page that everybody may open who holds the paper: the first character, `张**`. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.min(rest.length, 8));
}
