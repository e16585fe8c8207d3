import { CLOCK_TOLERANCE_MS } from '../../domain/legalTime.ts';
import { isHeldAt, type OfficeId, type Post, type Role } from '../../domain/office.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { PostRow } from '../store/peoplePort.ts';

/**
 * The roles that a person held at an office at an instant. A post counts from as much before its beginning as clocks
 * may differ, so that the first act of a new colleague is not lost to a drift of seconds.
 */
export function rolesAt(posts: readonly PostRow[], person: string, office: OfficeId, at: Instant): Role[] {
  return [...new Set(thenHeld(posts, person, office, at).flatMap((post) => post.roles))];
}

function thenHeld(posts: readonly PostRow[], person: string, office: OfficeId, at: Instant): PostRow[] {
  const soon = addMs(at, CLOCK_TOLERANCE_MS);
  return posts.filter(
    (post) =>
      post.person === person &&
      post.office === office &&
      post.from <= soon &&
      (post.to === null || at < post.to),
  );
}

/**
 * For whom somebody acted who held none of the roles that the act needs in a post of their own; undefined when they
 * did, or when nobody’s deputy could have acted.
 */
export function actedFor(
  posts: readonly PostRow[],
  { by, office, at }: { readonly by: string; readonly office: OfficeId; readonly at: Instant },
  needed: readonly Role[],
): string | undefined {
  const able = thenHeld(posts, by, office, at).filter((post) =>
    post.roles.some((role) => needed.includes(role)),
  );
  return able.every((post) => post.deputy) ? able[0]?.deputy?.for : undefined;
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
