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
