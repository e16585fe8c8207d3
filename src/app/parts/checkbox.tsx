import { useId } from 'preact/hooks';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export function Checkbox({ label, checked, onChange, hint, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <div class={styles.checkbox}>
      <label class={styles.label}>
        <input
          type="checkbox"
          class={styles.box}
          autocomplete="off"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class={styles.hint} id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
