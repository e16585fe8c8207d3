import { type FilledPart, type IntakeFacts, intakeValue } from '../../../domain/filledForm.ts';
import type { TargetSystem } from '../../../domain/item.ts';

/** A field of the system of record. */
export interface CopyRow {
  readonly label: string;
  /** None: the intake does not know it, and it is typed by hand. */
  readonly parts: readonly FilledPart[];
}

/** The fields in the order in which that system asks for them. */
export function copyRows(target: TargetSystem, facts: IntakeFacts): readonly CopyRow[] {
  return target.fields.map(({ label, from }) => ({ label, parts: from ? intakeValue(from, facts) : [] }));
}

/**
 * What lands on the clipboard: a number without its unit, as a system's field takes it.
 * @param clear gives a covered number in full, or nothing when the asking for it was refused
 */
export async function copyText(
  parts: readonly FilledPart[],
  clear: (number: NonNullable<FilledPart['number']>) => Promise<string | undefined>,
): Promise<string | undefined> {
  const texts: string[] = [];
  for (const { text, bare = text, number } of parts) {
    const said = number ? await clear(number) : bare;
    if (said === undefined) return undefined;
    texts.push(said);
  }
  return texts.join('、');
}
