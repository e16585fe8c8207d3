import { useId } from 'preact/hooks';
import type { Office } from '../../domain/office.ts';
import styles from './admin.module.css';

interface OfficeProps {
  readonly offices: readonly Office[];
  readonly value: string;
  readonly error: string | undefined;
  /** What choosing none means, where it means something. */
  readonly none?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Which office: every one of the catalogue. */
export function OfficeSelect({ offices, value, error, none, onChange }: OfficeProps) {
  const id = useId();
  return (
    <div>
      <label class={styles.label} for={id}>
        单位
      </label>
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
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{none ?? '请选择'}</option>
        {offices.map((office) => (
          <option key={office.id} value={office.id}>
            {office.name}
          </option>
        ))}
      </select>
    </div>
  );
}
