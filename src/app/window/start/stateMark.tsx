import { Ban, CircleCheck, FileClock, Inbox, LogOut, Undo2 } from 'lucide';
import { useMemo } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import styles from './start.module.css';
import type { StateWords } from './stateWords.ts';

const shapes = {
  inbox: Inbox,
  clock: FileClock,
  back: Undo2,
  stop: Ban,
  done: CircleCheck,
  leave: LogOut,
} as const;

/** The state of a case: a word, with a shape, then a colour. */
export function StateMark({ state }: { readonly state: StateWords }) {
  const { shape, word } = state;
  // Most rows have the same: a list that changes with each letter typed leaves the mark as it is.
  return useMemo(
    () => (
      <span class={styles.state} data-shape={shape}>
        <Icon of={shapes[shape]} size="1.125em" />
        {word}
      </span>
    ),
    [shape, word],
  );
}
