import { isBeside } from '../../domain/assignment.ts';
import { type OfficeId, officeKindOf, type Role, rolesHeld } from '../../domain/office.ts';
import type { Rules } from '../../domain/rules.ts';
import type { DecideContext } from '../../domain/scene.ts';
import { type Instant, legalDateOf } from '../../domain/time.ts';
import { toBase64url, utf8 } from '../../protocol/bytes.ts';
import { COMMAND_VERSION, type CommandHeader, type WireCommand } from '../../protocol/command.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import type { Core } from './core.ts';
import { caseNumber, nextNumbers, type Taking } from './counters.ts';
import type { CommandRow, Counters } from './database.ts';
import type { HeldFile } from './files/shelf.ts';
import { sha256 } from './hash.ts';
import { crockford } from './ids.ts';
import type { Stamp } from './judge.ts';
import {
  type CommandBody,
  type CommandKind,
  type CommandType,
  commandRowName,
  type MadeCommand,
} from './outbox.ts';
import type { Ports, SigningKey } from './ports.ts';
import { sealedFor } from './sealing.ts';
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
  /** The person's key on this device, open while unlocked. */
  readonly signing: SigningKey;
}

/** The circumstances of an act of somebody who works here now. */
export function contextOf(actor: Actor, at: Instant): DecideContext {
  const { office, roles, rules, person } = actor;
  const who = { by: person.id, name: person.name, basis: { version: 0 } };
  const known = { ...who, now: rules, seen: rules, replaces: null };
  return { at, office, roles, ...known, ...colleagueIn(actor, at) };
}

/** As the last session told; before one has, the endpoint alone can say who is there. */
function colleagueIn({ person, office }: Actor, at: Instant): Pick<DecideContext, 'colleague'> {
  const { colleagues } = person;
  if (!colleagues) return {};
  return {
    colleague: (id) => {
      const one = colleagues.find((known) => known.id === id);
      return one && { name: one.name, roles: rolesHeld(one.posts, office, at) };
    },
  };
}

/** A command to be made. Its id is given before, since later ones name it. */
export interface Spec {
  readonly id: string;
  readonly kind: CommandKind;
  readonly stream: string;
  readonly type: CommandType;
  readonly payload: unknown;
  /** Version of the case that was judged, and for a judgement the hash of its file. */
  readonly version: number;
  readonly file?: string | undefined;
  readonly after: string | null;
  readonly replaces: string | null;
  readonly number: string;
  readonly item: string;
  /** Photographed papers that it brings, with what opens each. */
  readonly files?: readonly HeldFile[] | undefined;
}

/** A stamp to judge with before a number is taken, so that a refusal takes none. */
export function trialStamp(actor: Actor, at: Instant): Stamp {
  // A department receives nothing at a window: it acts on the cases of others, and has no numbers of its own.
  if (officeKindOf(actor.office) === 'department') return { number: '', code: '' };
  const where = { office: actor.office, slot: actor.device.slot, date: legalDateOf(at) };
  return { number: caseNumber(where, 1, ZEROES), code: '0'.repeat(CODE_CHARACTERS) };
}

const ZEROES = { bytes: (count: number) => new Uint8Array(count), unit: () => 0 };

/** What an act of some commands will bear, once it is saved. */
export interface Numbered {
  readonly seqs: readonly number[];
  readonly stamp: Stamp | null;
  readonly taking: Taking;
}

/** The sequence numbers for some commands, and a fresh stamp where one is asked for. They are taken by saving. */
export function numbersFor(
  ports: Ports,
  actor: Actor,
  counters: Counters,
  at: Instant,
  commands: number,
  fresh: boolean,
): Numbered {
  const date = legalDateOf(at);
  const { seqs, sequence, taking } = nextNumbers(counters, commands, fresh ? date : null);
  if (sequence === null) return { seqs, taking, stamp: null };
  const where = { office: actor.office, slot: actor.device.slot, date };
  const number = caseNumber(where, sequence, ports.randomness);
  return { seqs, taking, stamp: { number, code: crockford(CODE_CHARACTERS, ports.randomness) } };
}

/**
 * Hashes, signs and seals commands, for the endpoint and for this device's own screen: everything slow, before any
 * transaction opens.
 * @throws LockedError when nobody has unlocked
 */
export async function makeRows(
  core: Core,
  actor: Actor,
  specs: readonly Spec[],
  seqs: readonly number[],
  at: Instant,
): Promise<MadeCommand[]> {
  return await Promise.all(
    specs.map((spec, index) => {
      const seq = seqs[index];
      if (seq === undefined) throw new Error('fewer sequence numbers than commands');
      return makeRow(core, actor, spec, seq, at);
    }),
  );
}

async function makeRow(core: Core, actor: Actor, spec: Spec, seq: number, at: Instant): Promise<MadeCommand> {
  const payload = JSON.stringify(spec.payload);
  const salt = core.ports.randomness.bytes(SALT_BYTES);
  const payloadHash = toBase64url(await sha256(payloadBytes(salt, payload)));
  const parsed = headerOf(actor, spec, seq, at, payloadHash);
  const header = JSON.stringify(parsed);
  const signature = await actor.signing.sign(utf8(header));
  const keys = spec.files?.map((one) => one.key);
  const wire: WireCommand = {
    ...{ header, signature, payload, salt: toBase64url(salt) },
    ...(keys ? { fileKeys: keys } : {}),
  };
  const { type, number, item } = spec;
  const own: CommandBody = { type, wire, number, item, roles: actor.roles, name: actor.person.name };
  const [sealed, body] = await Promise.all([
    sealedFor(core, spec.id, actor.device.id, wire),
    core.vault.seal(commandRowName(spec.id), own),
  ]);
  const row: CommandRow = {
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
    ...sealed,
    reseal: false,
    ...(spec.files ? { files: spec.files.map((one) => one.hash) } : {}),
    ...(isBeside(type) ? { beside: true } : {}),
    body,
  };
  return { row, content: { body: own, header: parsed, payload: JSON.parse(payload) } };
}

function headerOf(actor: Actor, spec: Spec, seq: number, at: Instant, payloadHash: string): CommandHeader {
  return {
    v: COMMAND_VERSION,
    id: spec.id,
    stream: { kind: spec.kind, id: spec.stream },
    type: spec.type,
    office: actor.office,
    by: actor.person.id,
    personKey: actor.signing.keyId,
    device: actor.device.id,
    seq,
    at,
    basis: {
      version: spec.version,
      ...(spec.after === null ? {} : { after: spec.after }),
      ...(spec.file === undefined ? {} : { file: spec.file }),
    },
    ...(spec.replaces === null ? {} : { replaces: spec.replaces }),
    payloadHash,
    files: spec.files?.map(({ hash, size, type }) => ({ hash, size, type })) ?? [],
  };
}
