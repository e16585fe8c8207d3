import * as v from 'valibot';
import type { SlipPayload } from '../../domain/commands.ts';
import type { Refusal } from '../../domain/result.ts';
import { CASE_COMMANDS, type CaseCommandType } from '../../domain/transitions.ts';
import { COMMAND_VERSION, CommandHeader, Envelope, Id } from '../../protocol/command.ts';
import { CASE_PAYLOADS, SLIP_PAYLOAD } from '../../protocol/payloads.ts';
import { payloadBytes } from '../../protocol/signing.ts';
import { sha256 } from './keys.ts';

/** One element of a batch as it came, before anything in it is believed. */
export interface Arrived {
  /** Empty when there is none that could be answered to. */
  readonly id: string;
  readonly envelope: Envelope | undefined;
  /** SHA-256 of the header's text: what "same content" means. */
  readonly headerHash: string | undefined;
}

/** A command whose form is right. Who signed it is still to be judged. */
export interface Opened {
  readonly envelope: Envelope;
  readonly headerHash: string;
  readonly header: CommandHeader;
  readonly content: CommandContent;
}

export type CommandContent =
  | {
      readonly kind: 'case';
      readonly type: CaseCommandType;
      readonly payload: { readonly catalogue: number };
    }
  | { readonly kind: 'slip'; readonly payload: SlipPayload };

export function arrive(element: unknown): Arrived {
  const envelope = v.safeParse(Envelope, element);
  if (envelope.success) {
    const { id, open } = envelope.output;
    return { id, envelope: envelope.output, headerHash: sha256(open.header) };
  }
  const id = v.safeParse(v.object({ id: Id }), element);
  return { id: id.success ? id.output.id : '', envelope: undefined, headerHash: undefined };
}

/** The header and payload of an arrived element, or why they cannot be read. `stream` is what the header claims. */
export function open(arrived: Arrived): { opened: Opened } | { refusal: Refusal; stream: string | null } {
  const { envelope, headerHash } = arrived;
  if (!envelope || headerHash === undefined) return refusal('command.malformed', null);
  const claimed = parseJson(envelope.open.header);
  const version = v.safeParse(v.object({ v: v.pipe(v.number(), v.integer()) }), claimed);
  if (version.success && version.output.v > COMMAND_VERSION)
    return refusal('command.versionTooNew', null, { version: version.output.v, newest: COMMAND_VERSION });
  const parsed = v.safeParse(CommandHeader, claimed);
  if (!parsed.success || parsed.output.id !== envelope.id) return refusal('command.malformed', null);
  const header = parsed.output;
  const stream = header.stream.id;
  const { salt, payload } = envelope.open;
  if (sha256(payloadBytes(Buffer.from(salt, 'base64url'), payload)) !== header.payloadHash)
    return refusal('payload.hashMismatch', stream);
  const content = contentOf(header, parseJson(payload));
  if ('code' in content) return { refusal: content, stream };
  return { opened: { envelope, headerHash, header, content } };
}

function contentOf(header: CommandHeader, payload: unknown): CommandContent | Refusal {
  const { type, stream } = header;
  if (type === 'issueSlip') {
    if (stream.kind !== 'slip') return mismatch(header);
    const parsed = v.safeParse(SLIP_PAYLOAD, payload);
    return parsed.success ? { kind: 'slip', payload: parsed.output } : malformed(parsed.issues[0]);
  }
  if (!isCaseCommand(type)) return { code: 'command.unknownType', facts: { type } };
  if (stream.kind !== 'case') return mismatch(header);
  const parsed = v.safeParse(CASE_PAYLOADS[type], payload);
  return parsed.success ? { kind: 'case', type, payload: parsed.output } : malformed(parsed.issues[0]);
}

const isCaseCommand = (type: string): type is CaseCommandType => CASE_COMMANDS.some((one) => one === type);

const mismatch = (header: CommandHeader): Refusal => ({
  code: 'command.streamMismatch',
  facts: { type: header.type, kind: header.stream.kind },
});

/** Where the payload is wrong, never what stood there. */
const malformed = (issue: v.BaseIssue<unknown>): Refusal => ({
  code: 'payload.malformed',
  facts: { path: v.getDotPath(issue) ?? '' },
});

const refusal = (code: string, stream: string | null, facts: Refusal['facts'] = {}) => ({
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
