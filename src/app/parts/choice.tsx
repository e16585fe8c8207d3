import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './choice.module.css';

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string | undefined;
}

export interface ChoiceProps<V extends string> {
  /** The question, as one would ask it. */
  readonly question: string;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Behind the question, such as a badge 待部门核定. */
  readonly badge?: ComponentChildren;
  /** Short answers (是、否) side by side. */
  readonly inline?: boolean | undefined;
}

/** One question, large answers. Native radios: arrows choose, Tab leaves. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const id = useId();
  const described = [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset
      class={styles.choice}
      aria-describedby={described || undefined}
      aria-invalid={props.error ? 'true' : undefined}
    >
      <legend class={styles.question}>
        {props.question}
        {props.badge}
      </legend>
      {props.hint && (
        <p class={styles.hint} id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class={styles.error} id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <div class={styles.options} data-inline={props.inline ? '' : undefined}>
        {props.options.map((option) => (
          <label key={option.value} class={styles.option}>
            <input
              type="radio"
              class={styles.radio}
              name={id}
              autocomplete="off"
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              <span class={styles.answer}>{option.label}</span>
              {option.help && <span class={styles.help}>{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
