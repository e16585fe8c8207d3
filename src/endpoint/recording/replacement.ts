import type { CasePayloads } from '../../domain/commands.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Replaced } from '../../domain/scene.ts';
import { type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { CommandHeader } from '../../protocol/command.ts';
import type { CommandContent, Opened } from '../opening/opened.ts';
import type { RefusedContent } from '../store/recordingPort.ts';
import type { WorkingSet } from './workingSet.ts';

/** What is replaced must have been refused, and belong to the same stream. */
export function judgeReplacement({ replaces, stream }: CommandHeader, work: WorkingSet): Refusal | undefined {
  if (replaces === undefined) return undefined;
  const old = work.known.get(replaces);
  if (!old || (old.outcome !== 'refused' && old.outcome !== 'turnedAway') || old.mendedBy)
    return { code: 'replaces.notRefused', facts: { replaces } };
  return old.stream !== null && old.stream !== stream.id
    ? { code: 'replaces.otherStream', facts: { replaces } }
    : undefined;
}

/**
 * What is known here of the command that one replaces. The printed day is borne out only by a receipt that was refused
 * under the same number: of several, each in the place of the one before, the first counts.
 */
export async function replacedBy({ header, content }: Opened, work: WorkingSet): Promise<Replaced | null> {
  if (header.replaces === undefined) return null;
  const number =
    content.kind === 'case' && content.type === 'receive' ? numberOf(content.payload) : undefined;
  let receivedNotBefore: LegalDate | null = null;
  const seen = new Set<string>();
  for (let next: string | undefined = header.replaces; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const old: RefusedContent | undefined = await work.tx.refusedContent(next);
    if (!old) break;
    const said = JSON.parse(old.header) as CommandHeader;
    if (said.type !== 'receive' || said.stream.id !== header.stream.id) break;
    if (old.payload === null || old.legalAt === null || numberOf(JSON.parse(old.payload)) !== number) break;
    receivedNotBefore = legalDateOf(old.legalAt);
    next = said.replaces;
  }
  return { receivedNotBefore };
}

const numberOf = (payload: unknown): string | undefined => (payload as { number?: string }).number;

/** What is recorded stands: it can be undone by an act on the case, never by putting the command aside. */
export async function judgeSetAside({ content }: Opened, work: WorkingSet): Promise<Refusal | undefined> {
  const command = putAside(content);
  if (command === null) return undefined;
  await work.learn([command]);
  return work.known.get(command)?.outcome === 'recorded'
    ? { code: 'setAside.recorded', facts: { command } }
    : undefined;
}

/** The command that one puts aside. */
export function putAside(content: CommandContent): string | null {
  if (content.kind !== 'case' || content.type !== 'setAside') return null;
  return (content.payload as CasePayloads['setAside']).command;
}
