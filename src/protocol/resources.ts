import * as v from 'valibot';
import { isLegalDate } from '../domain/time.ts';
import { Base64url, Id, Instant, KeyId, OfficeId } from './command.ts';
import { DocumentKeys } from './documents.ts';
import { Colleague, HeldPost, Post } from './posts.ts';
import { Sealed, SealingKey } from './sealing.ts';

const text = (min: number, max: number) => v.pipe(v.string(), v.trim(), v.minLength(min), v.maxLength(max));
const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));
const PublicKey = v.pipe(Base64url, v.minLength(100), v.maxLength(200));

export const Username = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9.-]{1,31}$/, 'username'));
export const Password = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

/** `POST /api/session`. On an enrolled device a new public key of the person for that device comes along. */
export const SignIn = v.strictObject({
  username: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(64)),
  password: v.pipe(v.string(), v.maxLength(200)),
  device: v.optional(Id),
  personKey: v.optional(PublicKey),
});
export type SignIn = v.InferOutput<typeof SignIn>;

/** What a vault key or a draft key has. */
export const KEPT_SECRET_BYTES = 32;
const Secret = v.pipe(Base64url, v.length(43));

/** Who is signed in. The session itself is an HttpOnly cookie that no script can read. */
export const Session = v.strictObject({
  person: v.strictObject({ id: Id, username: v.string(), name: v.string() }),
  posts: v.array(HeldPost),
  expiresAt: Instant,
  /** The address that people outside use, printed in the QR of receipts; staff may have come by another. */
  origin: v.optional(v.pipe(v.string(), v.url())),
  keyId: v.optional(KeyId),
  /**
   * Who has a post in the device's office that handles cases, for a device to know without a line to whom one can be given.
   * Only on a device, only to one of that office, and only when asked for (`SessionQuery`): ids, names and the posts there.
   */
  colleagues: v.optional(v.array(Colleague)),
  /**
   * The device's vault key and the person's draft key there, opened from the copies that were sealed to the endpoint.
   * Only after a password, for a device that the person names, to one who may read at its office.
   */
  kept: v.optional(v.strictObject({ vault: v.optional(Secret), drafts: v.optional(Secret) })),
  now: Instant,
});
export type Session = v.InferOutput<typeof Session>;

/** `POST /api/session/renewal`: an unlocked person's key on a device signs `renewalText`. Each time counts once. */
export const Renewal = v.strictObject({
  device: Id,
  keyId: KeyId,
  at: Instant,
  signature: v.pipe(Base64url, v.length(86)),
});
export type Renewal = v.InferOutput<typeof Renewal>;

/** What a device must hold to, told at enrolment and at each contact. */
export const DevicePolicy = v.strictObject({
  /** Locks itself after so many minutes without a touch. */
  idleMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
  /** After so many days without contact keys, drafts and everything readable are wiped; null = never. */
  wipeAfterDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(365))),
  /** Days for which a closed case stays on a device of the office. */
  keepClosedDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
});
export type DevicePolicy = v.InferOutput<typeof DevicePolicy>;

export const DEFAULT_POLICY: DevicePolicy = { idleMinutes: 10, wipeAfterDays: null, keepClosedDays: 30 };

/** An enrolment code: eight Crockford characters, as an administrator shows them. */
const EnrolmentCode = text(8, 20);

/** `POST /api/devices`: the device makes its id, so that asking twice enrols once. The code is used up by it. */
export const Enrolment = v.strictObject({ id: Id, code: EnrolmentCode, deviceKey: PublicKey });
export type Enrolment = v.InferOutput<typeof Enrolment>;

/** Two or three Crockford base-32 characters, never reissued. */
const Slot = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{2,3}$/, 'slot'));

export const Enrolled = v.strictObject({
  id: Id,
  name: v.string(),
  office: OfficeId,
  slot: Slot,
  sealing: SealingKey,
  /** What documents are verified with, the older keys too. */
  documentKeys: DocumentKeys,
  policy: DevicePolicy,
  /** An administrator has recorded that this device's disk is encrypted: six digits are then enough to unlock. */
  diskEncrypted: v.boolean(),
  now: Instant,
});
export type Enrolled = v.InferOutput<typeof Enrolled>;

/** `POST /api/devices/codes`, by an administrator: where the device will stand, and what it is called. */
export const NewEnrolmentCode = v.strictObject({ name: text(1, 60), office: OfficeId });
export type NewEnrolmentCode = v.InferOutput<typeof NewEnrolmentCode>;

