import type { Post, Role } from './office.ts';

/** Posts by which a person handles cases; who only administers or edits sees none (least privilege). */
const CASE_ROLES: readonly Role[] = ['clerk', 'reviewer', 'leader', 'sealer', 'officer', 'supervisor'];

export function holds(posts: readonly Post[], role: Role): boolean {
  return posts.some((post) => post.roles.includes(role));
}

/** The feeds that a person may read: the offices where cases are that person's work; a supervisor reads every one. */
export function scopesOf(posts: readonly Post[]): string[] {
  if (holds(posts, 'supervisor')) return ['all'];
  return posts
    .filter((post) => post.roles.some((role) => CASE_ROLES.includes(role)))
    .map((post) => post.office);
}

/**
 * Whether a person may read the cases of an office. The endpoint asks it of every request, a device of everybody who
 * signs in on it: signing in on a hall's computer gives no right to that hall's cases.
 */
export function mayRead(posts: readonly Post[], scope: string): boolean {
  const scopes = scopesOf(posts);
  return scopes.includes(scope) || scopes.includes('all');
}
