import type { IconNode } from 'lucide';
import styles from './icon.module.css';
import { lineOf } from './iconLine.ts';

export interface IconProps {
  /** Icon data imported by name: `import { Check } from 'lucide'` (the bundler keeps only those named). */
  readonly of: IconNode;
  /** Any CSS length; default 1.25em. */
  readonly size?: string | undefined;
}

/** Decoration only: hidden from assistive technology, so a word always stands beside it. */
export function Icon({ of, size = '1.25em' }: IconProps) {
  return (
    <svg class={styles.icon} aria-hidden="true" width={size} height={size} viewBox="0 0 24 24">
      <path d={lineKept(of)} />
    </svg>
  );
}

const lines = new WeakMap<IconNode, string>();

function lineKept(icon: IconNode): string {
  const line = lines.get(icon) ?? lineOf(icon);
  lines.set(icon, line);
  return line;
}
