import { useEffect, useMemo } from 'preact/hooks';
import type { CaseView } from '../../local/types.ts';
import { useBench } from '../desk.tsx';

/** Several cases opened whole, in the order of their ids: `undefined` while one is being opened, `null` when it is not here. */
export function useWhole(ids: readonly string[]): readonly (CaseView | null | undefined)[] {
  const { local } = useBench();
  const key = ids.join();
  const watched = useMemo(() => ids.map((one) => local.watchCase(one)), [local, key]);
  useEffect(
    () => () => {
      for (const one of watched) one.close();
    },
    [watched],
  );
  return watched.map((one) => one.view.value);
}
