import { checklistOf } from './checklist.ts';
import type { Answers } from './condition.ts';
import { type CaseFile, MAX_FILES, SIGNATURE, stepFiles } from './files.ts';
import type { CompleteGuide } from './guide.ts';
import type { Refusal } from './result.ts';

/**
 * Whether these files may come to a case that has some already.
 * @param own what files of this one act may be for besides
 */
export function checkFiles(
  files: readonly CaseFile[] | undefined,
  before: readonly CaseFile[] | undefined,
  guide: CompleteGuide,
  answers: Answers,
  own: readonly string[] = [],
): Refusal | undefined {
  const fresh = files ?? [];
  const known = new Set((before ?? []).map((one) => one.hash));
  if (fresh.length + known.size > MAX_FILES)
    return { code: 'files.tooMany', facts: { count: fresh.length + known.size, most: MAX_FILES } };
  const lines = new Set([
    ...checklistOf(guide, answers).map((line) => line.material.id),
    ...guide.steps.map((step) => stepFiles(step.id)),
    SIGNATURE,
    ...own,
  ]);
  for (const { hash, for: paper } of fresh) {
    if (known.has(hash)) return { code: 'files.twice', facts: {} };
    known.add(hash);
    if (!lines.has(paper)) return { code: 'files.unknownLine', facts: { material: paper } };
  }
  return undefined;
}
