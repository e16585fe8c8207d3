import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import styles from './empty.module.css';
import { Icon } from './icon.tsx';

export interface EmptyProps {
  /** What will appear here: 「今天收的件会列在这里」. */
  readonly what: string;
  /** How it gets here. */
  readonly how: string;
  readonly icon?: IconNode | undefined;
  readonly action?: ComponentChildren;
}

export function Empty({ what, how, icon, action }: EmptyProps) {
  return (
    <div class={styles.empty}>
      {icon && <Icon of={icon} size="32px" />}
      <p class={styles.what}>{what}</p>
      <p>{how}</p>
      {action}
    </div>
  );
}
