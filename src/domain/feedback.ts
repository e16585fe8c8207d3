import { addWorkingDays, type Calendar, type DatedLimit } from './calendar.ts';
import { type Confirmation, type OfficeId, officeKindOf, type Post } from './office.ts';
import { addDays, type Instant, type LegalDate, legalDateOf } from './time.ts';

/**
 * 好差评: five levels, of which the last two ask for a follow-up. The code is that of GB/T 39046 A.8; that 5 is the best
 * has still to be confirmed, so nothing but an export may ever rely on it.
 */
export const LEVELS = [
  { id: 'verySatisfied', word: '非常满意', code: 5 },
  { id: 'satisfied', word: '满意', code: 4 },
  { id: 'fair', word: '基本满意', code: 3 },
  { id: 'dissatisfied', word: '不满意', code: 2 },
  { id: 'veryDissatisfied', word: '非常不满意', code: 1 },
] as const;
export const LEVEL_IDS = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied', 'veryDissatisfied'] as const;
export type Level = (typeof LEVEL_IDS)[number];

const LOW: readonly Level[] = ['dissatisfied', 'veryDissatisfied'];

export const isLow = (level: Level): boolean => LOW.includes(level);

export const levelWord = (level: Level): string => LEVELS.find((one) => one.id === level)?.word ?? level;

/** How somebody came to say it: by typing the address, or by the QR of a receipt. */
export const CHANNELS = ['web', 'qr'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What being turned away looks like (被推诿、被拒收). */
export const TURNED_AWAY = [
  { id: 'sentElsewhere', word: '让我去别处办' },
  { id: 'outsideList', word: '要清单以外的材料' },
  { id: 'papersRefused', word: '不收我的材料' },
  { id: 'askedMoney', word: '向我要钱' },
  { id: 'other', word: '其他' },
] as const;
export const TURNED_AWAY_IDS = [
  'sentElsewhere',
  'outsideList',
  'papersRefused',
  'askedMoney',
  'other',
] as const;
export type TurnedAway = (typeof TURNED_AWAY_IDS)[number];

export const turnedAwayWord = (id: TurnedAway): string =>
  TURNED_AWAY.find((one) => one.id === id)?.word ?? id;

/** For so many days after the first evaluation of a case a later one takes its place. */
export const REPLACE_DAYS = 30;

/** The last day on which an evaluation may be replaced. */
export const replaceableUntil = (first: Instant): LegalDate => addDays(legalDateOf(first), REPLACE_DAYS);

/** State documents name no limit; another city of the province answers within five working days. */
export const FOLLOW_UP = { workingDays: 5, confirmation: 'pending' as Confirmation };

/** Until when a supervisor answers what was said on a day. */
export const followUpDue = (saidOn: LegalDate, calendar: Calendar): DatedLimit =>
  addWorkingDays(saidOn, FOLLOW_UP.workingDays, calendar);

/**
 * The offices whose follow-ups a supervisor sees: at the district everything, at a town what concerns its own hall.
 * Today posts of a supervisor exist at the district alone; what is said of a hall must not spread when that changes.
 */
export function followedBy(posts: readonly Post[]): 'all' | readonly OfficeId[] {
  const offices = posts.filter((post) => post.roles.includes('supervisor')).map((post) => post.office);
  return offices.some((office) => officeKindOf(office) === 'district') ? 'all' : offices;
}

/** Seven digits and more, however they are set apart: a telephone, an identity number, a card. */
const NUMBER = /\d(?:[\s().·—–-]*\d){6,}(?:[\s-]*[xX](?![a-zA-Z]))?/g;

/** What somebody wrote, with everything covered that looks like the number of a person. */
export function maskNumbers(words: string): string {
  return narrow(words).replace(NUMBER, '***');
}

/** Full-width digits hide no number. */
const narrow = (words: string): string =>
  words.replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
