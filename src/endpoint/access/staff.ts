import { officeKindOf, type Post, rolesAt } from '../../domain/office.ts';
import { holds } from '../../domain/reading.ts';
import type { Instant } from '../../domain/time.ts';
import type { NewStaff, StaffChange, StaffMember } from '../../protocol/resources.ts';
import type { Edges } from '../context.ts';
import { Problem } from '../problems.ts';
import type { PersonRow } from '../store/peoplePort.ts';
import type { Store, Tx } from '../store/store.ts';
import { type AccessEvent, appendAccess } from './accessChain.ts';
import { endSpans, spansOf, spansWithoutGround } from './deputyEnds.ts';
import { currentPosts, heldPosts } from './powers.ts';

type Ids = Pick<Edges, 'newId' | 'randomBytes'>;

/** Who changes staff, when. */
export interface By {
  readonly person: string;
  readonly office: string;
  readonly at: Instant;
}

export function memberOf(person: PersonRow, posts: readonly Post[]): StaffMember {
  const { id, username, name, disabledAt } = person;
  const copies = posts.map((post) => ({ ...post, roles: [...post.roles] }));
  return { id, username, name, posts: copies, disabled: disabledAt !== null };
}

export async function listStaff(store: Store, at: Instant): Promise<StaffMember[]> {
  const persons = await store.read.persons();
  const posts = await store.read.posts(persons.map((person) => person.id));
  return persons.map((person) => memberOf(person, heldPosts(posts, person.id, at)));
}

/** @throws Problem staff.usernameTaken, request.malformed for a post that cannot exist */
export async function addStaff(
  tx: Tx,
  staff: Omit<NewStaff, 'password'> & { passwordHash: string },
  /** `first`: the setup's administrator; `program`: the demonstration's people. */
  by: By | 'first' | 'program',
  at: Instant,
  ids: Ids,
): Promise<StaffMember> {
  checkPosts(staff.posts);
  if (await tx.personByUsername(staff.username)) throw new Problem('staff.usernameTaken');
  const { username, name, posts, passwordHash } = staff;
  const person: PersonRow = { id: ids.newId(), username, name, password: passwordHash, disabledAt: null };
  await tx.addPerson(person, at);
  await givePosts(tx, person.id, posts, at);
  const actor = typeof by === 'string' ? { person: person.id, office: 'system' } : by;
  const type = by === 'first' ? 'administratorMade' : 'staffAdded';
  const data = { person: person.id, posts };
  await appendAccess(tx, { type, by: actor.person, office: actor.office, data }, at, ids);
  return memberOf(person, posts);
}

function checkPosts(posts: readonly Post[]): void {
  const wrong = posts.findIndex(({ office, roles }) => {
    const there = rolesAt(officeKindOf(office));
    return roles.some((role) => !there.includes(role));
  });
  if (wrong >= 0) throw new Problem('request.malformed', { path: `posts.${wrong}.roles` });
  const offices = posts.map((post) => post.office);
  if (new Set(offices).size < offices.length) throw new Problem('request.malformed', { path: 'posts' });
}

async function givePosts(tx: Tx, person: string, posts: readonly Post[], from: Instant): Promise<void> {
  for (const { office, roles } of posts) await tx.addPost({ person, office, roles, from, to: null });
}

/** @throws Problem staff.unknown, staff.lastAdmin */
export async function changeStaff(
  tx: Tx,
  id: string,
  change: Omit<StaffChange, 'password'> & { passwordHash: string | undefined },
  by: By,
  ids: Ids,
): Promise<StaffMember> {
  const person = await tx.person(id);
  if (!person) throw new Problem('staff.unknown');
  if (change.posts) checkPosts(change.posts);
  const record = (type: AccessEvent['type'], data: AccessEvent['data'] = {}) => {
    const facts = { person: id, reason: change.reason, ...data };
    return appendAccess(tx, { type, by: by.person, office: by.office, data: facts }, by.at, ids);
  };
  if (change.posts) {
    await endSpans(tx, await spansOf(tx, id, by), change.reason, by, ids);
    await tx.endPosts(id, by.at);
    await givePosts(tx, id, change.posts, by.at);
    await record('postsChanged', { posts: change.posts });
  }
  if (change.disabled !== undefined && change.disabled !== (person.disabledAt !== null)) {
    await tx.setDisabled(id, change.disabled ? by.at : null);
    await record(change.disabled ? 'staffDisabled' : 'staffEnabled');
  }
  if (change.posts || change.disabled)
    await endSpans(tx, await spansWithoutGround(tx, id, by), change.reason, by, ids);
  if (change.passwordHash !== undefined) {
    await tx.setPassword(id, change.passwordHash);
    await record('passwordReset');
  }
  if (change.disabled || change.passwordHash !== undefined) await tx.endSessionsOf(id);
  if (!(await hasAdmin(tx))) throw new Problem('staff.lastAdmin');
  const after = await tx.person(id);
  return memberOf(after ?? person, heldPosts(await tx.posts([id]), id, by.at));
}

/** Whether somebody who is not disabled administers the system. */
export async function hasAdmin(people: Pick<Tx, 'persons' | 'posts'>): Promise<boolean> {
  const persons = (await people.persons()).filter((person) => person.disabledAt === null);
  const posts = await people.posts(persons.map((person) => person.id));
  return persons.some((person) => holds(currentPosts(posts, person.id), 'admin'));
}
