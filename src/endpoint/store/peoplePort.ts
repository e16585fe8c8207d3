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
  /** Of a deputy's: its id, and who is away. */
  readonly deputy?: { readonly id: string; readonly for: string };
}

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId;
  readonly slot: string;
  /** SPKI in base64url. */
  readonly deviceKey: string;
  /** Who made the code that it was enrolled with. */
  readonly enrolledBy: string;
  readonly enrolledAt: Instant;
  readonly revokedAt: Instant | null;
  /** Ordered: to be wiped at its next contact. Either way it is trusted with nothing any more. */
  readonly wipe: 'ordered' | 'done' | null;
  /** An administrator has recorded that its disk is encrypted. */
  readonly diskEncrypted: boolean;
  /** How often its disk was found to have been rolled back. */
  readonly rolledBack: number;
}

export interface PersonKeyRow {
  readonly keyId: string;
  readonly person: string;
  readonly device: string;
  readonly publicKey: string;
  /** The time that was signed when it last renewed a session. */
  readonly renewedAt: Instant | null;
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly person: string;
  /** The device that it began on, where one was named. */
  readonly device: string | null;
  /** Of what has to come with the token; null = nothing. */
  readonly proofHash: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface People {
  personByUsername(username: string): Promise<PersonRow | undefined>;
  person(id: string): Promise<PersonRow | undefined>;
  persons(): Promise<PersonRow[]>;
  /** Who holds a post at an office now or later, and is not disabled, in the order of their names. */
  personsAt(office: OfficeId, now: Instant): Promise<Pick<PersonRow, 'id' | 'name'>[]>;
  /** Every post ever held by these people. */
  posts(persons: Iterable<string>): Promise<PostRow[]>;
  session(tokenHash: string): Promise<SessionRow | undefined>;
  device(id: string): Promise<DeviceRow | undefined>;
  personKey(keyId: string): Promise<PersonKeyRow | undefined>;
  /** The keys of everybody who has one on the device. */
  personKeysOf(device: string): Promise<PersonKeyRow[]>;
}

export interface PeopleChanges {
  addPerson(person: PersonRow, at: Instant): Promise<void>;
  /** Null enables again. */
  setDisabled(person: string, at: Instant | null): Promise<void>;
  setPassword(person: string, hash: string): Promise<void>;
  addPost(post: PostRow): Promise<void>;
  /** Ends every post that the person holds. */
  endPosts(person: string, at: Instant): Promise<void>;
  /** Ends the post that came by this naming of a deputy. */
  endDeputy(id: string, at: Instant): Promise<void>;
  addSession(session: SessionRow): Promise<void>;
  extendSession(tokenHash: string, expiresAt: Instant): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(person: string): Promise<void>;
  /** Ends every session that began on the device. */
  endSessionsOn(device: string): Promise<void>;
  forgetSessions(before: Instant): Promise<void>;
  addPersonKey(key: Omit<PersonKeyRow, 'renewedAt'>, at: Instant): Promise<void>;
  /** @param at as it was signed */
  renewed(keyId: string, at: Instant): Promise<void>;
}
