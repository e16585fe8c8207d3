import type { Case } from '../../domain/case.ts';
import { followUpDue, isLow, replaceableUntil } from '../../domain/feedback.ts';
import type { OfficeId } from '../../domain/office.ts';
import { type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { Evaluation, EvaluationTaken } from '../../protocol/feedback.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import type { FollowUpRow } from '../store/feedbackPort.ts';
import type { Tx } from '../store/store.ts';

/** Changes of mind that one case may bring: more is play, and every one of them is kept. */
const MOST_EVALUATIONS = 20;

/**
 * Takes an evaluation of a case. One that has been made before is replaced while there is time; a follow-up that a low
 * level has opened stays open whatever is said later, so that nothing is gained by talking somebody out of it.
 * @throws Problem evaluation.closed, evaluation.tooOften
 */
export function takeEvaluation(
  { level, words, telephone, channel }: Evaluation,
  { id, state }: { readonly id: string; readonly state: Case },
  context: Context,
): Promise<EvaluationTaken> {
  return context.store.write(async (tx) => {
    const at = context.now();
    const earlier = await tx.evaluationsOf(id);
    const until = replaceableUntil(earlier[0]?.at ?? at);
    if (legalDateOf(at) > until) throw new Problem('evaluation.closed', { until });
    if (earlier.length >= MOST_EVALUATIONS) throw new Problem('evaluation.tooOften');
    await tx.addEvaluation({
      ...{ caseId: id, sequence: earlier.length + 1, level, channel, at },
      ...{ words: words ?? null, telephone: telephone ?? null },
    });
    const due = isLow(level) ? await dueOf(tx, id, state.hall, context) : undefined;
    return { replaced: earlier.length > 0, until, ...(due === undefined ? {} : { due }) };
  });
}

/** One that is open already keeps its day: saying it again moves nothing. */
async function dueOf(tx: Tx, subject: string, office: OfficeId, context: Context): Promise<LegalDate> {
  const before = await tx.followUpOf(subject);
  if (before && before.answer === null) return before.due;
  return (await openFollowUp(tx, { kind: 'evaluation', subject, office }, context)).due;
}

/** Opens a follow-up for a supervisor, due in as many working days as the rule says. */
export async function openFollowUp(
  tx: Tx,
  what: Pick<FollowUpRow, 'kind' | 'subject' | 'office'>,
  { newId, now, today, published }: Context,
): Promise<FollowUpRow> {
  const { date: due } = followUpDue(today(), published.rules().calendar);
  const row: FollowUpRow = { ...what, id: newId(), openedAt: now(), due };
  await tx.openFollowUp(row);
  return row;
}
