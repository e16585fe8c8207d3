import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { fillsScreen } from '../../parts/page.tsx';
import { usePainted } from '../painted.ts';

/** How far down a case is drawn: its head and what can be done; what is written of it; the first papers; everything. */
export type Depth = 0 | 1 | 2 | 3;

export const HEAD: Depth = 0;
export const FILE: Depth = 1;
export const PAPERS: Depth = 2;
export const WHOLE: Depth = 3;

/**
 * As much as the screen has room for, and all of it once that is painted: whoever opens a case does not wait for what they
 * cannot see yet (`case.open.p95`). A step at a time: what is drawn is measured, since notices take as much room as they do.
 * @param table what is drawn last; without it there is nothing to draw
 */
export function useDepth(table: RefObject<Element | null>, least: Depth): Depth {
  const painted = usePainted();
  const depth = useSignal<Depth>(HEAD);
  const now = depth.value > least ? depth.value : least;
  useLayoutEffect(() => {
    if (now >= PAPERS || !table.current || fillsScreen(table.current)) return;
    depth.value = now === HEAD ? FILE : PAPERS;
  }, [now, depth, table]);
  return painted ? WHOLE : now;
}
