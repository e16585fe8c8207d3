import type { Facts } from '../domain/result.ts';
import { CASE_ERRORS } from './errorsCase.ts';
import { CITIZEN_ERRORS } from './errorsCitizen.ts';
import { HANDLING_ERRORS } from './errorsHandling.ts';
import { TRANSPORT_ERRORS } from './errorsTransport.ts';

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
  ...TRANSPORT_ERRORS,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** A refusal in words: what happened, and what to do. An unknown code (newer endpoint) still says that nothing was lost. */
export function inWords(code: string, facts: Facts = {}): { readonly what: string; readonly todo: string } {
  if (!isErrorCode(code))
    return {
      what: `没有办成（${code}）。`,
      todo: '内容已留在本机，没有丢失。请更新应用后再试，或者联系系统管理员。',
    };
  const entry: ErrorEntry = ERRORS[code];
  return { what: fill(entry.what, facts), todo: fill(entry.todo, facts) };
}

function fill(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name];
    if (value === undefined) return '—';
    return Array.isArray(value) ? value.map((one) => `“${one}”`).join('、') : String(value);
  });
}
