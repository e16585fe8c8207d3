import * as v from 'valibot';
import { isLegalDate } from '../domain/time.ts';
import { OfficeId } from './command.ts';

/** Lines that one answer brings. */
export const REGISTER_PAGE = 500;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));

export const RegisterYear = v.pipe(v.string(), v.regex(/^20\d\d$/, 'year'));

/** Where a page ends: number and turn. */
const Place = v.pipe(v.string(), v.regex(/^\d{1,9}-\d{1,6}$/, 'place'));

/** `GET /api/seals`: the seal register (用印登记) of an office in a year, in the order of its numbers. */
export const RegisterQuery = v.object({
  office: OfficeId,
  year: RegisterYear,
  after: v.optional(Place),
});

/**
 * One line, with the columns of the register (domain.md §2.5). Of the people whose case it is it says nothing: who sealed,
 * drafted and approved are staff.
 */
export const SealLine = v.strictObject({
  /** 文号; null in what was sealed before the district gave numbers. */
  serial: v.nullable(Count),
  /** The how many-th line under this number: what came back for its form is sealed anew under the one that it has. */
  turn: Count,
  on: LegalDate,
  title: v.string(),
  /** Of the case. */
  number: v.string(),
  seal: v.picklist(['none', 'business', 'approval']),
  copies: Count,
  approver: v.string(),
  drafter: v.string(),
  sealer: v.string(),
  note: v.string(),
  /** What was sealed was given back, or taken back; it stays in the register. */
  back: v.exactOptional(
    v.strictObject({ what: v.picklist(['sendBack', 'returnForForm', 'recallOpinion']), on: LegalDate }),
  ),
});
export type SealLine = v.InferOutput<typeof SealLine>;

export const RegisterPage = v.strictObject({
  lines: v.array(SealLine),
  /** The years in which the office has given numbers, and the last of each: every number up to it has a line. */
  years: v.array(v.strictObject({ year: RegisterYear, given: Count })),
  /** What to ask for as `after`; null = there is no more. */
  next: v.nullable(Place),
});
export type RegisterPage = v.InferOutput<typeof RegisterPage>;
