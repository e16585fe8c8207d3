import type { Channel, Level, TurnedAway } from '../../domain/feedback.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { Instant, LegalDate } from '../../domain/time.ts';

/** What a citizen said of a case, once more each time: the last one counts, none is ever rewritten. */
export interface EvaluationRow {
  /** The stream of the case. */
  readonly caseId: string;
  /** 1 for the first. */
  readonly sequence: number;
  readonly level: Level;
  readonly channel: Channel;
  /** Personal, as are the telephones and notes below: null when it was left out, or has been deleted. */
  readonly words: string | null;
  readonly telephone: string | null;
  readonly at: Instant;
}

/** Somebody was turned away. */
export interface ComplaintRow {
  readonly id: string;
  /** The number without hyphens. */
  readonly numberKey: string;
  readonly office: OfficeId;
  readonly ground: TurnedAway;
  readonly happenedOn: LegalDate;
  readonly caseNumber: string | null;
  readonly channel: Channel;
  readonly words: string | null;
  readonly telephone: string | null;
  readonly at: Instant;
}

/** A supervisor's work: a low level, or a complaint. */
export interface FollowUpRow {
  readonly id: string;
  readonly kind: 'evaluation' | 'complaint';
  /** The stream of the case, or the complaint. */
  readonly subject: string;
  /** The hall of which something was said. */
  readonly office: OfficeId;
  readonly openedAt: Instant;
  readonly due: LegalDate;
}

export interface AnswerRow {
  readonly followUp: string;
  readonly by: string;
  readonly note: string | null;
  readonly at: Instant;
}

/** With its answer; null while it is open. */
export type FollowUpFound = FollowUpRow & { readonly answer: AnswerRow | null };

export interface FeedbackReads {
  /** Of one case, the first one first. */
  evaluationsOf(caseId: string): Promise<EvaluationRow[]>;
  complaint(id: string): Promise<ComplaintRow | undefined>;
  complaintByNumber(numberKey: string): Promise<ComplaintRow | undefined>;
  followUp(id: string): Promise<FollowUpFound | undefined>;
  /** The newest of a case or complaint. */
  followUpOf(subject: string): Promise<FollowUpFound | undefined>;
  /** Of all offices, or of those: the open ones by when they are due, or the answered ones, newest first. */
  followUps(
    state: 'open' | 'answered',
    offices: 'all' | readonly OfficeId[],
    limit: number,
  ): Promise<FollowUpFound[]>;
}

export interface FeedbackChanges {
  addEvaluation(row: EvaluationRow): Promise<void>;
  addComplaint(row: ComplaintRow): Promise<void>;
  openFollowUp(row: FollowUpRow): Promise<void>;
  /** Once for each: the second one fails. */
  answerFollowUp(row: AnswerRow): Promise<void>;
  /** Counts one more of a subject on a day, and forgets the days before. @returns how many there are now */
  countOn(day: LegalDate, subject: string): Promise<number>;
  /**
   * Empties what was said before a moment, and what was answered to it; what waits for a supervisor stays.
   * @returns how many evaluations and complaints said something until now
   */
  forgetSaid(before: Instant): Promise<number>;
}
