import type { ColumnType } from 'kysely';

/**
 * The rows of the store. Times are instants in ISO 8601 UTC as text, flags are absent or present times, JSON is text:
 * nothing here is peculiar to one database. Columns that hold personal data are marked; they can be emptied without
 * touching a header, a hash or a position.
 */
export interface Tables {
  /** Single values: the setup code's hash, the store's epoch. */
  meta: { name: string; value: string };
  /** `feed` gives positions, `slot` numbers devices. Updated inside the transaction that uses the value. */
  counter: { name: string; value: number };
  person: {
    id: string;
    username: string;
    /** Personal. */
    name: string;
    password: string;
    created_at: string;
    disabled_at: string | null;
  };
  /** What a person may do at an office and from when to when: never rewritten, only ended. */
  post: { person: string; office: string; roles: string; valid_from: string; valid_to: string | null };
  session: { token_hash: string; person: string; created_at: string; expires_at: string };
  device: {
    id: string;
    name: string;
    office: string;
    slot: string;
    device_key: string;
    enrolled_by: string;
    enrolled_at: string;
    revoked_at: string | null;
  };
  person_key: { key_id: string; person: string; device: string; public_key: string; created_at: string };
  /** When a device was last heard from with so many commands made: the lower bound of what it made later. */
  contact: { device: string; made: number; at: string };
  /** A command that was recorded or refused by a rule; final under its id. */
  command: {
    id: string;
    header: string;
    header_hash: string;
    signature: string;
    /** Personal. */
    payload: string | null;
    salt: string | null;
    stream: string;
    device: string;
    sent_by: string;
    received_at: string;
    outcome: 'recorded' | 'refused';
    code: string | null;
    facts: string | null;
    version: number | null;
    replaces: string | null;
    /** The recorded command that stands in the place of this refused one. */
    mended_by: string | null;
    /** When it counts in law; null for what was recorded before this column was. */
    legal_at: string | null;
  };
  /** Sent by a revoked device or for a disabled person: whole, for a supervisor. */
  quarantine: {
    id: string;
    header_hash: string;
    stream: string;
    /** Personal: the envelope as it came. */
    envelope: string;
    sent_by: string;
    code: string;
    received_at: string;
    /** When it was judged after all; null while it waits for a person. */
    settled_at: string | null;
  };
  /** A second content under an id that is taken: kept for a person. */
  kept: { id: string; header_hash: string; envelope: string; sent_by: string; received_at: string };
  /**
   * Ids whose content was malformed or forged. Only the id and the code: so that what comes after them waits, and what
   * replaces them may come. Never final: the same id with good content is still taken.
   */
  turned_away: {
    id: string;
    stream: string | null;
    code: string;
    sent_by: string;
    at: string;
    mended_by: string | null;
  };
  event: {
    stream: string;
    version: number;
    type: string;
    header: string;
    hash: string;
    salt: string | null;
    /** Personal. */
    data: string | null;
  };
  /** A stream as it now stands. The columns after `state` serve search; null for what is not a case. */
  stream: {
    id: string;
    kind: string;
    version: number;
    head: string | null;
    /** Personal. */
    state: string | null;
    number_key: string | null;
    item: string | null;
    status: string | null;
    hall: string | null;
    updated_at: string;
  };
  feed: {
    scope: string;
    stream: string;
    position: number;
    gone: ColumnType<number, number | undefined, number>;
  };
  catalogue: {
    version: number;
    data: string;
    etag: string;
    published_at: string;
    published_by: string | null;
    reason: string;
  };
  /** Failed attempts at a secret, by a key that names no person. */
  attempt: { subject: string; at: string };
}
