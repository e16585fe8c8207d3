import type { Guide } from '../../domain/guide.ts';
import { bannerGuide } from './banner.ts';
import { birthApprovalGuide } from './birthApproval.ts';
import { cooperativeGuide } from './cooperative.ts';
import { disasterReliefGuide } from './disasterRelief.ts';
import { landAdviceGuide } from './landAdvice.ts';
import { loanGuide } from './loan.ts';
import { PREPARING_GUIDES } from './preparing.ts';
import { soleProprietorshipGuide } from './soleProprietorship.ts';
import { subsidyGuide } from './subsidy.ts';

/** First versions of every guide: those worked out in the order of the items, then the facts of the others. */
export const GUIDES: readonly Guide[] = [
  bannerGuide,
  birthApprovalGuide,
  loanGuide,
  subsidyGuide,
  landAdviceGuide,
  soleProprietorshipGuide,
  cooperativeGuide,
  disasterReliefGuide,
  ...PREPARING_GUIDES,
];
