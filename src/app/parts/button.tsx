import type { IconNode } from 'lucide';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import { actions } from './words.ts';

export interface ButtonProps {
  /** The word on the button: what will happen. */
  readonly children: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly icon?: IconNode | undefined;
  /** Keeps word, width and focus; further presses do nothing. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Takes the whole width of its container. */
  readonly wide?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Key shown on the button at a counter; the key itself is registered with `useShortcuts`. */
  readonly shortcut?: string | undefined;
  /** What the word does not say, for a screen reader: 「容缺：身份证」. Must begin with the word. */
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly autofocus?: boolean | undefined;
  /** Renders a link that looks like a button. */
  readonly href?: string | undefined;
  /** The link is kept as a file of this name instead of being opened. */
  readonly download?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
}

export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', icon, busy = false, shortcut } = props;
  const inside = (
    <>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
      {shortcut && (
        <span class={styles.key} aria-hidden="true">
          {shortcut}
        </span>
      )}
      {busy && <span class="unseen">，{actions.busy}</span>}
    </>
  );
  const shared = {
    class: styles.button,
    'data-kind': kind,
    'data-wide': props.wide ? '' : undefined,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
  };
  if (props.href !== undefined) {
    return (
      <a {...shared} href={props.href} download={props.download} onClick={props.onClick}>
        {inside}
      </a>
    );
  }
  const press = (event: MouseEvent) => {
    if (busy) event.preventDefault();
    else props.onClick?.(event);
  };
  return (
    <button
      {...shared}
      type={props.type ?? 'button'}
      disabled={props.disabled ?? false}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      autofocus={props.autofocus ?? false}
      onClick={press}
    >
      {inside}
    </button>
  );
}
