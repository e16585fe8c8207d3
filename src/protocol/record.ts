import * as v from 'valibot';
import { Hash, Id, Instant, OfficeId } from './command.ts';

/**
 * The header of a recorded event (DESIGN invariant 10). Its JSON text is stored as written; the chain within a
 * stream is `hash = SHA-256(header text)` with `prev` = the hash before. The event's data is covered by
 * `dataHash = SHA-256(salt ‖ data text)`, so that data and salt can be deleted and the chain still verifies.
 */
export const EventHeader = v.strictObject({
  v: v.literal(1),
  stream: v.strictObject({ kind: v.picklist(['case', 'slip', 'access']), id: Id }),
  /** 1 for the first event of the stream. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  type: v.string(),
  /** Id of the command that caused it. */
  command: Id,
  /** Hash of that command's header, which carries the person's signature. */
  commandHash: Hash,
  by: Id,
  office: v.union([OfficeId, v.literal('system')]),
  device: v.nullable(Id),
  /** When by the device's clock, when it counts in law, when by the endpoint's clock. */
  at: Instant,
  legalAt: Instant,
  recordedAt: Instant,
  dataHash: Hash,
  prev: v.nullable(Hash),
});
export type EventHeader = v.InferOutput<typeof EventHeader>;
