import { DEPUTY_ROLES } from '../../domain/office.ts';
import { addDays, daysBetween, type Instant, type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { NewDeputy } from '../../protocol/deputies.ts';
import type { StaffMember } from '../../protocol/resources.ts';
import type { Edges } from '../context.ts';
import { Problem } from '../problems.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import { currentPosts, heldPosts } from './powers.ts';
import { type By, memberOf } from './staff.ts';

/** Longer is no absence but another post, which is given as one. */
const LONGEST_DAYS = 92;

/** When a day begins in China. */
const beginOf = (day: LegalDate): Instant => new Date(`${day}T00:00:00+08:00`).toISOString();

/**
 * Widens a person's own posts for an absence. The deputy acts in their own name: who drafted, approved and sealed is told
 * apart by person, so that nobody does two of these on one case however many posts they hold.
 * @throws Problem staff.unknown, deputy.self, deputy.notHeld, deputy.days
 */
export async function addDeputy(
  tx: Tx,
  id: string,
  { for: absent, post, from, until, reason }: NewDeputy,
  by: By,
  ids: Pick<Edges, 'newId' | 'randomBytes'>,
): Promise<StaffMember> {
  const [person, away] = [await tx.person(id), await tx.person(absent)];
  if (!person || !away || person.disabledAt !== null) throw new Problem('staff.unknown');
  if (id === absent) throw new Problem('deputy.self');
  const today = legalDateOf(by.at);
  if (until < from || until < today || daysBetween(from, until) >= LONGEST_DAYS)
    throw new Problem('deputy.days', { most: LONGEST_DAYS });
  // Only own posts can be passed on: a deputy has no deputy.
  const held = currentPosts(await tx.posts([absent]), absent).find((one) => one.office === post.office);
  if (!held || !post.roles.every((role) => DEPUTY_ROLES.includes(role) && held.roles.includes(role)))
    throw new Problem('deputy.notHeld', { name: away.name });
  // Not before now: what was done earlier was done without this post.
  const begin = from > today ? beginOf(from) : by.at;
  await tx.addPost({ person: id, ...post, from: begin, to: beginOf(addDays(until, 1)) });
  const data = { person: id, for: absent, post, from, until, reason };
  await appendAccess(tx, { type: 'deputyNamed', by: by.person, office: by.office, data }, by.at, ids);
  return memberOf(person, heldPosts(await tx.posts([id]), id, by.at));
}
