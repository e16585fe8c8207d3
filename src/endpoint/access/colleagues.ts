import { handles } from '../../domain/office.ts';
import type { Instant } from '../../domain/time.ts';
import type { Session } from '../../protocol/resources.ts';
import type { Store } from '../store/store.ts';
import { withoutDeputy } from './deputies.ts';
import { heldPosts } from './powers.ts';
import type { SignedIn } from './sessions.ts';

/**
 * To whom somebody can give a case at the office whose device they work on: its people, with their posts there and no
 * others. Undefined for whoever handles nothing there.
 */
export async function colleaguesOf(
  { device, posts }: Pick<SignedIn, 'device' | 'posts'>,
  store: Store,
  now: Instant,
): Promise<Session['colleagues']> {
  const office = device === null ? undefined : (await store.read.device(device))?.office;
  if (office === undefined || !posts.some((post) => post.office === office && handles(post.roles)))
    return undefined;
  const persons = await store.read.personsAt(office, now);
  const rows = await store.read.posts(persons.map(({ id }) => id));
  return persons
    .map(({ id, name }) => ({
      ...{ id, name },
      posts: heldPosts(rows, id, now)
        .filter((post) => post.office === office && handles(post.roles))
        .map(withoutDeputy),
    }))
    .filter((one) => one.posts.length > 0);
}
