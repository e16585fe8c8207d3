/** What citizens say afterwards, and what supervisors answer. */
import * as v from 'valibot';
import { CHANNELS, LEVEL_IDS, TURNED_AWAY_IDS } from '../domain/feedback.ts';
import { isLegalDate } from '../domain/time.ts';
import { Id, Instant, OfficeId } from './command.ts';
import { ProgressQuery } from './progressQuery.ts';

const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));

/** Of one character of `words` a form makes nine bytes, and a line's end is two characters on its way. */
export const MOST_WORDS = 500;
/** A form sends what was left empty as an empty text. */
const emptyAsNone = v.transform((text: string) => (text === '' ? undefined : text));
const Words = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n')),
    v.trim(),
    v.maxLength(MOST_WORDS),
    emptyAsNone,
  ),
);
const Telephone = v.optional(
  v.pipe(v.string(), v.trim(), v.regex(/^(|[+\d][\d\s()-]{5,18}\d)$/, 'telephone'), emptyAsNone),
);
const Channel = v.optional(v.picklist(CHANNELS), 'web');

/** `POST /api/evaluations`: number and code show that somebody has the receipt. */
export const Evaluation = v.strictObject({
  ...ProgressQuery.entries,
  level: v.picklist(LEVEL_IDS),
  words: Words,
  telephone: Telephone,
  channel: Channel,
});
export type Evaluation = v.InferOutput<typeof Evaluation>;

export const EvaluationTaken = v.strictObject({
  /** It has taken the place of an earlier one. */
  replaced: v.boolean(),
  /** The last day on which it may be replaced. */
  until: LegalDate,
  /** By when a supervisor answers; only after a low level. */
  due: v.optional(LegalDate),
});
export type EvaluationTaken = v.InferOutput<typeof EvaluationTaken>;

/** `POST /api/complaints`: somebody was turned away, with or without a case. */
export const Complaint = v.strictObject({
  office: OfficeId,
  ground: v.picklist(TURNED_AWAY_IDS),
  /** The day on which it happened. */
  on: LegalDate,
  words: Words,
  telephone: Telephone,
  /** Of a case, where there is one, or of the sticker that is its receipt. */
  number: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60), emptyAsNone)),
  channel: Channel,
});
export type Complaint = v.InferOutput<typeof Complaint>;

export const ComplaintTaken = v.strictObject({
  /** What its state is looked up with. */
  number: v.string(),
  due: LegalDate,
});
export type ComplaintTaken = v.InferOutput<typeof ComplaintTaken>;

/** `POST /api/complaints/state`. */
export const ComplaintQuery = v.strictObject({ number: v.pipe(v.string(), v.maxLength(60)) });

const State = v.picklist(['open', 'answered']);

export const ComplaintState = v.strictObject({
  number: v.string(),
  hall: v.string(),
  /** What happened, in words. */
  what: v.string(),
  on: LegalDate,
  saidOn: LegalDate,
  state: State,
  due: LegalDate,
  answeredOn: v.optional(LegalDate),
  /** The supervisor's note; gone once what people said was deleted by law. */
  note: v.optional(v.string()),
});
export type ComplaintState = v.InferOutput<typeof ComplaintState>;

/** What a supervisor sees. Numbers of persons in the words are covered. */
export const FollowUp = v.strictObject({
  id: Id,
  kind: v.picklist(['evaluation', 'complaint']),
  office: OfficeId,
  /** The level or what happened, in words. */
  what: v.string(),
  /** The level to which it was changed afterwards. */
  changedTo: v.optional(v.string()),
  item: v.optional(v.string()),
  /** Of the case. */
  number: v.optional(v.string()),
  /** The day on which somebody was turned away. */
  on: v.optional(LegalDate),
  channel: v.picklist(CHANNELS),
  words: v.optional(v.string()),
  /** Who wishes to be called. */
  telephone: v.optional(v.string()),
  openedAt: Instant,
  due: LegalDate,
  /** Its year's calendar is not known yet. */
  provisional: v.boolean(),
  /** Working days until it is due; below zero when it is overdue. */
  daysLeft: v.number(),
  state: State,
  answer: v.optional(v.strictObject({ by: v.string(), at: Instant, note: v.optional(v.string()) })),
});
export type FollowUp = v.InferOutput<typeof FollowUp>;

/** `POST /api/follow-ups/:id`, by a supervisor; once. */
export const FollowUpAnswer = v.strictObject({
  note: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_WORDS)),
});
export type FollowUpAnswer = v.InferOutput<typeof FollowUpAnswer>;
