import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '../../local/photo/shape.ts';

export interface Sized<E extends HTMLElement> {
  /** Give it to the element as its `ref`. */
  readonly ref: (element: E | null) => void;
  readonly element: E | null;
  /** Pixels inside its padding; nothing until it is there. */
  readonly size: Size;
}

/** The size of an element on the screen, followed while it stands. */
export function useSize<E extends HTMLElement>(): Sized<E> {
  const [element, ref] = useState<E | null>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return { ref, element, size };
}
