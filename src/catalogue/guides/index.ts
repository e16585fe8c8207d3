import type { Guide } from '../../domain/guide.ts';
import { adviceGuide } from './advice.ts';
import { bannerGuide } from './banner.ts';
import { birthGuide } from './birth.ts';
import { certificateGuide } from './certificate.ts';
import { cooperativeGuide } from './cooperative.ts';
import { enrolmentGuide } from './enrolment.ts';
import { loanGuide } from './loan.ts';
import { propertyGuide } from './property.ts';
import { recordsGuide } from './records.ts';
import { referralGuide } from './referral.ts';
import { reliefGuide } from './relief.ts';
import { soleGuide } from './sole.ts';
import { subsidyGuide } from './subsidy.ts';
import { timberGuide } from './timber.ts';

/** First versions of every guide, in the order of the notice's annex. */
export const GUIDES: readonly Guide[] = [
  bannerGuide,
  referralGuide,
  enrolmentGuide,
  certificateGuide,
  recordsGuide,
  birthGuide,
  loanGuide,
  subsidyGuide,
  adviceGuide,
  soleGuide,
  cooperativeGuide,
  timberGuide,
  reliefGuide,
  propertyGuide,
];
