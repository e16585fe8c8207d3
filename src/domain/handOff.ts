import type { DatedLimit } from './calendar.ts';
import type { Case } from './case.ts';
import type { Signed } from './handling.ts';
import type { OfficeId } from './office.ts';
import type { LegalDate } from './time.ts';

/** 审管衔接: whoever decides about a licence tells whoever supervises what it allows. */

export type HandedOver = 'granted' | 'refused' | 'revoked';

export const HAND_OFF_OUTCOMES = ['noted', 'problem'] as const;
export type HandOffOutcome = (typeof HAND_OFF_OUTCOMES)[number];

/** Sent by the act that ended the judgement (`Signed` says who did that), then claimed, then answered. */
export interface HandOff extends Signed {
  readonly what: HandedOver;
  readonly to: OfficeId;
  readonly claimBy: DatedLimit;
  readonly answerBy: DatedLimit;
  readonly claimed?: Signed;
  readonly answered?: Signed & { readonly outcome: HandOffOutcome; readonly text: string };
  /** Nothing is to be answered any more: the case was sent back, or what it says was revoked. */
  readonly over?: LegalDate;
}

/** The one that somebody still has to claim or to answer. */
export function openHandOff({ handOffs }: Pick<Case, 'handOffs'>): HandOff | undefined {
  const last = handOffs?.at(-1);
  return last && !last.answered && last.over === undefined ? last : undefined;
}

/** What somebody has to do next, and by when. */
export const handOffDue = ({ claimed, claimBy, answerBy }: HandOff): DatedLimit =>
  claimed ? answerBy : claimBy;
