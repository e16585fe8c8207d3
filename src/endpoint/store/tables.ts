import type { ColumnType } from 'kysely';

/**
 * The rows of the store. Times are instants in ISO 8601 UTC as text, flags are absent or present times, JSON is text:
 * nothing here is peculiar to one database. Columns that hold personal data are marked; they can be emptied without
 * touching a header, a hash or a position.
 */
export interface Tables {
  /** Single values: the setup code's hash, the store's epoch. */
  meta: { name: string; value: string };
  /** `feed` gives positions, `slot` numbers devices, `document OFFICE YEAR` counts what was sealed (文号). Updated inside the transaction that uses the value. */
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
  post: {
    person: string;
    office: string;
    roles: string;
    valid_from: string;
    valid_to: string | null;
    /** Of a deputy's: its id, and the person who is away. */
    deputy: string | null;
    deputy_for: string | null;
  };
  session: {
    token_hash: string;
    person: string;
    created_at: string;
    expires_at: string;
    /** Where it began on a device that was named. */
    device: string | null;
    proof_hash: string | null;
  };
  device: {
    id: string;
    name: string;
    office: string;
    slot: string;
    device_key: string;
    enrolled_by: string;
    enrolled_at: string;
    revoked_at: string | null;
    wipe_ordered_at: string | null;
    wiped_at: string | null;
    disk_encrypted_at: string | null;
    rolled_back: number;
  };
  /** What a device said at its last contact: `said` is JSON. */
  device_status: { device: string; at: string; contact: string; said: string };
  /** One-time codes that enrol a device; of the code itself only a hash. */
  enrolment_code: {
    hash: string;
    name: string;
    office: string;
    made_by: string;
    made_at: string;
    expires_at: string;
    used_by: string | null;
  };
  /** Copies of a device's vault key (`person` empty) and of draft keys: JSON, sealed to the endpoint. */
  kept_key: { device: string; person: string; sealed: string; at: string };
  /** What the devices of an office hold to: JSON. `*` = where an office has none of its own. */
  policy: { office: string; policy: string };
  person_key: {
    key_id: string;
    person: string;
    device: string;
    public_key: string;
    created_at: string;
    renewed_at: string | null;
  };
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
    /** What a supervisor sees of it. */
    header: string;
    /** The envelope as it came, sealed. */
    envelope: string;
    sent_by: string;
    code: string;
    received_at: string;
    /** When it was judged after all; null while it waits for a person. */
    settled_at: string | null;
    /** What a supervisor ruled; null while nobody has. */
    ruling: 'release' | 'setAside' | null;
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
  /** What a case is about, as a hash; gone when its content is. */
  subject: { key: string; stream: string };
  /**
   * The case that a sticker is the receipt of, under `turn` 1; one that was used again has more turns. It stays when the
   * content of the case is deleted: a sticker is never free again.
   */
  sticker: { number_key: string; turn: number; stream: string };
  /** A file whose bytes are whole and safe on the disk: their hash, and how many. */
  file: { hash: string; size: number; arrived_at: string };
  /**
   * How a stream names a file, which may be here or not: each with a key of its own, so that whoever knows no more of a
   * file than its hash reads nothing by naming it.
   */
  file_of: {
    stream: string;
    hash: string;
    size: number;
    type: string;
    /** Personal: what opens it. Null once it has been deleted. */
    key: string | null;
    /** 0: by refused commands alone, whose mended one brings the same key. */
    recorded: number;
    /** When its content was looked at; null while that waits for the bytes. */
    checked_at: string | null;
    /** Why it is not what it was named to be. */
    fault: string | null;
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
  /** The key pairs that devices seal to. `private` is PKCS #8 in base64url; whoever has it reads what was sealed to it. */
  sealing_key: { key_id: string; private: string; created_at: string; retired_at: string | null };
  /** The key pairs that documents are signed with. `private` is PKCS #8 in base64url. */
  document_key: { key_id: string; private: string; created_at: string; retired_at: string | null };
  /** A document that was recorded and signed: the hash of what it says, and what its QR says. */
  document: { stream: string; title: string; hash: string; version: number; code: string };
  /** One printing of a document; `id` is the stream of the act. */
  print: { id: string; stream: string; hash: string; at: string };
  /**
   * A line of the seal register (用印登记), and what became of what was sealed. It stays when the content of its case is
   * deleted, and has nothing of the people whose case it is; `note` is what the sealer wrote.
   */
  seal_line: {
    office: string;
    year: string;
    serial: number;
    turn: number;
    stream: string;
    version: number;
    sealed_on: string;
    title: string;
    case_number: string;
    seal: string;
    copies: number;
    approver: string;
    drafter: string;
    sealer: string;
    note: string;
    given_back: string | null;
    given_back_on: string | null;
  };
  /** What citizens said of a case: a row each time, the highest sequence counts. */
  evaluation: {
    case_id: string;
    sequence: number;
    level: string;
    channel: string;
    /** Personal. */
    words: string | null;
    /** Personal. */
    telephone: string | null;
    at: string;
  };
  /** That somebody was turned away. */
  complaint: {
    id: string;
    number_key: string;
    office: string;
    ground: string;
    happened_on: string;
    case_number: string | null;
    channel: string;
    /** Personal. */
    words: string | null;
    /** Personal. */
    telephone: string | null;
    at: string;
  };
  /** What a supervisor owes an answer to; open while `follow_up_answer` has none. */
  follow_up: {
    id: string;
    kind: 'evaluation' | 'complaint';
    subject: string;
    office: string;
    opened_at: string;
    due: string;
  };
  follow_up_answer: {
    follow_up: string;
    by: string;
    /** Personal. */
    note: string | null;
    at: string;
  };
  /** How often something was done on a day, by a key that names no address. */
  day_count: { day: string; subject: string; count: number };
  /** Failed attempts at a secret, by a key that names no person. */
  attempt: { subject: string; at: string };
}
