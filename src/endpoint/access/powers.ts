import { CLOCK_TOLERANCE_MS } from '../../domain/legalTime.ts';
import type { OfficeId, Post, Role } from '../../domain/office.ts';
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

/** The posts that a person holds now. */
export function currentPosts(posts: readonly PostRow[], person: string): Post[] {
  return posts
    .filter((post) => post.person === person && post.to === null)
    .map(({ office, roles }) => ({ office, roles }));
}
