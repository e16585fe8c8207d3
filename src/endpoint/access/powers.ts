import { CLOCK_TOLERANCE_MS } from '../../domain/legalTime.ts';
import { isHeldAt, type OfficeId, type Post, type Role } from '../../domain/office.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { PostRow } from '../store/peoplePort.ts';

/**
 * The roles that a person held at an office at an instant. A post counts from as much before its beginning as clocks
 * may differ, so that the first act of a new colleague is not lost to a drift of seconds.
 */
export function rolesAt(posts: readonly PostRow[], person: string, office: OfficeId, at: Instant): Role[] {
  const soon = addMs(at, CLOCK_TOLERANCE_MS);
  const held = posts.filter(
    (post) =>
      post.person === person &&
      post.office === office &&
      post.from <= soon &&
      (post.to === null || at < post.to),
  );
  return [...new Set(held.flatMap((post) => post.roles))];
}

/** Everything that a person holds at an instant or will hold, a deputy's posts with their span. */
export function heldPosts(posts: readonly PostRow[], person: string, at: Instant): Post[] {
  return posts
    .filter((post) => post.person === person && (post.to === null || post.to > at))
    .map(({ office, roles, from, to, deputy }) => ({
      office,
      roles,
      ...(to === null ? {} : { from, to }),
      ...(deputy ? { deputy } : {}),
    }));
}

/** The posts that a person holds at an instant, those of a deputy included. */
export const postsAt = (posts: readonly PostRow[], person: string, at: Instant): Post[] =>
  heldPosts(posts, person, at).filter((post) => isHeldAt(post, at));

/** The posts that a person holds until something else is said. */
export function currentPosts(posts: readonly PostRow[], person: string): Post[] {
  return posts
    .filter((post) => post.person === person && post.to === null)
    .map(({ office, roles }) => ({ office, roles }));
}
