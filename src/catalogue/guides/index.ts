import type { Guide } from '../../domain/guide.ts';
import { bannerGuide } from './banner.ts';
import { certificateGuide } from './certificate.ts';
import { cooperativeGuide } from './cooperative.ts';
import { enrolmentGuide } from './enrolment.ts';
import { loanGuide } from './loan.ts';
import { PREPARING_GUIDES } from './preparing.ts';
import { recordsGuide } from './records.ts';
import { referralGuide } from './referral.ts';
import { subsidyGuide } from './subsidy.ts';

/** First versions of every guide: those worked out in the order of the annex, then the others with their facts. */
export const GUIDES: readonly Guide[] = [
  bannerGuide,
  referralGuide,
  enrolmentGuide,
  certificateGuide,
  recordsGuide,
  loanGuide,
  subsidyGuide,
  cooperativeGuide,
  ...PREPARING_GUIDES,
];
