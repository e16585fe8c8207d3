import * as v from 'valibot';
import { isLegalDate } from '../domain/time.ts';
import { Id } from './command.ts';
import { Post } from './posts.ts';

const Reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));

/** `POST /api/staff/:id/deputies`: the person of the address acts in posts of another one from day to day, both included. */
export const NewDeputy = v.strictObject({
  /** Who is away. */
  for: Id,
  post: Post,
  from: LegalDate,
  until: LegalDate,
  reason: Reason,
});
export type NewDeputy = v.InferOutput<typeof NewDeputy>;

/** `POST /api/staff/:id/deputies/:deputy/end`: the span ends now; one that has not begun never begins. */
export const DeputyEnd = v.strictObject({ reason: Reason });

/**
 * For whom a post is held comes with staff to an app that says that it understands it: one that is older takes no key that
 * it does not know.
 */
export const StaffQuery = v.object({ with: v.exactOptional(v.literal('deputies')) });
export type StaffQuery = v.InferOutput<typeof StaffQuery>;
export const STAFF_WITH = '?with=deputies';
