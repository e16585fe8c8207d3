import * as v from 'valibot';
import { ACCESS_COMMANDS, type AccessCommand, type AccessCommandType } from '../../domain/commands.ts';
import type { CaseFile } from '../../domain/files.ts';
import type { Refusal } from '../../domain/result.ts';
import { CASE_COMMANDS, type CaseCommandType } from '../../domain/transitions.ts';
import type { CommandHeader } from '../../protocol/command.ts';
import { ACCESS_PAYLOADS, CASE_PAYLOADS, SLIP_PAYLOAD } from '../../protocol/payloads.ts';
import { ACCESS_STREAM } from '../access/accessChain.ts';
import type { CommandContent } from './opened.ts';

/** What a command says, by the schema of its type; or why it cannot be said. */
export function contentOf(header: CommandHeader, payload: unknown): CommandContent | Refusal {
  const { type, stream } = header;
  if (type === 'issueSlip') {
    if (stream.kind !== 'slip') return mismatch(header);
    const parsed = v.safeParse(SLIP_PAYLOAD, payload);
    return parsed.success ? { kind: 'slip', payload: parsed.output } : malformed(parsed.issues[0]);
  }
  if (isAccessCommand(type)) {
    // The one stream of who may do what is nobody's to write to with a device's key.
    if (stream.kind !== 'access' || stream.id === ACCESS_STREAM) return mismatch(header);
    const parsed = v.safeParse(ACCESS_PAYLOADS[type], payload);
    if (!parsed.success) return malformed(parsed.issues[0]);
    return { kind: 'access', ...({ type, payload: parsed.output } as AccessCommand) };
  }
  if (!isCaseCommand(type)) return { code: 'command.unknownType', facts: { type } };
  if (stream.kind !== 'case') return mismatch(header);
  const parsed = v.safeParse(CASE_PAYLOADS[type], payload);
  return parsed.success ? { kind: 'case', type, payload: parsed.output } : malformed(parsed.issues[0]);
}

/** Whether the files that the person signed for are those of the payload, in their order: the header alone outlives it. */
export function namesTheSameFiles({ files }: CommandHeader, { payload }: CommandContent): boolean {
  const named = (payload as { files?: readonly CaseFile[] }).files ?? [];
  return (
    named.length === files.length &&
    files.every(({ hash, size, type }, index) => {
      const one = named[index];
      return one?.hash === hash && one.size === size && one.type === type;
    })
  );
}

const isCaseCommand = (type: string): type is CaseCommandType => CASE_COMMANDS.some((one) => one === type);
const isAccessCommand = (type: string): type is AccessCommandType =>
  ACCESS_COMMANDS.some((one) => one === type);

const mismatch = ({ type, stream }: CommandHeader): Refusal => ({
  code: 'command.streamMismatch',
  facts: { type, kind: stream.kind },
});

/** Where the payload is wrong, never what stood there. */
const malformed = (issue: v.BaseIssue<unknown>): Refusal => ({
  code: 'payload.malformed',
  facts: { path: v.getDotPath(issue) ?? '' },
});
