import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Case, CaseEvent, Flag } from '../../domain/case.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import { DUPLICATE_FLAG } from '../../domain/flags.ts';
import { CommandHeader } from '../../protocol/command.ts';
import type { EventHeader } from '../../protocol/record.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import { ACCESS_STREAM } from '../access/accessChain.ts';
import type { StreamEnd } from '../store/recordingPort.ts';
import type { EventFound, SignedCommand } from '../store/store.ts';
import { eventHeaderOf, verifyChain } from './chain.ts';
import { keyIdOfSpki, sha256, type Verifier } from './keys.ts';
import { caseAfter, columnsOf } from './streamState.ts';

/** What is wrong, with the event that shows it; 0 = the stream as a whole. */
export interface Fault {
  readonly version: number;
  readonly what: string;
}

export interface Signer {
  readonly person: string;
  readonly publicKey: string;
}

/** Everything that a stream is verified against. */
export interface Proof {
  readonly commands: ReadonlyMap<string, SignedCommand>;
  /** By key id. */
  readonly signers: ReadonlyMap<string, Signer>;
  readonly verifier: Verifier;
}

/**
 * What is wrong with a stream: its chain, the signed commands that its events stand for, and the state that follows
 * from them. Nothing that was deleted as the law says (data and payloads with their salts) is a fault.
 */
export function verifyStream(stream: StreamEnd, events: readonly EventFound[], proof: Proof): Fault[] {
  const kind = stream.kind as EventHeader['stream']['kind'];
  const faults: Fault[] = [...verifyChain(events, stream.head, { kind, id: stream.id })];
  if (stream.version !== events.length) faults.push({ version: 0, what: 'version' });
  // Those who administer act over a session: no device's key has signed it, and only this one stream is theirs.
  if (stream.id !== ACCESS_STREAM)
    faults.push(...commandFaults(events, proof), ...stateFaults(stream, events));
  else if (kind !== 'access') faults.push({ version: 0, what: 'kind' });
  // In the order in which the chain was written, so that the first fault is the first link that is broken.
  return faults.sort((a, b) => (a.version || Infinity) - (b.version || Infinity));
}

function commandFaults(events: readonly EventFound[], proof: Proof): Fault[] {
  const faults: Fault[] = [];
  const checked = new Map<string, string | undefined>();
  const last = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    const version = index + 1;
    const header = eventHeaderOf(event.header);
    if (!header) continue;
    const command = proof.commands.get(header.command);
    const aside =
      command !== undefined && (isDeposit(header, event, command) || isTwin(header, event, command));
    if (!aside) last.set(header.command, version);
    if (!checked.has(header.command)) checked.set(header.command, commandFault(command, proof));
    const what = checked.get(header.command) ?? (command && mismatch(header, command, aside));
    if (what !== undefined) faults.push({ version, what });
  }
  for (const [id, version] of last) {
    const command = proof.commands.get(id);
    if (command && Number(command.version) !== version) faults.push({ version, what: 'command.version' });
  }
  return faults;
}

/** Whether a stored command is what the person signed whom it names. */
function commandFault(command: SignedCommand | undefined, { signers, verifier }: Proof): string | undefined {
  if (!command) return 'command.missing';
  const header = headerOf(command);
  if (!header || header.id !== command.id || sha256(command.header) !== command.headerHash)
    return 'command.header';
  const signer = signers.get(header.personKey);
  if (!signer || keyIdOfSpki(signer.publicKey) !== header.personKey) return 'command.key';
  if (signer.person !== header.by) return 'command.signer';
  if (!verifier.verify(signer.publicKey, command.header, command.signature)) return 'command.signature';
  const { payload, salt } = command;
  if (payload === null) return undefined;
  const covered =
    salt !== null && sha256(payloadBytes(Buffer.from(salt, 'base64url'), payload)) === header.payloadHash;
  return covered ? undefined : 'command.payload';
}

