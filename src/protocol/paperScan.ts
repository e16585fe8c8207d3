import * as v from 'valibot';
import { normaliseCaseNumber, parseCaseNumber } from '../domain/caseNumber.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { stickerNumberIn } from '../domain/sticker.ts';
import { Id } from './command.ts';
import { claimIn } from './documentCode.ts';
import { isDocumentScan } from './documentScan.ts';
import { readNoticeCode } from './noticeCode.ts';
import { readSticker } from './stickerCode.ts';

/** Which case, or which transfer list, a paper belongs to. Numbers are written without hyphens (`compact`). */
export type ScannedPaper =
  | { readonly of: 'number'; readonly number: string }
  | { readonly of: 'sticker'; readonly number: string }
  /** A document names its case by its id. */
  | { readonly of: 'case'; readonly id: string }
  | { readonly of: 'list'; readonly id: string };

/** Far above what the longest of them, a correction notice's second code, comes to. */
const MAX_CHARS = 9_000;

/** The text of a transfer list's QR. */
export const listCode = (id: string): string => `JBL:${id}`;

/** A number as it is compared: how it is spaced says nothing. */
export const compact = (number: string): string => number.toUpperCase().replace(/[^0-9A-Z]/g, '');

/**
 * Whatever is scanned off a paper that the product has printed, or typed: the codes of receipts, notices, stickers,
 * documents and transfer lists, a case number, a sticker's number. However the scanner writes its letters. Never throws.
 */
export function readPaper(text: string): Result<ScannedPaper> {
  if (text.length > MAX_CHARS) return refuse('paper.scanUnknown');
  // Full-width signs come from an input method that was left on.
  const plain = text.normalize('NFKC').trim();
  const list = /^JBL:(.+)$/i.exec(plain)?.[1];
  if (list !== undefined) {
    const id = v.safeParse(Id, list.toLowerCase());
    return id.success ? ok({ of: 'list', id: id.output }) : refuse('paper.scanUnknown');
  }
  if (isDocumentScan(plain)) return ofDocument(plain);
  const [, letter, said = ''] = /#([a-z])=(.*)$/is.exec(plain) ?? [];
  switch (letter?.toLowerCase()) {
    case 'n':
      return ofNumber(decoded(said.split('&')[0] ?? ''));
    case 's':
      return ofSticker(plain);
    case 'b': {
      const notice = readNoticeCode(plain);
      return notice.ok ? ofNumber(notice.value.number) : notice;
    }
    default:
      return letter === undefined ? typed(plain) : refuse('paper.scanUnknown');
  }
}

function ofDocument(plain: string): Result<ScannedPaper> {
  const claim = claimIn(plain);
  return claim.ok ? ok({ of: 'case', id: claim.value.case }) : claim;
}

function ofSticker(plain: string): Result<ScannedPaper> {
  const read = readSticker(plain);
  return read.ok ? ok({ of: 'sticker', number: compact(read.value.number) }) : read;
}

function ofNumber(said: string): Result<ScannedPaper> {
  const number = normaliseCaseNumber(said);
  return parseCaseNumber(number)
    ? ok({ of: 'number', number: compact(number) })
    : refuse('case.numberInvalid');
}

/** With the number that stands on a sticker its code may be typed as well: they are printed side by side. */
function typed(plain: string): Result<ScannedPaper> {
  const asCase = ofNumber(plain);
  if (asCase.ok) return asCase;
  const sticker = stickerNumberIn(plain);
  if (sticker !== undefined) return ok({ of: 'sticker', number: compact(sticker) });
  const withCode = ofSticker(plain);
  if (withCode.ok) return withCode;
  return /^\d{9}/.test(plain) ? refuse('case.numberInvalid') : refuse('paper.scanUnknown');
}

function decoded(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return said;
  }
}
