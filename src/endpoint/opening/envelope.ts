import type { KeyObject } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Refusal } from '../../domain/result.ts';
import { COMMAND_VERSION, CommandHeader, Envelope, Id, WireCommand } from '../../protocol/command.ts';
import { commandSealText, envelopeText, MAX_OPENED_BYTES, SEAL_COMMAND } from '../../protocol/sealing.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import { isSignedBy, sha256 } from '../recording/keys.ts';
import { contentOf, namesTheSameFiles } from './content.ts';
import type { Keys } from './keyRing.ts';
import type { Arrived, Opened, Refused, SealedElsewhere } from './opened.ts';
import type { Seals } from './seals.ts';

/** What one element of a batch is, as far as it can be said without what the store knows of cases. */
export function readElement(element: unknown, carrier: string, keys: Keys, seals: Seals): Arrived {
  const parsed = v.safeParse(Envelope, element);
  if (!parsed.success) {
    const id = v.safeParse(v.object({ id: Id }), element);
    const came = { id: id.success ? id.output.id : '', envelope: null, headerHash: null };
    return { ...came, ...refuse('command.malformed') };
  }
  const frame = parsed.output;
  const came = { id: frame.id, envelope: JSON.stringify(frame) };
  const command = openEnvelope(frame, carrier, keys, seals);
  if ('is' in command) return { ...came, headerHash: null, ...command };
  return { ...came, headerHash: sha256(command.header), ...readCommand(frame, command, keys) };
}

type Refusing = Pick<Refused, 'is' | 'refusal' | 'stream'>;

/** The command in an envelope, or why there is none. */
function openEnvelope(
  envelope: Envelope,
  carrier: string,
  keys: Keys,
  seals: Seals,
): WireCommand | Refusing | Pick<SealedElsewhere, 'is'> {
  const { id, origin, key } = envelope;
  const originKey = keys.device(origin);
  if (!originKey) return refuse('envelope.deviceUnknown');
  // A device has signed the whole batch that it sends, its own envelopes in it.
  if (origin !== carrier && !isEnvelopeOf(originKey, envelope)) return refuse('envelope.signatureInvalid');
  const packed = seals.open(SEAL_COMMAND, commandSealText(id, origin, key), envelope);
  if (packed === 'unknownKey') return { is: 'sealedElsewhere' };
  const text = packed && unpack(packed);
  if (text === undefined) return refuse('seal.unopenable');
  const command = v.safeParse(WireCommand, parseJson(text));
  return command.success ? command.output : refuse('command.malformed');
}

function isEnvelopeOf(key: KeyObject, envelope: Envelope): boolean {
  const bodyHash = sha256(Buffer.from(envelope.body, 'base64url'));
  const text = envelopeText(envelope.id, envelope.origin, envelope, bodyHash);
  return isSignedBy(key, text, envelope.signature);
}

/** Undefined for what is not deflated, or unpacks to more than any command is. */
function unpack(packed: Buffer): string | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_OPENED_BYTES }).toString('utf8');
  } catch {
    // Whoever sealed it did not seal a command.
    return undefined;
  }
}

type Reading = Omit<Opened, 'id' | 'envelope' | 'headerHash'>;

/** The header and payload of a command, rightly signed; or why they are not. */
function readCommand({ id, origin }: Envelope, command: WireCommand, keys: Keys): Reading | Refusing {
  const { header: headerText, signature, payload, salt, fileKeys = [] } = command;
  const claimed = parseJson(headerText);
  const parsed = v.safeParse(CommandHeader, claimed);
  const version = parsed.success ? parsed.output.v : versionIn(claimed);
  if (version > COMMAND_VERSION)
    return refuse('command.versionTooNew', null, { version, newest: COMMAND_VERSION });
  if (!parsed.success || parsed.output.id !== id || parsed.output.device !== origin)
    return refuse('command.malformed');
  const header = parsed.output;
  const stream = header.stream.id;
  if (sha256(payloadBytes(Buffer.from(salt, 'base64url'), payload)) !== header.payloadHash)
    return refuse('payload.hashMismatch', stream);
  const content = contentOf(header, parseJson(payload));
  if ('code' in content) return refuse(content.code, stream, content.facts);
  if (fileKeys.length !== header.files.length || !namesTheSameFiles(header, content))
    return refuse('files.mismatch', stream);
  const forged = whyForged(header, command, keys);
  if (forged !== undefined) return refuse(forged, stream);
  return { is: 'command', header, headerText, signature, content, payload, salt, fileKeys };
}

/** The version of a header that this build cannot read otherwise; 0 when it has none. */
function versionIn(claimed: unknown): number {
  const found = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), claimed);
  return found.success ? found.output.v : 0;
}

/** Why it cannot be the act of the person that it names. */
function whyForged({ personKey, by }: CommandHeader, command: WireCommand, keys: Keys): string | undefined {
  const signer = keys.person(personKey);
  if (!signer) return 'signature.keyUnknown';
  if (signer.person !== by) return 'signature.notTheirs';
  return isSignedBy(signer.key, command.header, command.signature) ? undefined : 'signature.invalid';
}

const refuse = (code: string, stream: string | null = null, facts: Refusal['facts'] = {}): Refusing => ({
  is: 'refused',
  refusal: { code, facts },
  stream,
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not an object either; the schema says so.
    return undefined;
  }
}
