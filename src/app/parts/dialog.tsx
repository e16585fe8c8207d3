import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { useOpenForm } from './openForms.ts';
import { actions } from './words.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Says what to decide, not 「提示」. */
  readonly heading: string;
  /** Esc, the close button, or the system: the caller sets `open` to false. */
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  /** Buttons, the primary one last. Without any, a close button stands in the head. */
  readonly actions?: ComponentChildren;
  readonly wide?: boolean | undefined;
  /** Takes the whole screen, and its contents all the height: pictures. */
  readonly full?: boolean | undefined;
}

/** Modal. Focus goes back where it came from, also when the dialog is unmounted. Outside clicks do nothing. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <Opened {...rest} /> : null;
}

function Opened({ heading, onClose, children, actions: buttons, wide, full }: Omit<DialogProps, 'open'>) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  useOpenForm();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      gone.current = true;
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-wide={wide ? '' : undefined}
      data-full={full ? '' : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (!gone.current) onClose();
      }}
    >
      <div class={styles.head}>
        <h2 id={id} class={styles.heading}>
          {heading}
        </h2>
        {!buttons && (
          <Button kind="quiet" icon={X} onClick={onClose}>
            {actions.close}
          </Button>
        )}
      </div>
      <div class={styles.body}>{children}</div>
      {buttons && <div class={styles.actions}>{buttons}</div>}
    </dialog>
  );
}
