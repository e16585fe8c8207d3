import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from './desk.tsx';

/** True once what was drawn first has been painted: what is out of view need not keep it waiting. */
export function usePainted(): boolean {
  const { timer } = useDesk();
  const painted = useSignal(false);
  useEffect(() => {
    let cancel: () => void = () => undefined;
    const frame = requestAnimationFrame(() => {
      cancel = timer.after(0, () => {
        painted.value = true;
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancel();
    };
  }, [painted, timer]);
  return painted.value;
}
