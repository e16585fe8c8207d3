import { CROCKFORD, numberPrefixOf } from '../../src/domain/caseNumber.ts';
import type { OfficeId } from '../../src/domain/office.ts';
import { type Sticker, stickerOf } from '../../src/domain/sticker.ts';

/** A sticker of a hall, as its first device prints it. */
export const stickerAt = (office: OfficeId, serial = 1, random = '4QXM', code = '7K3M9'): Sticker =>
  stickerOf({ hall: numberPrefixOf(office), slot: 'K7', serial, random }, code);

/** The same text with one character replaced, at each place by each of the others; hyphens and `#` stay. */
export function* withOneWrong(text: string, alphabet = CROCKFORD): Generator<string> {
  for (const [place, there] of [...text].entries())
    if (alphabet.includes(there))
      for (const other of alphabet)
        if (other !== there) yield text.slice(0, place) + other + text.slice(place + 1);
}
