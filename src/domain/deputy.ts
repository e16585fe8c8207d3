import { HANDLING_ROLES, type Post } from './office.ts';
import { addMs, daysBetween, type Instant, type LegalDate, legalDateOf } from './time.ts';

/** Longer is no absence but another post, which is given as one. */
export const MOST_DEPUTY_DAYS = 92;

/** What of somebody's posts can be passed on: where they handle cases. Only own ones: a deputy has no deputy. */
export function representable(posts: readonly Post[]): Post[] {
  return posts
    .filter((post) => post.to === undefined)
    .map(({ office, roles }) => ({ office, roles: roles.filter((role) => HANDLING_ROLES.includes(role)) }))
    .filter((post) => post.roles.length > 0);
}

/** What is wrong with the days of an absence, both included. */
export function spanFault(
  from: LegalDate,
  until: LegalDate,
  today: LegalDate,
): 'past' | 'order' | 'long' | null {
  if (until < today) return 'past';
  if (until < from) return 'order';
  return daysBetween(from, until) >= MOST_DEPUTY_DAYS ? 'long' : null;
}

/** The first and the last day of a deputy's post. */
export function deputyDays({
  from,
  to,
}: Required<Pick<Post, 'from' | 'to'>>): readonly [LegalDate, LegalDate] {
  return [legalDateOf(from), legalDateOf(addMs(to, -1))];
}

/** A post that somebody holds for another one. */
export type DeputyPost = Post & Required<Pick<Post, 'from' | 'to' | 'deputy'>>;

/** The posts that somebody holds for others now or later. */
export function deputyPosts(posts: readonly Post[], at: Instant): DeputyPost[] {
  return posts.filter((post): post is DeputyPost => post.deputy !== undefined && at < (post.to ?? at));
}
