import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

const count = signal(0);

/** Whether something typed is open somewhere: nothing may load the page anew then. */
export const someFormOpen = computed(() => count.value > 0);

/** Says that a form is open, until the returned function is called. Forms may stand on top of each other. */
export function holdForm(): () => void {
  let held = true;
  count.value = count.peek() + 1;
  return () => {
    if (held) count.value = count.peek() - 1;
    held = false;
  };
}

const keepers = new Set<() => Promise<void>>();

/** While the component stands, `keep` writes what is typed in it when the screen is about to be locked. */
export function useKeeper(keep: () => Promise<void>): void {
  useLayoutEffect(() => {
    keepers.add(keep);
    return () => {
      keepers.delete(keep);
    };
  }, [keep]);
}

/** Writes down everything typed and not kept yet; resolves also when something could not be written. */
export async function keepForms(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}

/** Holds a form open while the component stands and `open` is true. */
export function useOpenForm(open = true): void {
  useLayoutEffect(() => (open ? holdForm() : undefined), [open]);
}
