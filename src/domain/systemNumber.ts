import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import type { Signed } from './handling.ts';
import type { Item } from './item.ts';
import { signedBy } from './judged.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';
import type { Instant } from './time.ts';

/** What the system of record gave back when a case was copied into it, and who wrote it down here. */
export interface SystemNumber extends Signed {
  readonly at: Instant;
  /** As the item calls it; it may be renamed later, and then the number is still that one's. */
  readonly system: string;
  readonly number: string;
}

/** Characters of one number. */
export const SYSTEM_NUMBER_LENGTH = 60;

/** Numbers on one case: a case travels whole, so that it must not grow without end. */
const MOST_NUMBERS = 20;

/**
 * 录入系统的编号: it changes neither state nor case file. A later one stands beside the earlier ones: a slip of the pen is
 * seen, and nothing that was written down goes.
 */
export function decideCopied(
  found: Case,
  item: Item,
  { system, number }: CasePayloads['copied'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { systemNumbers = [] } = found;
  const given = number.trim();
  // Copied in a system that the item has left meanwhile is copied all the same.
  const known = [item, scene.seen.item(item.id)].some((one) => one?.target.name === system);
  if (!known) return refuse('copied.otherSystem', { system });
  if (given === '') return refuse('copied.noNumber', { system });
  if (given.length > SYSTEM_NUMBER_LENGTH) return refuse('copied.tooLong', { most: SYSTEM_NUMBER_LENGTH });
  const last = lastNumbers(found).find((one) => one.system === system);
  if (last?.number === given) return refuse('copied.same', { number: given, name: last.name });
  if (systemNumbers.length >= MOST_NUMBERS) return refuse('copied.tooMany', { most: MOST_NUMBERS });
  const data: SystemNumber = { ...signedBy(scene), at: scene.at, system, number: given };
  return ok([{ type: 'systemNumbered', data }]);
}

/** The number that counts, of each system: the last that was written down. */
export function lastNumbers({ systemNumbers = [] }: Pick<Case, 'systemNumbers'>): readonly SystemNumber[] {
  return [...new Map(systemNumbers.map((one) => [one.system, one])).values()];
}
