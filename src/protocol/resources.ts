import * as v from 'valibot';
import { ROLES } from '../domain/office.ts';
import { isLegalDate } from '../domain/time.ts';
import { Base64url, Id, Instant, KeyId, OfficeId } from './command.ts';

const text = (min: number, max: number) => v.pipe(v.string(), v.trim(), v.minLength(min), v.maxLength(max));
const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));
const PublicKey = v.pipe(Base64url, v.minLength(100), v.maxLength(200));

export const Post = v.strictObject({
  office: OfficeId,
  roles: v.pipe(v.array(v.picklist(ROLES)), v.minLength(1)),
});

export const Username = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9.-]{1,31}$/, 'username'));
export const Password = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

/** `POST /api/session`. On an enrolled device the person's public key for that device comes along. */
export const SignIn = v.strictObject({
  username: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(64)),
  password: v.pipe(v.string(), v.maxLength(200)),
  device: v.optional(Id),
  personKey: v.optional(PublicKey),
});
export type SignIn = v.InferOutput<typeof SignIn>;

/** Who is signed in. The session itself is an HttpOnly cookie that no script can read. */
export const Session = v.strictObject({
  person: v.strictObject({ id: Id, username: v.string(), name: v.string() }),
  posts: v.array(Post),
  expiresAt: Instant,
  /** The address that people outside use, printed in the QR of receipts; staff may have come by another. */
  origin: v.optional(v.pipe(v.string(), v.url())),
  keyId: v.optional(KeyId),
  now: Instant,
});
export type Session = v.InferOutput<typeof Session>;

/** `POST /api/devices`: the device makes its id, so that asking twice enrols once. */
export const Enrolment = v.strictObject({
  id: Id,
  name: text(1, 60),
  office: OfficeId,
  deviceKey: PublicKey,
  personKey: PublicKey,
});
export type Enrolment = v.InferOutput<typeof Enrolment>;

export const Enrolled = v.strictObject({
  id: Id,
  office: OfficeId,
  /** Two or three Crockford base-32 characters, never reissued. */
  slot: v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{2,3}$/, 'slot')),
  keyId: KeyId,
  now: Instant,
});
export type Enrolled = v.InferOutput<typeof Enrolled>;

/** `POST /api/setup`: the first administrator, with the one-time code that the first start printed. */
export const Setup = v.strictObject({
  code: text(1, 40),
  username: Username,
  password: Password,
  name: text(1, 40),
});
export type Setup = v.InferOutput<typeof Setup>;

/** `POST /api/staff`. */
export const NewStaff = v.strictObject({
  username: Username,
  password: Password,
  name: text(1, 40),
  posts: v.pipe(v.array(Post), v.minLength(1), v.maxLength(20)),
});
export type NewStaff = v.InferOutput<typeof NewStaff>;

/** `PATCH /api/staff/:id`: disable, enable, or other posts from now on; each with a reason that is recorded. */
export const StaffChange = v.strictObject({
  disabled: v.optional(v.boolean()),
  posts: v.optional(v.pipe(v.array(Post), v.minLength(1), v.maxLength(20))),
  password: v.optional(Password),
  reason: text(1, 200),
});
export type StaffChange = v.InferOutput<typeof StaffChange>;

export const StaffMember = v.strictObject({
  id: Id,
  username: v.string(),
  name: v.string(),
  posts: v.array(Post),
  disabled: v.boolean(),
});
export type StaffMember = v.InferOutput<typeof StaffMember>;

/** `POST /api/items/:id/status`: publishes a new catalogue version in which the item has one more status. */
export const StatusChange = v.strictObject({
  state: v.picklist(['in_force', 'suspended', 'cancelled', 'superseded']),
  from: LegalDate,
  basis: text(4, 200),
  /** What to say and where to send a person while it is not in force; without one the basis is said. */
  referral: v.optional(text(4, 200)),
});
export type StatusChange = v.InferOutput<typeof StatusChange>;

/** `POST /api/progress`: number and code from the receipt. */
export const ProgressQuery = v.strictObject({
  number: v.pipe(v.string(), v.maxLength(60)),
  code: v.pipe(v.string(), v.maxLength(12)),
});
export type ProgressQuery = v.InferOutput<typeof ProgressQuery>;

/** What a citizen may see: no names, no papers' content. */
export const Progress = v.strictObject({
  number: v.string(),
  item: v.string(),
  hall: v.string(),
  status: v.string(),
  /** The status in words, and what comes next. */
  says: v.string(),
  receivedOn: LegalDate,
  acceptedOn: v.optional(LegalDate),
  due: v.optional(
    v.strictObject({
      date: LegalDate,
      provisional: v.boolean(),
      kind: v.picklist(['promised', 'statutory']),
    }),
  ),
  /** What still has to be brought, by name of paper, and until when. */
  bring: v.array(v.strictObject({ name: v.string(), what: v.string(), until: v.optional(LegalDate) })),
  flagged: v.boolean(),
});
export type Progress = v.InferOutput<typeof Progress>;

/** RFC 9457 problem details; `code` is from the one catalogue in `errors.ts`. */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  facts: v.optional(
    v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])),
  ),
});
export type Problem = v.InferOutput<typeof Problem>;