/** Told once; only a hash is kept. */
export const ShownEnrolmentCode = v.strictObject({ code: EnrolmentCode, expiresAt: Instant });
export type ShownEnrolmentCode = v.InferOutput<typeof ShownEnrolmentCode>;

const bytes = v.pipe(v.number(), v.minValue(0));

/** `POST /api/contact`, authenticated by the device's key like a batch: how the device is, and what is asked of it. */
export const Contact = v.strictObject({
  device: Id,
  made: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /**
   * Ids that the device gave its contacts: of this one, and of the one that was last answered. If the endpoint has
   * heard a later one than either, the disk was rolled back.
   */
  contact: Id,
  answered: v.nullable(Id),
  version: text(1, 40),
  /** Commands that wait on it. */
  waiting: v.pipe(v.number(), v.integer(), v.minValue(0)),
  storage: v.strictObject({ usage: bytes, quota: bytes, persisted: v.boolean() }),
  /** Copies of the vault key and of draft keys, sealed to the endpoint (`keptKeyText`). */
  keep: v.optional(
    v.pipe(v.array(v.strictObject({ person: v.nullable(Id), sealed: Sealed })), v.maxLength(20)),
  ),
  /** The device has wiped itself as it was told to. */
  wiped: v.optional(v.literal(true)),
});
export type Contact = v.InferOutput<typeof Contact>;

export const ContactAnswer = v.strictObject({
  /** `wipe`: send what is queued, then give up keys, drafts and everything readable. `revoked`: the same, for good. */
  order: v.picklist(['none', 'wipe', 'revoked']),
  /** Another one than before: the disk was rolled back, and numbers from now on carry it. */
  slot: Slot,
  name: v.string(),
  sealing: SealingKey,
  /** What documents are verified with, the older keys too. */
  documentKeys: DocumentKeys,
  policy: DevicePolicy,
  diskEncrypted: v.boolean(),
  /** Whose copies the endpoint keeps and can open (null: the device's vault). Any other is owed, sealed again. */
  kept: v.array(v.nullable(Id)),
  now: Instant,
});
export type ContactAnswer = v.InferOutput<typeof ContactAnswer>;

/** A device in the administrator's list. */
export const DeviceEntry = v.strictObject({
  id: Id,
  name: v.string(),
  office: OfficeId,
  slot: Slot,
  enrolledAt: Instant,
  revokedAt: v.nullable(Instant),
  wipe: v.nullable(v.picklist(['ordered', 'done'])),
  diskEncrypted: v.boolean(),
  /** Usernames of those who have a key on it. */
  people: v.array(v.string()),
  lastContact: v.nullable(Instant),
  version: v.nullable(v.string()),
  waiting: v.nullable(v.number()),
  storage: v.nullable(v.strictObject({ usage: bytes, quota: bytes, persisted: v.boolean() })),
  /** How often its disk was found to have been rolled back. */
  rolledBack: v.number(),
});
export type DeviceEntry = v.InferOutput<typeof DeviceEntry>;

/** `PATCH /api/devices/:id`, by an administrator, with a reason that is recorded. */
export const DeviceChange = v.strictObject({
  revoked: v.optional(v.literal(true)),
  wipe: v.optional(v.literal(true)),
  diskEncrypted: v.optional(v.boolean()),
  reason: text(1, 200),
});
export type DeviceChange = v.InferOutput<typeof DeviceChange>;

/** `PUT /api/policies/:office`, by an administrator. `*` = where an office has none of its own. */
export const PolicyChange = v.strictObject({ ...DevicePolicy.entries, reason: text(1, 200) });
export type PolicyChange = v.InferOutput<typeof PolicyChange>;

/** A command in quarantine, as a supervisor sees it: what the header says, never the content. */
export const QuarantineEntry = v.strictObject({
  id: Id,
  code: v.string(),
  type: v.string(),
  office: OfficeId,
  by: v.strictObject({ id: Id, name: v.string() }),
  device: v.strictObject({ id: Id, name: v.string() }),
  at: Instant,
  receivedAt: Instant,
});
export type QuarantineEntry = v.InferOutput<typeof QuarantineEntry>;

/** `POST /api/quarantine/:id`, by a supervisor. `release` has it judged as if it had come in good order. */
export const QuarantineRuling = v.strictObject({
  ruling: v.picklist(['release', 'setAside']),
  reason: text(1, 200),
});
export type QuarantineRuling = v.InferOutput<typeof QuarantineRuling>;

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
  posts: v.array(HeldPost),
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
  /** The states that it passes on its way; `at` counts from 0, -1 where it ended on the way. */
  line: v.strictObject({ stages: v.array(v.string()), at: v.number() }),
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
