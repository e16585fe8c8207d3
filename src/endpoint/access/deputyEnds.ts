import { representable } from '../../domain/deputy.ts';
import type { Edges } from '../context.ts';
import type { PostRow } from '../store/peoplePort.ts';
import type { Tx } from '../store/store.ts';
import { appendAccess } from './accessChain.ts';
import { currentPosts } from './powers.ts';
import type { By } from './staff.ts';

type Ids = Pick<Edges, 'newId' | 'randomBytes'>;

/** Ends deputies' spans now, each with an entry of its own; what was done in them stays good. */
export async function endSpans(
  tx: Tx,
  spans: readonly PostRow[],
  reason: string,
  by: By,
  ids: Ids,
): Promise<void> {
  for (const { person, deputy } of spans) {
    if (!deputy) continue;
    await tx.endDeputy(deputy.id, by.at);
    const data = { person, deputy: deputy.id, for: deputy.for, reason };
    await appendAccess(tx, { type: 'deputyEnded', by: by.person, office: by.office, data }, by.at, ids);
  }
}

/** The spans in which somebody acts for another one, now or later. */
export async function spansOf(tx: Tx, person: string, { at }: By): Promise<PostRow[]> {
  return (await tx.posts([person])).filter((post) => post.deputy && isOpen(post, at));
}

/** The spans in which others act for somebody in what that one does not hold any more: nobody can pass on what they lack. */
export async function spansWithoutGround(tx: Tx, absent: string, { at }: By): Promise<PostRow[]> {
  const persons = await tx.persons();
  const rows = await tx.posts(persons.map(({ id }) => id));
  const disabled = persons.some(({ id, disabledAt }) => id === absent && disabledAt !== null);
  const own = disabled ? [] : representable(currentPosts(rows, absent));
  const holds = ({ office, roles }: PostRow) =>
    own.some((post) => post.office === office && roles.every((role) => post.roles.includes(role)));
  return rows.filter((post) => post.deputy?.for === absent && isOpen(post, at) && !holds(post));
}

const isOpen = ({ to }: PostRow, at: string): boolean => to === null || to > at;
