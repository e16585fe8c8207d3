import { Ban, CircleCheck, FileClock, Inbox, LogOut, Undo2 } from 'lucide';
import { Icon } from '../../parts/icon.tsx';
import type { StateWords } from './caseList.ts';
import styles from './start.module.css';

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
  return (
    <span class={styles.state} data-shape={state.shape}>
      <Icon of={shapes[state.shape]} size="1.125em" />
      {state.word}
    </span>
  );
}
