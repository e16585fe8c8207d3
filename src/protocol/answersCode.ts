import { fits } from '../domain/checklist.ts';
import type { Answer, Answers } from '../domain/condition.ts';
import type { CompleteGuide, Question } from '../domain/guide.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { fromUtf8, utf8 } from './bytes.ts';

/**
 * What a citizen has answered on the phone, as the text of a QR: `<origin>/guide/<guideId>#a=<payload>`, so that any
 * phone opens the same checklist with it, and the counter takes the answers over.
 *
 * The payload is the JSON of `{ v: guide version, a: [[questionId, answer], …] }` in base32 (RFC 4648 section 6, lower
 * case, no padding). Not base64url: many counter scanners type with caps lock on, and only letters without a case
 * survive that. Answers in free text never leave the phone.
 */

/** Far above what a guide's questions come to; whatever is longer was not made here. */
const MAX_CHARS = 4_096;

/** An answer that was not taken over, and why. */
export interface DroppedAnswer {
  readonly question: string;
  readonly why: 'unknownQuestion' | 'unfit';
}

export interface ReadAnswers {
  /** The version of the guide that was answered. */
  readonly version: number;
  readonly answers: Answers;
  readonly dropped: readonly DroppedAnswer[];
}

/** The payload for these answers; what is no valid answer to a choice, number or date is left out. */
export function encodeAnswers(guide: CompleteGuide, answers: Answers): string {
  const a = guide.questions.flatMap((question) => {
    const given = answers[question.id];
    return given !== undefined && mayTravel(question, given) ? [[question.id, given] as const] : [];
  });
  return toBase32(utf8(JSON.stringify({ v: guide.version, a })));
}

/** The text of the QR. */
export function answersAddress(origin: string, guide: CompleteGuide, answers: Answers): string {
  return `${origin}/guide/${encodeURIComponent(guide.id)}#a=${encodeAnswers(guide, answers)}`;
}

/** The id of the guide that a scanned text names, as it was typed: possibly in capitals. */
export function guideNamedIn(text: string): string | undefined {
  const id = partsOf(text)?.guide;
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/**
 * The answers in a scanned text: the whole address, its fragment, or the payload alone. Never throws. An answer that
 * the guide of today does not know is dropped and named; the others stand.
 */
export function decodeAnswers(guide: CompleteGuide, text: string): Result<ReadAnswers> {
  const parts = partsOf(text);
  if (!parts) return refuse('answers.notOurs');
  const named = guideNamedIn(text);
  if (named !== undefined && !isSameId(named, guide.id)) return refuse('answers.otherGuide');
  const body = bodyOf(parts.payload);
  if (!body) return refuse('answers.damaged');
  const answers: Record<string, Answer> = {};
  const dropped: DroppedAnswer[] = [];
  for (const [id, given] of body.a) {
    const question = guide.questions.find((one) => one.id === id);
    if (question && mayTravel(question, given)) answers[question.id] = given;
    else dropped.push({ question: id, why: question ? 'unfit' : 'unknownQuestion' });
  }
  return ok({ version: body.v, answers, dropped });
}

/** Whether two ids are one, when a scanner may have turned its letters to capitals. */
export const isSameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function partsOf(text: string): { readonly guide?: string; readonly payload: string } | undefined {
  // Full-width signs come from an input method that was left on.
  const typed = text.normalize('NFKC').trim();
  if (typed.length > MAX_CHARS) return undefined;
  const found = /^(?:(?:.*\/guide\/([^/?#\s]+))?#a=)?([a-z2-7]+)$/i.exec(typed);
  if (!found?.[2]) return undefined;
  return { payload: found[2], ...(found[1] === undefined ? {} : { guide: found[1] }) };
}

function bodyOf(
  payload: string,
): { readonly v: number; readonly a: readonly (readonly [string, Answer])[] } | undefined {
  try {
    const body: unknown = JSON.parse(fromUtf8(fromBase32(payload.toLowerCase())));
    if (typeof body !== 'object' || body === null || !('v' in body) || !('a' in body)) return undefined;
    const { v, a } = body;
    if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return undefined;
    return Array.isArray(a) && a.every(isPair) ? { v, a } : undefined;
  } catch {
    return undefined;
  }
}

function isPair(value: unknown): value is readonly [string, Answer] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [id, given] = value;
  return typeof id === 'string' && ['string', 'number', 'boolean'].includes(typeof given);
}

/** Answers in free text may say who somebody is: they stay on the phone. */
const mayTravel = (question: Question, given: Answer): boolean =>
  question.kind !== 'text' && fits(question, given);
