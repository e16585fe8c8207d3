import { relevantAnswers } from '../../../domain/checklist.ts';
import type { Answers } from '../../../domain/condition.ts';
import type { CompleteGuide, Guide } from '../../../domain/guide.ts';
import type { Item } from '../../../domain/item.ts';
import { isComplete } from '../../../domain/rules.ts';
import type { NewSlip } from '../../local/types.ts';
import { askedLines } from '../intake/told.ts';

/** Everything that this situation asks for, on paper, before anything is handed in (一次性告知). */
export function oneTimeNotice(item: Item, guide: CompleteGuide, answers: Answers): NewSlip {
  return {
    kind: 'oneTimeNotice',
    item: item.id,
    guide: guide.id,
    guideVersion: guide.version,
    answers: answersWithoutText(guide, answers),
    lines: askedLines(guide, answers),
    referTo: '',
    text: '',
  };
}

export interface Referral {
  readonly referTo: string;
  readonly text: string;
}

/** Where a person was sent, and why (首问负责): nobody leaves without paper. */
export function firstInquiry(
  item: Item | undefined,
  guide: Guide | undefined,
  answers: Answers,
  { referTo, text }: Referral,
): NewSlip {
  return {
    kind: 'firstInquiry',
    item: item?.id ?? null,
    guide: guide?.id ?? null,
    guideVersion: guide?.version ?? null,
    answers: isComplete(guide) ? answersWithoutText(guide, answers) : {},
    lines: [],
    referTo: referTo.trim(),
    text: text.trim(),
  };
}

/** A slip carries no personal data, and people write names into free text. */
function answersWithoutText(guide: CompleteGuide, answers: Answers): Answers {
  const free = new Set(guide.questions.filter((one) => one.kind === 'text').map((one) => one.id));
  return Object.fromEntries(Object.entries(relevantAnswers(guide, answers)).filter(([id]) => !free.has(id)));
}
