import type { OfficeId, Role } from '../../domain/office.ts';
import type { Instant } from '../../domain/time.ts';

export interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** argon2id, with its parameters. */
  readonly password: string;
  readonly disabledAt: Instant | null;
}

/** A post with the span in which it was held: `from` included, `to` not. */
export interface PostRow {
  readonly person: string;
  readonly office: OfficeId;
  readonly roles: readonly Role[];
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId;
  readonly slot: string;
  /** SPKI in base64url. */
  readonly deviceKey: string;
  readonly enrolledBy: string;
  readonly enrolledAt: Instant;
  readonly revokedAt: Instant | null;
}

export interface PersonKeyRow {
  readonly keyId: string;
  readonly person: string;
  readonly device: string;
  readonly publicKey: string;
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly person: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface People {
  personByUsername(username: string): Promise<PersonRow | undefined>;
  person(id: string): Promise<PersonRow | undefined>;
  persons(): Promise<PersonRow[]>;
  /** Every post ever held by these people. */
  posts(persons: Iterable<string>): Promise<PostRow[]>;
  session(tokenHash: string): Promise<SessionRow | undefined>;
  device(id: string): Promise<DeviceRow | undefined>;
  personKey(keyId: string): Promise<PersonKeyRow | undefined>;
}

export interface PeopleChanges {
  addPerson(person: PersonRow, at: Instant): Promise<void>;
  /** Null enables again. */
  setDisabled(person: string, at: Instant | null): Promise<void>;
  setPassword(person: string, hash: string): Promise<void>;
  addPost(post: PostRow): Promise<void>;
  /** Ends every post that the person holds. */
  endPosts(person: string, at: Instant): Promise<void>;
  addSession(session: SessionRow): Promise<void>;
  extendSession(tokenHash: string, expiresAt: Instant): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(person: string): Promise<void>;
  forgetSessions(before: Instant): Promise<void>;
  addDevice(device: DeviceRow): Promise<void>;
  revokeDevice(id: string, at: Instant): Promise<void>;
  addPersonKey(key: PersonKeyRow, at: Instant): Promise<void>;
  /** The next number for a device's slot; never given twice. */
  nextSlot(): Promise<number>;
}
