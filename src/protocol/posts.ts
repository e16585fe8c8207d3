import * as v from 'valibot';
import { ROLES } from '../domain/office.ts';
import { Id, Instant, OfficeId } from './command.ts';

export const Post = v.strictObject({
  office: OfficeId,
  roles: v.pipe(v.array(v.picklist(ROLES)), v.minLength(1)),
});

/** As it is held: a deputy's has its span, and whom it is held for. */
export const HeldPost = v.strictObject({
  ...Post.entries,
  from: v.exactOptional(Instant),
  to: v.exactOptional(Instant),
  deputy: v.exactOptional(v.strictObject({ id: Id, for: Id, name: v.exactOptional(v.string()) })),
});

/**
 * What an app says that it understands in the answer about who is signed in: one that is older takes no key that it does not
 * know, and would have no session after an update of the district. With colleagues came for whom a post is held.
 */
export const SessionQuery = v.object({ with: v.exactOptional(v.literal('colleagues')) });
export type SessionQuery = v.InferOutput<typeof SessionQuery>;
export const SESSION_WITH = '?with=colleagues';

/** Somebody of the same office: what a device has to know of them so that a case can be given to them without a line. */
export const Colleague = v.strictObject({ id: Id, name: v.string(), posts: v.array(HeldPost) });
