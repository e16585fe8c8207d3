import { useId } from 'preact/hooks';
import type { Role } from '../../domain/office.ts';
import { Checkbox } from '../parts/checkbox.tsx';
import styles from './admin.module.css';
import { roleWords } from './words.ts';

interface RoleProps {
  readonly legend?: string | undefined;
  readonly offered: readonly Role[];
  /** Stands there while nothing is offered. */
  readonly none: string;
  readonly value: readonly Role[];
  readonly error: string | undefined;
  readonly onChange: (value: readonly Role[]) => void;
}

/** Which posts at an office. */
export function RoleChoice({ legend = '岗位', offered, none, value, error, onChange }: RoleProps) {
  const id = useId();
  return (
    <fieldset class={styles.roles} aria-describedby={error ? id : undefined}>
      <legend class={styles.label}>{legend}</legend>
      {error && (
        <p class={styles.error} id={id}>
          {error}
        </p>
      )}
      {offered.length === 0 && <p class={styles.quiet}>{none}</p>}
      {offered.map((role) => (
        <Checkbox
          key={role}
          label={roleWords[role]}
          checked={value.includes(role)}
          onChange={(on) => onChange(on ? [...value, role] : value.filter((one) => one !== role))}
        />
      ))}
    </fieldset>
  );
}
