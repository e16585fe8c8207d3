import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Notice } from './notice.tsx';

export interface ReasonDialogProps {
  readonly heading: string;
  /** The word on the button: what will happen. */
  readonly act: string;
  /** It takes something away that does not come back by itself. */
  readonly danger?: boolean | undefined;
  /** Where the reason goes. */
  readonly hint: string;
  /** What is written, where it is not a reason. */
  readonly label?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly busy: boolean;
  readonly trouble?: { readonly what: string; readonly todo: string } | null | undefined;
  /** What will come of it, said before. */
  readonly children?: ComponentChildren;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** An act of administration that is recorded with its reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const reason = useSignal('');
  return (
    <Dialog
      open
      heading={props.heading}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>不改了</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            disabled={reason.value.trim() === ''}
            onClick={() => props.onConfirm(reason.value.trim())}
          >
            {props.act}
          </Button>
        </>
      }
    >
      {props.trouble && <Notice kind="problem" heading={props.trouble.what} todo={props.trouble.todo} />}
      {props.children}
      <Field
        label={props.label ?? '原因'}
        hint={props.hint}
        value={reason.value}
        maxLength={props.maxLength ?? 200}
        rows={2}
        width="full"
        onInput={(value) => {
          reason.value = value;
        }}
      />
    </Dialog>
  );
}