/**
 * A deposit is signed in a stream of its own, and the case that it is for hears of it, by an event whose command stands
 * elsewhere. It must be that slip's, as long as the slip has not been deleted by law.
 */
function isDeposit({ stream, type }: EventHeader, event: EventFound, command: SignedCommand): boolean {
  const header = headerOf(command);
  if (stream.kind !== 'case' || header?.stream.kind !== 'slip') return false;
  if (type === 'flagged') return true;
  if (type !== 'papersDeposited') return false;
  const numberIn = (text: string | null) => (JSON.parse(text ?? '{}') as { number?: unknown }).number;
  try {
    const known = command.payload !== null && event.data !== null;
    return !known || numberIn(command.payload) === numberIn(event.data);
  } catch {
    // No JSON is no deposit.
    return false;
  }
}

/** A receipt at another hall leaves its number on the case that is about the same. */
function isTwin({ stream, type }: EventHeader, event: EventFound, command: SignedCommand): boolean {
  const header = headerOf(command);
  const receipt = header?.stream.kind === 'case' && header.type === 'receive';
  if (stream.kind !== 'case' || type !== 'flagged' || !receipt || header.stream.id === stream.id)
    return false;
  if (command.payload === null || event.data === null) return true;
  try {
    const { number } = JSON.parse(command.payload) as { number?: unknown };
    const { code, facts } = JSON.parse(event.data) as Partial<Flag>;
    const plain = (said: unknown) => String(said).replaceAll('-', '');
    return code === DUPLICATE_FLAG && plain(facts?.numbers) === plain(number);
  } catch {
    // No JSON is no flag.
    return false;
  }
}

/** Whether an event says what the command that caused it says. */
function mismatch(event: EventHeader, command: SignedCommand, aside: boolean): string | undefined {
  if (event.commandHash !== command.headerHash) return 'command.hash';
  const header = headerOf(command);
  const same =
    header !== undefined &&
    (aside || (header.stream.id === event.stream.id && header.stream.kind === event.stream.kind)) &&
    header.by === event.by &&
    header.office === event.office &&
    header.device === event.device &&
    header.at === event.at;
  return same ? undefined : 'command.differs';
}

function headerOf(command: SignedCommand): CommandHeader | undefined {
  try {
    const parsed = v.safeParse(CommandHeader, JSON.parse(command.header));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // No JSON is no header.
    return undefined;
  }
}

/** The state, and what search reads of it, must follow from the events; unless some of their data was deleted. */
function stateFaults(stream: StreamEnd, events: readonly EventFound[]): Fault[] {
  if (events.some((event) => event.data === null)) return [];
  try {
    const replayed = replayOf(stream, events);
    const stored: unknown = stream.state === null ? null : JSON.parse(stream.state);
    if (!isDeepStrictEqual(stored, JSON.parse(JSON.stringify(replayed))))
      return [{ version: 0, what: 'state' }];
    const { numberKey, item, status, hall } = stream;
    return isDeepStrictEqual({ numberKey, item, status, hall }, columnsOf(replayed))
      ? []
      : [{ version: 0, what: 'search' }];
  } catch {
    // Data that no event can have: the chain says which.
    return [{ version: 0, what: 'state' }];
  }
}

function replayOf({ kind, id }: StreamEnd, events: readonly EventFound[]): Case | SlipIssued | null {
  // What somebody did with a device's data leaves no state.
  if (kind === 'access') return null;
  return kind === 'slip' ? slipOf(events) : caseOf(id, events);
}

function caseOf(id: string, events: readonly EventFound[]): Case | null {
  return events.reduce<Case | null>((now, { type, data }, index) => {
    const event = { type, data: JSON.parse(data ?? 'null') as unknown } as CaseEvent;
    return caseAfter(now, event, id, index + 1);
  }, null);
}

function slipOf(events: readonly EventFound[]): SlipIssued | null {
  const issued = events.find((event) => event.type === 'slipIssued');
  return issued ? (JSON.parse(issued.data ?? 'null') as SlipIssued | null) : null;
}
