import type { Guide } from '../../domain/guide.ts';
import { bannerGuide } from './banner.ts';
import { birthApprovalGuide } from './birthApproval.ts';
import { certificateGuide } from './certificate.ts';
import { cooperativeGuide } from './cooperative.ts';
import { disasterReliefGuide } from './disasterRelief.ts';
import { enrolmentGuide } from './enrolment.ts';
import { fellingGuide } from './felling.ts';
import { landAdviceGuide } from './landAdvice.ts';
import { loanGuide } from './loan.ts';
import { realEstateGuide } from './realEstate.ts';
import { recordsGuide } from './records.ts';
import { referralGuide } from './referral.ts';
import { soleProprietorshipGuide } from './soleProprietorship.ts';
import { subsidyGuide } from './subsidy.ts';

/** First versions of every guide, in the order of the notice's annex. */
export const GUIDES: readonly Guide[] = [
  bannerGuide,
  referralGuide,
  enrolmentGuide,
  certificateGuide,
  recordsGuide,
  birthApprovalGuide,
  loanGuide,
  subsidyGuide,
  landAdviceGuide,
  soleProprietorshipGuide,
  cooperativeGuide,
  fellingGuide,
  disasterReliefGuide,
  realEstateGuide,
];
