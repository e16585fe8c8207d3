import type { Case } from '../../src/domain/case.ts';
import type { CaseCommand, CasePayloads } from '../../src/domain/commands.ts';
import { addDays, type LegalDate } from '../../src/domain/time.ts';
import { act } from './handlingActs.ts';

/** What stories say beside a case: one of a few numbers, and of the first flag that it is in order. */
export function beside(type: 'copied' | 'settle', { flags }: Case, other: number): CaseCommand {
  if (type === 'copied') return act(type, { number: `XT-${other}` });
  const [flag] = flags;
  return act(type, flag ? { flag: { code: flag.code, at: flag.at }, reason: 'inOrder' } : {});
}

/** Not kept: told to be mended the first time. */
export const unmet = ({ promiseChecks }: Case, today: LegalDate): Partial<CasePayloads['verifyPromise']> => ({
  ...{ met: false, lines: ['drawing'] },
  ...(promiseChecks?.at(-1)?.met === false ? {} : { mendBy: addDays(today, 1) }),
});
