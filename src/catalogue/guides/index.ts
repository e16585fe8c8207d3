import type { Guide } from '../../domain/guide.ts';
import { bannerGuide } from './banner.ts';
import { cooperativeGuide } from './cooperative.ts';
import { fellingGuide } from './felling.ts';
import { loanGuide } from './loan.ts';
import { PREPARING_GUIDES } from './preparing.ts';
import { subsidyGuide } from './subsidy.ts';

/** First versions of every guide: those that are worked out, then the others with their facts. */
export const GUIDES: readonly Guide[] = [
  bannerGuide,
  loanGuide,
  subsidyGuide,
  cooperativeGuide,
  fellingGuide,
  ...PREPARING_GUIDES,
];
