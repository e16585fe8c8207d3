import { useId } from 'preact/hooks';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** `number` is a text box with a number pad: no spinner, and the wheel changes nothing. */
  readonly type?: 'text' | 'number' | 'date' | 'time' | 'tel' | 'search' | 'password' | undefined;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right, in words. */
  readonly error?: string | undefined;
  /** Written behind the box: 人、亩、元. */
  readonly unit?: string | undefined;
  /** Marks the few that may be left out; everything else is needed and says nothing. */
  readonly optional?: boolean | undefined;
  /** More than one line: a reason, an opinion. */
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly width?: 'short' | 'medium' | 'full' | undefined;
  readonly disabled?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  /** Off unless named: intake fields never fill themselves in with another citizen's data. */
  readonly autocomplete?:
    | 'off'
    | 'username'
    | 'current-password'
    | 'new-password'
    /** A secret of this device: browsers ignore `off` for passwords, but offer to keep no one-time code. */
    | 'one-time-code'
    | undefined;
  /** Brings up a pad of digits where the type alone would not. */
  readonly digits?: boolean | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
}

export function Field(props: FieldProps) {
  const made = useId();
  const id = props.id ?? made;
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = props.error ? `${id}-error` : undefined;
  const box = {
    id,
    name: props.name,
    class: styles.box,
    value: props.value,
    disabled: props.disabled ?? false,
    autofocus: props.autofocus ?? false,
    maxLength: props.maxLength,
    'aria-required': props.optional ? undefined : ('true' as const),
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
    autocomplete: props.autocomplete ?? 'off',
    autocapitalize: 'off' as const,
    spellcheck: false,
    inputMode: props.digits ? ('numeric' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    onBlur: () => props.onBlur?.(),
  };
  return (
    <div class={styles.field} data-width={props.width ?? 'medium'} data-bad={props.error ? '' : undefined}>
      <label class={styles.label} for={id}>
        {props.label}
        {props.optional && <span class={styles.optional}>（选填）</span>}
      </label>
      {props.hint && (
        <p class={styles.hint} id={hintId}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class={styles.error} id={errorId}>
          {props.error}
        </p>
      )}
      <div class={styles.row}>
        {props.rows ? (
          <textarea {...box} rows={props.rows} />
        ) : (
          <input {...box} {...kindOf(props.type ?? 'text')} min={props.min} max={props.max} />
        )}
        {props.unit && <span class={styles.unit}>{props.unit}</span>}
      </div>
    </div>
  );
}

// Typed as one kind: preact's types tell the inputs apart by their roles, and no role is set here.
function kindOf(type: NonNullable<FieldProps['type']>) {
  const kind = type === 'number' ? { type: 'text', inputMode: 'decimal' } : { type };
  return kind as { type: 'text'; inputMode?: 'decimal' };
}
