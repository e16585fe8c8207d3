import type { CompleteGuide } from '../../../domain/guide.ts';
import type { Item } from '../../../domain/item.ts';
import { type Result, refuse } from '../../../domain/result.ts';
import type { Saved, Submission } from '../../local/types.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { justSaved } from '../memory.ts';
import { namedIn } from '../photos/pages.ts';
import { type OutcomeValues, outcomeActs, receiveAct } from './acts.ts';
import type { IntakeContent } from './content.ts';

export interface IntakeAct {
  readonly content: IntakeContent;
  readonly item: Item;
  readonly guide: CompleteGuide;
  readonly outcome: OutcomeValues;
}

/** The receipt and what follows it, as one visit. `ok` only when it is saved. */
export async function saveIntake(
  desk: Desk,
  caseId: string,
  { content, item, guide, outcome }: IntakeAct,
  more: Pick<Submission, 'draftId' | 'replaces'>,
): Promise<Result<Saved>> {
  const { hall, local } = benchOf(desk);
  if (content.stickerTyped?.trim()) return refuse('sticker.notTaken');
  const result = await local.submit({
    caseId,
    acts: [receiveAct(content, item, guide, hall), ...outcomeActs(outcome, content.parties)],
    fileKeys: namedIn(content.files ?? [], () => true).fileKeys,
    ...more,
  });
  if (result.ok) justSaved.set(caseId, { made: result.value.case, by: local.signedIn.value?.id });
  return result;
}
