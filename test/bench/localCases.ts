/** Cases as the feed of the district brings them to a device, in as many pages as it takes. */
import type { BrowserContext } from '@playwright/test';
import { v7 } from 'uuid';
import { evolve } from '../../src/domain/case.ts';
import { CROCKFORD, formatCaseNumber } from '../../src/domain/caseNumber.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import { FEED_PAGE, type FeedPage, type FeedRow } from '../../src/protocol/feed.ts';
import { CODE, XIJI } from '../support/intake.ts';
import { differentCases, type Receive } from './caseContents.ts';

/** Received each day: twenty thousand are a year of a busy hall. The newest have the highest positions. */
export const PER_DAY = 80;
const OPENED_AT = 'T08:00:00+08:00';
/** Between two of a day. */
const APART_MS = 6 * 60_000;

/** Applicants whom only the oldest case has, and only the newest. */
export const OLDEST = '李翠花';
export const NEWEST = '欧阳凤仙';

/** In the order of the feed: the oldest first. @param today the legal date of the newest */
export function localCases(count: number, today: LegalDate): FeedRow[] {
  return differentCases(count).map(({ renews: _, ...content }, index) => {
    const left = count - 1 - index;
    const sequence = PER_DAY - (left % PER_DAY);
    const on = addDays(today, -Math.floor(left / PER_DAY));
    const id = v7({ msecs: Date.parse(on + OPENED_AT) + sequence * APART_MS });
    const number = formatCaseNumber({ town: XIJI, date: on, slot: '0A', sequence, random: fourOf(index) });
    const parties = named(content.parties, left === 0 ? NEWEST : index === 0 ? OLDEST : undefined);
    const data = { ...content, parties, number, code: CODE, hall: XIJI, on };
    const state = evolve(null, { type: 'received', data }, id);
    return { position: index + 1, id, gone: false, version: 1, head: null, state };
  });
}

const named = ([first, ...others]: Receive['parties'], name: string | undefined): Receive['parties'] =>
  first && name ? [{ ...first, name }, ...others] : first ? [first, ...others] : others;

/** Four characters, others for each number below a million. */
const fourOf = (index: number): string =>
  [0, 1, 2, 3].map((place) => CROCKFORD.charAt(((index * 7_919) >> (place * 5)) % 32)).join('');

/** The feed is the bench's own; everything else that the device does with it is the product's. */
export async function serveFeed(context: BrowserContext, rows: readonly FeedRow[]): Promise<void> {
  await context.route(
    (url) => url.pathname === '/api/feed',
    (route) => {
      const after = Number(new URL(route.request().url()).searchParams.get('after'));
      return route.fulfill({ json: pageOf(rows, after) });
    },
  );
}

/** The page of the feed that begins after a position. */
function pageOf(rows: readonly FeedRow[], after: number): FeedPage {
  const page = rows.slice(after, after + FEED_PAGE);
  const next = page.at(-1)?.position ?? after;
  return { epoch: 'bench', rows: page, next, more: next < rows.length };
}
