import type { IconNode } from 'lucide';
import { h } from 'preact';

export interface IconProps {
  /** Icon data imported by name: `import { Check } from 'lucide'` (the bundler keeps only those named). */
  readonly of: IconNode;
  /** Any CSS length; default 1.25em. */
  readonly size?: string | undefined;
}

/** Decoration only: hidden from assistive technology, so a word always stands beside it. */
export function Icon({ of, size = '1.25em' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {of.map(([tag, attributes], at) => h(tag, { key: at, ...attributes }))}
    </svg>
  );
}
