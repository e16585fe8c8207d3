import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import styles from './tool.module.css';

export interface ToolProps {
  /** What it does, in one or two words. */
  readonly children: string;
  readonly icon: IconNode;
  readonly onClick: () => void;
  readonly disabled?: boolean | undefined;
  /** It takes something away. */
  readonly danger?: boolean | undefined;
}

/** A small button beside a picture: the sign over its word, so that six stand in a row on a telephone. */
export function Tool({ children, icon, onClick, disabled = false, danger = false }: ToolProps) {
  return (
    <button
      type="button"
      class={styles.tool}
      data-danger={danger ? '' : undefined}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon of={icon} />
      <span>{children}</span>
    </button>
  );
}

export function Tools({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class={styles.tools} aria-label={label}>
      {children}
    </fieldset>
  );
}
