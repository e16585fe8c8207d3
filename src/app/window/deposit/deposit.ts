import type { ToldLine } from '../../../domain/case.ts';
import {
  normaliseCaseNumber,
  normaliseCode,
  parseCaseNumber,
  parsePrintedCaseNumber,
} from '../../../domain/caseNumber.ts';
import { lineOf } from '../../../domain/deposit.ts';
import type { OfficeId } from '../../../domain/office.ts';
import { isComplete, type Rules } from '../../../domain/rules.ts';
import { stickerNumberIn } from '../../../domain/sticker.ts';
import type { NoticeCode } from '../../../protocol/noticeCode.ts';
import { readSticker } from '../../../protocol/stickerCode.ts';
import type { NewSlip, SavedSlip } from '../../local/types.ts';
import { OTHER } from '../intake/told.ts';

/** What a scanned correction notice asks for, as far as this device can say it. */
export interface Told {
  readonly code: NoticeCode;
  /** Undefined when the catalogue here does not know the guide. */
  readonly title: string | undefined;
  readonly item: string | null;
  readonly lines: readonly ToldLine[];
}

/** The lines of a notice in words. The code holds ids only: the words are the guide's, or the line's place in the notice. */
export function toldBy(code: NoticeCode, rules: Rules): Told {
  const version = rules.guide(code.guide, code.guideVersion) ?? rules.guide(code.guide);
  const materials = isComplete(version) ? version.materials : [];
  const lines = code.materials.map((material, at): ToldLine => {
    const place = `告知书第 ${at + 1} 项`;
    const name = materials.find((one) => one.id === material)?.name;
    return { material, name: name ?? (material === OTHER ? '其他事项' : place), what: place, basis: '' };
  });
  const item = version && rules.item(version.item) ? version.item : null;
  return { code, title: version?.title, item, lines };
}

/** What opens a case at another hall, as it stands on its papers; a code that was not scanned is typed. */
export interface ReceiptShown {
  readonly number: string;
  readonly code: string;
}

/** The receipt, notice or sticker that was scanned, or the number that was typed; undefined where it is none of them. */
export function receiptIn(text: string): ReceiptShown | undefined {
  // Full-width signs come from an input method that was left on.
  const typed = text.normalize('NFKC').trim();
  const address = /#n=([^&\s]+)(?:&c=([^&\s]+))?$/i.exec(typed);
  const number = normaliseCaseNumber(address?.[1] ?? typed);
  if (parseCaseNumber(number)) return { number, code: normaliseCode(address?.[2] ?? '') };
  const sticker = readSticker(typed);
  if (sticker.ok) return sticker.value;
  const alone = stickerNumberIn(typed);
  return alone === undefined ? undefined : { number: alone, code: '' };
}

/** The slip that says what was taken. */
export function depositSlip(told: Told, taken: readonly ToldLine[], text: string): NewSlip {
  const { code, title, item } = told;
  return {
    kind: 'deposit',
    caseNumber: code.number,
    item,
    guide: title === undefined ? null : code.guide,
    guideVersion: title === undefined ? null : code.guideVersion,
    answers: {},
    lines: taken,
    referTo: '',
    text: text.trim(),
  };
}

/** Receipts of this device for the same case, by line: the same paper is hardly brought twice. */
export function takenBefore(slips: readonly SavedSlip[], number: string): ReadonlyMap<string, SavedSlip> {
  const before = new Map<string, SavedSlip>();
  for (const slip of slips)
    if (slip.payload.caseNumber === number)
      for (const line of slip.payload.lines) before.set(lineOf(line), slip);
  return before;
}

/** The hall whose number it is; the district hall's six digits are filled up in it. */
export function receivingHallOf(number: string): OfficeId {
  const town = parsePrintedCaseNumber(number)?.town ?? '';
  return town.endsWith('000') ? town.slice(0, 6) : town;
}
