import * as v from 'valibot';
import { isLegalDate } from '../domain/time.ts';
import { Id } from './command.ts';
import { Post } from './resources.ts';

const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));

/** `POST /api/staff/:id/deputies`: the person of the address acts in posts of another one from day to day, both included. */
export const NewDeputy = v.strictObject({
  /** Who is away. */
  for: Id,
  post: Post,
  from: LegalDate,
  until: LegalDate,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type NewDeputy = v.InferOutput<typeof NewDeputy>;
