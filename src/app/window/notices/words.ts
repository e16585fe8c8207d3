import type { CaseSummary } from '../../../domain/summary.ts';

/** Who took a case out of somebody's hands, and whose it is now; empty where nobody did. */
export function relievedInWords(
  { relieved = [], assigned }: Pick<CaseSummary, 'relieved' | 'assigned'>,
  person: string | undefined,
): string {
  const taken = relieved.find((one) => one.had === person);
  if (!taken) return '';
  if (!assigned) return `${taken.name}改派，现在同岗位的都可以办`;
  return assigned.person === taken.by
    ? `${taken.name}领办`
    : `${taken.name}改派，现在由${assigned.personName}承办`;
}
