import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { NOTE_LENGTH, officesOf } from './handling.ts';
import type { Item } from './item.ts';
import { checkText, signedBy } from './judged.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/** Notes on one case: it travels whole, so that it must not grow without end. */
const MOST_NOTES = 100;

/**
 * 业务指导: a note from an office that sees the case to the others that do. It changes neither state nor case file and
 * nothing waits for it, so that advice never becomes a second review.
 */
export function decideNote(
  found: Case,
  item: Item,
  { text }: CasePayloads['note'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (!isSeenBy(found, item, scene)) return refuse('note.notOurs');
  const refusal = checkText(text);
  if (refusal) return { ok: false, refusal };
  if (text.length > NOTE_LENGTH) return refuse('note.tooLong', { most: NOTE_LENGTH });
  if ((found.notes ?? []).length >= MOST_NOTES) return refuse('note.tooMany', { most: MOST_NOTES });
  return ok([{ type: 'noted', data: { ...signedBy(scene), at: scene.at, text: text.trim() } }]);
}

/** Who sees a case may write to the others that do: its offices, and whoever oversees them all. */
export const isSeenBy = (
  found: Case,
  item: Item,
  { office, roles }: Pick<Scene, 'office' | 'roles'>,
): boolean => roles.includes('supervisor') || officesOf(found, item).includes(office);
