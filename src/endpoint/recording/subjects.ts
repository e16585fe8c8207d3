import { createHash } from 'node:crypto';
import type { CaseEvent } from '../../domain/case.ts';
import { formatCaseNumber, parseCaseNumber } from '../../domain/caseNumber.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import type { Rules } from '../../domain/rules.ts';
import type { DecideContext } from '../../domain/scene.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { CommandContent } from '../opening/opened.ts';
import type { WorkingSet } from './workingSet.ts';

/** As it stands on the receipt: the store compares numbers without hyphens. */
export function printed(key: string): string {
  const parts = parseCaseNumber(key);
  return parts ? formatCaseNumber(parts) : key;
}

/** The hash of what a receipt is about; undefined for everything else, and where the case does not say it. */
export function subjectKeyOf(content: CommandContent, rules: Rules): string | undefined {
  if (content.kind !== 'case' || content.type !== 'receive') return undefined;
  const payload = content.payload as CasePayloads['receive'];
  const item = rules.item(payload.item);
  const subject = item && subjectOf(payload, item);
  return subject === undefined
    ? undefined
    : createHash('sha256').update(`${payload.item}\n${subject}`).digest('base64url');
}

/**
 * Town and district have the same right to receive, so the same matter may come in twice: both stand, nothing is refused,
 * and whoever looks at the second one is told which the first is. What one hall has twice its own list shows.
 */
export function duplicateFlags(
  key: string | undefined,
  work: WorkingSet,
  { at, office }: Pick<DecideContext, 'at' | 'office'>,
): CaseEvent[] {
  const numbers = key === undefined ? [] : work.sameElsewhere(key, office).map(printed);
  if (numbers.length === 0) return [];
  return [{ type: 'flagged', data: { code: 'case.likelyDuplicate', facts: { numbers }, at } }];
}
