import { useSignal } from '@preact/signals';
import type { FilledPart } from '../../../domain/filledForm.ts';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** A number on a form of a case. */
export type AskedNumber = NonNullable<FilledPart['number']> & { readonly caseId: string };

const keyOf = ({ caseId, party, what }: AskedNumber): string => `${caseId} ${party} ${what}`;

/** Numbers of cases are asked for, and each asking recorded, before they are printed in full. */
export function useNumbersAsked(numbers: readonly AskedNumber[]) {
  const { local } = useBench();
  const asked = useSignal<ReadonlySet<string>>(new Set());
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const open = [...new Map(numbers.map((one) => [keyOf(one), one])).values()].filter(
    (one) => !asked.value.has(keyOf(one)),
  );
  const ask = async (): Promise<boolean> => {
    const answered = new Set(asked.peek());
    try {
      for (const one of open) {
        const result = await local.reveal(one.caseId, one.party, one.what);
        if (!result.ok) {
          trouble.value = troubleOf(result.refusal);
          return false;
        }
        answered.add(keyOf(one));
      }
      return true;
    } finally {
      asked.value = answered;
    }
  };
  const print = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = null;
    try {
      // The numbers have to stand on the paper before it is printed.
      if (await ask()) requestAnimationFrame(() => window.print());
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return { print, busy: busy.value, trouble: trouble.value, inFull: open.length === 0 };
}
