import { createHash } from 'node:crypto';
import type { Case, CaseEvent } from '../../domain/case.ts';
import { formatCaseNumber, parseCaseNumber } from '../../domain/caseNumber.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import { DUPLICATE_FLAG } from '../../domain/flags.ts';
import type { Rules } from '../../domain/rules.ts';
import type { DecideContext } from '../../domain/scene.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Instant } from '../../domain/time.ts';
import type { CommandContent, Opened } from '../opening/opened.ts';
import type { Recorded } from '../store/recordingPort.ts';
import { aboutIn, type Deps, leftIn } from './deposits.ts';
import { numberIn, type WorkingSet } from './workingSet.ts';

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

const twin = (numbers: readonly string[], at: Instant): CaseEvent => ({
  type: 'flagged',
  data: { code: DUPLICATE_FLAG, facts: { numbers }, at },
});

/**
 * Town and district have the same right to receive, so the same matter may come in twice: both stand, nothing is refused,
 * and whoever looks at the second one is told which the first is. What one hall has twice its own list shows.
 */
export function duplicateFlags(
  key: string | undefined,
  work: WorkingSet,
  { at, office }: Pick<DecideContext, 'at' | 'office'>,
): CaseEvent[] {
  const same = key === undefined ? [] : work.sameElsewhere(key, office);
  return same.length === 0
    ? []
    : [
        twin(
          same.map(({ number }) => printed(number)),
          at,
        ),
      ];
}

/** So many of the same told on one case: a case travels whole, and whoever has read ten has been told. */
const MOST_TOLD = 10;

/** The other half: whoever has the first one is told of the second, under the command by which that was received. */
export function withTwinsTold(opened: Opened, recorded: Recorded, work: WorkingSet, deps: Deps): Recorded {
  const { subject, events, stream } = recorded;
  const number = numberIn(opened.content);
  const about = aboutIn(events[0]?.header);
  if (subject === undefined || number === undefined || !about || stream.kind !== 'case') return recorded;
  const told = twin([printed(number)], about.legalAt);
  const asides = work.sameElsewhere(subject, opened.header.office).flatMap(({ stream: id }) => {
    const { kind, version, head, state } = work.stream(id);
    if (kind !== 'case' || !state) return [];
    const first = { id, version, head, state: state as Case };
    const before = first.state.flags.filter((one) => one.code === DUPLICATE_FLAG).length;
    return before < MOST_TOLD ? [leftIn(first, about, [told], deps)] : [];
  });
  return asides.length === 0 ? recorded : { ...recorded, asides: [...(recorded.asides ?? []), ...asides] };
}
