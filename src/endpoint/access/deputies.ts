import { MOST_DEPUTY_DAYS, representable, spanFault } from '../../domain/deputy.ts';
import type { Post } from '../../domain/office.ts';
import { addDays, type Instant, type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { NewDeputy } from '../../protocol/deputies.ts';
import type { StaffMember } from '../../protocol/resources.ts';
import type { Edges } from '../context.ts';
import { Problem } from '../problems.ts';
import type { People, PostRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import { endSpans, spansOf } from './deputyEnds.ts';
import { currentPosts, heldPosts } from './powers.ts';
import { type By, memberOf } from './staff.ts';

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
  if (spanFault(from, until, today)) throw new Problem('deputy.days', { most: MOST_DEPUTY_DAYS });
  // Who is let in no more has nothing to pass on: what others held for that one ended with it.
  const own = away.disabledAt ? [] : representable(currentPosts(await tx.posts([absent]), absent));
  const held = own.find((one) => one.office === post.office);
  if (!held || !post.roles.every((role) => held.roles.includes(role)))
    throw new Problem('deputy.notHeld', { name: away.name });
  // Not before now: what was done earlier was done without this post.
  const begin = from > today ? beginOf(from) : by.at;
  const deputy = { id: ids.newId(), for: absent };
  const span = { person: id, ...post, from: begin, to: beginOf(addDays(until, 1)), deputy };
  // Asked again, because the answer was lost or a button pressed twice: it is so already.
  if (!(await spansOf(tx, id, by)).some((one) => givesAlready(one, span, by.at))) {
    await tx.addPost(span);
    const data = { person: id, deputy: deputy.id, for: absent, post, from, until, reason };
    await appendAccess(tx, { type: 'deputyNamed', by: by.person, office: by.office, data }, by.at, ids);
  }
  return memberOf(person, heldPosts(await tx.posts([id]), id, by.at));
}

/** Whether a span is the one that is asked for: to one that begins now, also one that began before. */
const givesAlready = (one: PostRow, asked: PostRow, now: Instant): boolean =>
  one.deputy?.for === asked.deputy?.for &&
  one.office === asked.office &&
  one.to === asked.to &&
  (one.from === asked.from || (asked.from === now && one.from <= now)) &&
  one.roles.length === asked.roles.length &&
  one.roles.every((role) => asked.roles.includes(role));

/**
 * Ends a deputy's span now; what was done in it stays good. One that is still to come never begins.
 * @throws Problem staff.unknown, deputy.unknown, deputy.over
 */
export async function endDeputy(
  tx: Tx,
  { person: id, deputy }: { readonly person: string; readonly deputy: string },
  reason: string,
  by: By,
  ids: Pick<Edges, 'newId' | 'randomBytes'>,
): Promise<StaffMember> {
  const person = await tx.person(id);
  if (!person) throw new Problem('staff.unknown');
  const post = (await tx.posts([id])).find((one) => one.deputy?.id === deputy);
  if (!post) throw new Problem('deputy.unknown');
  if (post.to !== null && post.to <= by.at) throw new Problem('deputy.over');
  await endSpans(tx, [post], reason, by, ids);
  return memberOf(person, heldPosts(await tx.posts([id]), id, by.at));
}

/** For an app that knows of no deputies, or whose user has no need to know for whom a colleague holds a post. */
export function withoutDeputy({ office, roles, from, to }: Post): StaffMember['posts'][number] {
  return {
    ...{ office, roles: [...roles] },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** With the names of who is away, for the deputy's own screen. */
export function withNames(people: Pick<People, 'person'>, posts: readonly Post[]): Promise<Post[]> {
  return Promise.all(
    posts.map(async (post) => {
      const away = post.deputy && (await people.person(post.deputy.for));
      return post.deputy && away ? { ...post, deputy: { ...post.deputy, name: away.name } } : post;
    }),
  );
}
