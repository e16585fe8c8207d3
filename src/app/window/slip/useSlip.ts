import { useSignal } from '@preact/signals';
import type { NewSlip } from '../../local/types.ts';
import { useBench } from '../desk.tsx';
import { justIssued } from '../memory.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import { useOnward } from '../useOnward.ts';

/** Saves a slip and opens its paper. */
export function useSlip() {
  const { local } = useBench();
  const onward = useOnward();
  const trouble = useSignal<Trouble | null>(null);
  const busy = useSignal(false);
  const issue = async (slip: NewSlip) => {
    if (busy.value) return;
    busy.value = true;
    const goOn = onward();
    try {
      const result = await local.issueSlip(slip);
      trouble.value = result.ok ? null : troubleOf(result.refusal);
      if (!result.ok) return;
      justIssued.set(result.value.id, { made: result.value, by: local.signedIn.value?.id });
      goOn(`/desk/print/slip/${result.value.id}?saved=1`);
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return { issue, trouble, busy };
}
