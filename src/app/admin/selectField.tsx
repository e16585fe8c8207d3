import { useId } from 'preact/hooks';
import styles from './admin.module.css';

export interface SelectFieldProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly error: string | undefined;
  readonly hint?: string | undefined;
  /** What choosing none means, where it means something. */
  readonly none?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of a list too long for radios. */
export function SelectField({ label, options, value, error, hint, none, onChange }: SelectFieldProps) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label class={styles.label} for={id}>
        {label}
      </label>
      {hint && (
        <p class={styles.quiet} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        autocomplete="off"
        class={styles.select}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{none ?? '请选择'}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
