/**
 * Base32 (RFC 4648 section 6, lower case, no padding). What stands in a QR is written in it: many counter scanners type
 * with caps lock on, and only letters without a case survive that.
 */
export const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;

export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      text += BASE32.charAt((held >> bits) & 31);
    }
  }
  return bits > 0 ? text + BASE32.charAt((held << (BITS - bits)) & 31) : text;
}

/** Of letters in small type; what is no letter of the alphabet gives bytes that mean nothing. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of text) {
    held = ((held << BITS) | BASE32.indexOf(character)) & 0xfff;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}
