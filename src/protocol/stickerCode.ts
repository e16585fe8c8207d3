import { normaliseCode } from '../domain/caseNumber.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { checkLetter, isSticker, type Sticker, stickerNumberIn } from '../domain/sticker.ts';
import { BASE32, fromBase32, toBase32 } from './base32.ts';
import { fromUtf8, utf8 } from './bytes.ts';

/**
 * What a sticker's QR says: `<origin>/progress#s=<payload>`. The payload is number and code in base32, like a citizen's
 * answers (`answersCode.ts`), and a letter that checks it: a letter of base32 reaches into two characters.
 */
export function stickerAddress(origin: string, { number, code }: Sticker): string {
  const letters = toBase32(utf8(`${number} ${code}`));
  return `${origin}/progress#s=${letters}${checkLetter(letters, BASE32)}`;
}

/** Far above what one comes to. */
const MAX_CHARS = 300;

/** The sticker that was scanned, however the scanner writes its letters, or typed: number, then code. Never throws. */
export function readSticker(text: string): Result<Sticker> {
  // Full-width signs come from an input method that was left on.
  const plain = text.normalize('NFKC').trim();
  const payload = plain.length > MAX_CHARS ? undefined : /^(?:.*#)?s=([a-z2-7]+)$/i.exec(plain)?.[1];
  if (payload !== undefined) return scanned(payload.toLowerCase());
  if (!/^[0-9A-Z\s\u2010-\u2015\u2212-]{20,60}$/i.test(plain)) return refuse('sticker.notOurs');
  return typed(plain);
}

function scanned(payload: string): Result<Sticker> {
  const letters = payload.slice(0, -1);
  if (checkLetter(letters, BASE32) !== payload.slice(-1)) return refuse('sticker.wrong');
  let said: string;
  try {
    said = fromUtf8(fromBase32(letters));
  } catch {
    return refuse('sticker.wrong');
  }
  const [number = '', code = ''] = said.split(' ');
  return isSticker({ number, code }) ? ok({ number, code }) : refuse('sticker.wrong');
}

const CODE_CHARS = 6;

function typed(plain: string): Result<Sticker> {
  const all = plain.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const number = stickerNumberIn(all.slice(0, -CODE_CHARS));
  const code = normaliseCode(all.slice(-CODE_CHARS));
  return number !== undefined && isSticker({ number, code }) ? ok({ number, code }) : refuse('sticker.wrong');
}
