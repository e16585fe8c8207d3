import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { NewSlip } from '../../local/types.ts';
import { useBench } from '../desk.tsx';
import { justIssued } from '../memory.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** Saves a slip and opens its paper. */
export function useSlip() {
  const { local } = useBench();
  const { route } = useLocation();
  const trouble = useSignal<Trouble | null>(null);
  const busy = useSignal(false);
  const issue = async (slip: NewSlip) => {
    if (busy.value) return;
    busy.value = true;
    try {
      const result = await local.issueSlip(slip);
      trouble.value = result.ok ? null : troubleOf(result.refusal);
      if (!result.ok) return;
      justIssued.set(result.value.id, { made: result.value, by: local.signedIn.value?.id });
      // Also for whoever has gone elsewhere meanwhile: to this paper no other way leads.
      route(`/desk/print/slip/${result.value.id}?saved=1`);
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return { issue, trouble, busy };
}
