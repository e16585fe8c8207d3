import type { Case } from '../../../domain/case.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { emptyContent, type IntakeContent } from './content.ts';

/** Who comes with the papers of several people. */
const AGENT = 'agent';

/**
 * What the next applicant of the same agent has in common with the last one: the item, the choices about the situation and
 * the agent. What is typed of a person or a thing is asked anew.
 */
export function nextOf(found: Case, guide: CompleteGuide): IntakeContent {
  const chosen = guide.questions.filter((one) => one.kind === 'choice').map((one) => one.id);
  return {
    ...emptyContent(found.channel),
    item: found.item,
    guide: guide.id,
    guideVersion: guide.version,
    step: 'situation',
    answers: Object.fromEntries(Object.entries(found.answers).filter(([id]) => chosen.includes(id))),
    parties: found.parties.filter((party) => party.role === AGENT),
    // They share a batch receipt, which the agent signs for once.
    sitting: found.sitting ?? found.id,
  };
}

export const hasAgent = (found: Case): boolean => found.parties.some((party) => party.role === AGENT);
