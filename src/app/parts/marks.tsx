import { Landmark, MonitorCheck, OctagonAlert, Send } from 'lucide';
import { Icon } from './icon.tsx';
import styles from './marks.module.css';
import { markWords, statusWords } from './words.ts';

export interface MarksProps {
  /** How far it has come. `refused`: it was sent, and the district did not record it. */
  readonly stage: 'saved' | 'sent' | 'recorded' | 'refused';
  /** Times in words below each mark, where known: 「14:05」. */
  readonly times?:
    | { readonly saved?: string; readonly sent?: string; readonly recorded?: string }
    | undefined;
}

const order = ['saved', 'sent', 'recorded'] as const;
const shapes = { saved: MonitorCheck, sent: Send, recorded: Landmark } as const;
const reached = { saved: 1, sent: 2, recorded: 3, refused: 2 } as const;

/** The three honest marks of waiting: on this device, sent, recorded by the district. */
export function Marks({ stage, times }: MarksProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
    <ol class={styles.marks} role="list">
      {order.map((mark, at) => {
        const refused = stage === 'refused' && mark === 'recorded';
        const state = refused ? 'refused' : at < reached[stage] ? 'reached' : 'ahead';
        return (
          <li key={mark} class={styles.mark} data-state={state}>
            <span class={styles.shape}>
              <Icon of={refused ? OctagonAlert : shapes[mark]} />
            </span>
            <span class={styles.word}>
              {state === 'ahead' && <span class="unseen">还没有：</span>}
              {refused ? statusWords.refused : markWords[mark]}
            </span>
            {times?.[mark] && state === 'reached' && <span class={styles.time}>{times[mark]}</span>}
          </li>
        );
      })}
    </ol>
  );
}
