import type { Facts } from '../domain/result.ts';
import { CASE_ERRORS } from './errorsCase.ts';
import { CITIZEN_ERRORS } from './errorsCitizen.ts';
import { COUNTER_ERRORS } from './errorsCounter.ts';
import { DOCUMENT_ERRORS } from './errorsDocument.ts';
import { HANDLING_ERRORS } from './errorsHandling.ts';
import { STAFF_ERRORS } from './errorsStaff.ts';
import { TRANSPORT_ERRORS } from './errorsTransport.ts';
import { type Words, wordsFrom } from './errorWords.ts';

/** One entry of the catalogue. `{name}` in the words is filled from the facts of the refusal. */
export interface ErrorEntry {
  /** HTTP status when the whole request is refused with it. */
  readonly status: number;
  /** What happened, in the words of a clerk. */
  readonly what: string;
  /** What to do now. */
  readonly todo: string;
}

/** Every code that this product ever answers, refuses or flags with. `docs` are generated from it. */
export const ERRORS = {
  ...CASE_ERRORS,
  ...HANDLING_ERRORS,
  ...CITIZEN_ERRORS,
  ...STAFF_ERRORS,
  ...TRANSPORT_ERRORS,
  ...COUNTER_ERRORS,
  ...DOCUMENT_ERRORS,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** A refusal in words: what happened, and what to do. */
export const inWords = (code: string, facts: Facts = {}): Words => wordsFrom(ERRORS, code, facts);
