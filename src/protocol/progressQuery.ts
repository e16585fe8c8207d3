import * as v from 'valibot';
import { CHANNELS } from '../domain/feedback.ts';

/** `POST /api/progress`: number and code from the receipt, or from the sticker that is one. */
export const ProgressQuery = v.strictObject({
  number: v.pipe(v.string(), v.maxLength(60)),
  code: v.pipe(v.string(), v.maxLength(12)),
  /** The end of the applicant's identity number: asked for where a sticker was used for two cases. */
  idEnd: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(12))),
  /** How somebody came to ask; goes along into what they say afterwards. */
  channel: v.optional(v.picklist(CHANNELS), 'web'),
});
export type ProgressQuery = v.InferOutput<typeof ProgressQuery>;
