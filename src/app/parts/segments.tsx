import type { IconNode } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import styles from './segments.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: IconNode | undefined;
  /** How the chosen one looks: settled (pine, default), still to come (amber), lacking (ink). */
  readonly tone?: 'done' | 'wait' | 'lack' | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SegmentsProps<V extends string> {
  /** What is being set, for a screen reader: 「身份证」的状态. */
  readonly label: string;
  readonly options: readonly Segment<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  /** Labels of very different length: each as wide as its own asks for, instead of all alike. */
  readonly uneven?: boolean;
  /** Given: pressing the chosen one again (or Delete) takes it back. */
  readonly onClear?: (() => void) | undefined;
}

/**
 * The one large control of a checklist line. One stop for Tab; arrows only move, so that passing over
 * an answer records nothing; Space, Enter or the digit choose.
 */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, options, value, uneven, onChange, onClear } = props;
  const group = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<V | undefined>(undefined);
  const enabled = options.filter((option) => !option.disabled);
  const stop =
    [visited, value].find((one) => enabled.some((option) => option.value === one)) ?? enabled[0]?.value;

  const choose = (option: Segment<V> | undefined) => {
    if (!option || option.disabled) return;
    setVisited(option.value);
    if (option.value !== value) onChange(option.value);
    else onClear?.();
  };
  const moveTo = (option: Segment<V> | undefined) => {
    if (!option) return;
    setVisited(option.value);
    group.current?.querySelectorAll<HTMLButtonElement>('[role=radio]')[options.indexOf(option)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = enabled.findIndex((option) => option.value === stop);
    const to = destination(event.key, at, enabled.length);
    if (to !== undefined) moveTo(enabled[to]);
    else if (/^[1-9]$/.test(event.key)) choose(options[Number(event.key) - 1]);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && value !== undefined && onClear)
      onClear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      class={styles.segments}
      data-uneven={uneven ? '' : undefined}
      role="radiogroup"
      aria-label={label}
      ref={group}
      onKeyDown={onKeyDown}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio chooses as the arrows pass over it
        <button
          key={option.value}
          type="button"
          role="radio"
          class={styles.segment}
          data-tone={option.tone ?? 'done'}
          aria-checked={option.value === value ? 'true' : 'false'}
          tabIndex={option.value === stop ? 0 : -1}
          disabled={option.disabled ?? false}
          onFocus={() => setVisited(option.value)}
          onClick={() => choose(option)}
        >
          {option.icon && <Icon of={option.icon} />}
          <span>{option.label}</span>
          <span class={styles.digit} aria-hidden="true">
            {at + 1}
          </span>
        </button>
      ))}
    </div>
  );
}

function destination(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
