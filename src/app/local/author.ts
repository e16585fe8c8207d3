import type { OfficeId, Role } from '../../domain/office.ts';
import type { Rules } from '../../domain/rules.ts';
import { type Instant, legalDateOf } from '../../domain/time.ts';
import { toBase64url, utf8 } from '../../protocol/bytes.ts';
import {
  COMMAND_VERSION,
  type CommandHeader,
  type Envelope,
  type WireCommand,
} from '../../protocol/command.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import { allot, caseNumber } from './counters.ts';
import type { CommandRow, Database } from './database.ts';
import { crockford } from './ids.ts';
import type { Stamp } from './judge.ts';
import { type CommandBody, type CommandType, commandRowName } from './outbox.ts';
import type { Ports, SigningKey } from './ports.ts';
import type { DeviceInfo, SignedIn } from './types.ts';

const SALT_BYTES = 16;
const CODE_CHARACTERS = 6;

/** Who acts, where, and by which rules. */
export interface Actor {
  readonly person: SignedIn;
  readonly device: DeviceInfo;
  readonly office: OfficeId;
  readonly roles: readonly Role[];
  readonly rules: Rules;
}

/** A command to be made. Its id is given before, since later ones name it. */
export interface Spec {
  readonly id: string;
  readonly kind: 'case' | 'slip';
  readonly stream: string;
  readonly type: CommandType;
  readonly payload: unknown;
  /** Version of the case that was judged. */
  readonly version: number;
  readonly after: string | null;
  readonly replaces: string | null;
  readonly number: string;
  readonly item: string;
}

export const personKeyName = (username: string): string => `person:${username}`;

/** A stamp to judge with before a number is taken, so that a refusal takes none. */
export function trialStamp(actor: Actor, at: Instant): Stamp {
  const where = { office: actor.office, slot: actor.device.slot, date: legalDateOf(at) };
  return { number: caseNumber(where, 1, ZEROES), code: '0'.repeat(CODE_CHARACTERS) };
}

const ZEROES = { bytes: (count: number) => new Uint8Array(count), unit: () => 0 };

/** Takes the sequence numbers for some commands, and a fresh stamp where one is asked for. */
export async function takeNumbers(
  db: Database,
  ports: Ports,
  actor: Actor,
  at: Instant,
  commands: number,
  fresh: boolean,
): Promise<{ readonly seqs: readonly number[]; readonly stamp: Stamp | null }> {
  const date = legalDateOf(at);
  const { seqs, sequence } = await allot(db, commands, fresh ? date : null);
  if (sequence === null) return { seqs, stamp: null };
  const where = { office: actor.office, slot: actor.device.slot, date };
  const number = caseNumber(where, sequence, ports.randomness);
  return { seqs, stamp: { number, code: crockford(CODE_CHARACTERS, ports.randomness) } };
}

/** Hashes, signs and seals a command: everything slow, before any transaction opens. */
export async function makeRow(
  ports: Ports,
  actor: Actor,
  key: SigningKey,
  spec: Spec,
  seq: number,
  at: Instant,
): Promise<CommandRow> {
  const payload = JSON.stringify(spec.payload);
  const salt = ports.randomness.bytes(SALT_BYTES);
  const payloadHash = toBase64url(await ports.keys.sha256(payloadBytes(salt, payload)));
  const header = JSON.stringify(headerOf(actor, key, spec, seq, at, payloadHash));
  const signature = await key.sign(utf8(header));
  const wire: WireCommand = { header, signature, payload, salt: toBase64url(salt) };
  const envelope: Envelope = { id: spec.id, open: wire };
  const content: CommandBody = {
    type: spec.type,
    wire,
    number: spec.number,
    item: spec.item,
    roles: actor.roles,
  };
  return {
    id: spec.id,
    kind: spec.kind,
    stream: spec.stream,
    seq,
    after: spec.after,
    state: 'waiting',
    by: null,
    tries: 0,
    nextAt: 0,
    sent: false,
    madeAt: at,
    version: null,
    last: null,
    size: utf8(JSON.stringify(envelope)).length,
    body: await ports.vault.seal(commandRowName(spec.id), content),
  };
}

function headerOf(
  actor: Actor,
  key: SigningKey,
  spec: Spec,
  seq: number,
  at: Instant,
  payloadHash: string,
): CommandHeader {
  return {
    v: COMMAND_VERSION,
    id: spec.id,
    stream: { kind: spec.kind, id: spec.stream },
    type: spec.type,
    office: actor.office,
    by: actor.person.id,
    personKey: key.keyId,
    device: actor.device.id,
    seq,
    at,
    basis: { version: spec.version, ...(spec.after === null ? {} : { after: spec.after }) },
    ...(spec.replaces === null ? {} : { replaces: spec.replaces }),
    payloadHash,
    files: [],
  };
}
