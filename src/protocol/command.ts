import * as v from 'valibot';
import { FILE_TYPES, MAX_FILE_BYTES, MAX_FILES } from '../domain/files.ts';
import { isInstant } from '../domain/time.ts';

/** The version of the command format that this build writes. Versions count from sealing on; the endpoint upcasts every one shipped since. */
export const COMMAND_VERSION = 1;

export { MAX_FILE_BYTES, MAX_FILES };
export const MAX_BATCH = 100;
/** Body limit of `POST /api/commands`, in bytes after decompression. */
export const MAX_BODY_BYTES = 1_048_576;
/** Forty files take four thousand. */
export const MAX_HEADER_CHARS = 8_192;
export const MAX_PAYLOAD_CHARS = 65_536;

/** UUIDv7, lower case, made on the device and never rewritten. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'uuidv7'),
);
export const Instant = v.pipe(v.string(), v.check(isInstant, 'instant'));
export const Base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'base64url'));
/** SHA-256 in base64url. */
export const Hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'sha256'));
/** Thumbprint of a person's public key: the first 22 characters of its SHA-256 in base64url. */
export const KeyId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'key id'));
export const OfficeId = v.pipe(v.string(), v.regex(/^370406(\d{3}|-[a-z]{2,6})?$/, 'office'));

/** A file as a header names it: the hash and size are those of its sealed bytes (see `files.ts`). */
export const FileOfCommand = v.strictObject({
  hash: Hash,
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FILE_BYTES)),
  type: v.picklist(FILE_TYPES),
});

/**
 * The signed header of a command. Its JSON text is signed, sent and stored as it came: nobody ever writes it again.
 * `at` is the device's clock corrected by its known offset; `seq` counts commands made on the device and orders them,
 * it never blocks.
 */
export const CommandHeader = v.strictObject({
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: Id,
  stream: v.strictObject({ kind: v.picklist(['case', 'slip', 'list', 'feedback', 'access']), id: Id }),
  type: v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/, 'type')),
  office: OfficeId,
  by: Id,
  personKey: KeyId,
  device: Id,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: Instant,
  basis: v.strictObject({
    /** Version of the case that the person saw; 0 = none yet. */
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The command that this one comes after, when that one may not be recorded yet. */
    after: v.optional(Id),
    /** Hash of the case file that the person judged (`domain/caseFile.ts`), hexadecimal. */
    file: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'file'))),
  }),
  /** The refused command that this one mends. */
  replaces: v.optional(Id),
  /** SHA-256 of salt ‖ payload bytes. */
  payloadHash: Hash,
  /** The files that came with it, in the payload's order: what is signed here binds them. */
  files: v.pipe(v.array(FileOfCommand), v.maxLength(MAX_FILES)),
});
export type CommandHeader = v.InferOutput<typeof CommandHeader>;

/** AES-256: 32 bytes. */
export const FileKey = v.pipe(Base64url, v.length(43));

/** A command on the wire: header and payload as JSON texts, byte for byte as they were signed and hashed. */
export const WireCommand = v.strictObject({
  header: v.pipe(v.string(), v.maxLength(MAX_HEADER_CHARS)),
  /** ECDSA P-256 with SHA-256 over the header's UTF-8 bytes, 64 bytes r ‖ s, by the person's key. */
  signature: Base64url,
  payload: v.pipe(v.string(), v.maxLength(MAX_PAYLOAD_CHARS)),
  /** 16 random bytes. */
  salt: v.pipe(Base64url, v.length(22)),
  /** What opens each file of the header, in their order; absent where there are none. */
  fileKeys: v.exactOptional(v.pipe(v.array(FileKey), v.maxLength(MAX_FILES))),
});
export type WireCommand = v.InferOutput<typeof WireCommand>;

/**
 * What travels and waits: a clear frame, authenticated with the sealed body, which is the deflated JSON of a
 * `WireCommand`, sealed to the endpoint. `origin` made it and signs it; any device may carry it.
 */
export const Envelope = v.strictObject({
  id: Id,
  origin: Id,
  /** The endpoint's key that it is sealed to, the encapsulated key and the ciphertext (see `sealing.ts`). */
  key: KeyId,
  enc: v.pipe(Base64url, v.length(87)),
  body: v.pipe(Base64url, v.minLength(22)),
  /** By the origin's device key over `envelopeText`, 64 bytes r ‖ s. */
  signature: v.pipe(Base64url, v.length(86)),
});
export type Envelope = v.InferOutput<typeof Envelope>;

export const Batch = v.strictObject({
  device: Id,
  /** How many commands the device has made so far: what comes later with a higher `seq` was made after this contact. */
  made: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Each element is validated by itself, so that one broken command does not take its neighbours with it. */
  commands: v.pipe(v.array(v.unknown()), v.maxLength(MAX_BATCH)),
});
export type Batch = Omit<v.InferOutput<typeof Batch>, 'commands'> & { commands: Envelope[] };

const Facts = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]));

/**
 * What became of one command.
 * recorded: stands, at `version` of its stream. duplicate: the first answer again (`first`). refused: final for this
 * id. quarantined: kept for a supervisor. retry: send again later (`code` says why; `after.refused` = held back until
 * the command before it is mended).
 */
export const Outcome = v.strictObject({
  id: v.string(),
  outcome: v.picklist(['recorded', 'duplicate', 'refused', 'quarantined', 'retry']),
  first: v.optional(v.picklist(['recorded', 'refused', 'quarantined'])),
  code: v.optional(v.string()),
  facts: v.optional(Facts),
  version: v.optional(v.number()),
});
export type Outcome = v.InferOutput<typeof Outcome>;

export const BatchAnswer = v.strictObject({
  outcomes: v.array(Outcome),
  /** The endpoint's clock when it answered. */
  now: Instant,
});
export type BatchAnswer = v.InferOutput<typeof BatchAnswer>;
