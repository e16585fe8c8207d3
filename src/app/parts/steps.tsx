import { Check } from 'lucide';
import { Icon } from './icon.tsx';
import styles from './steps.module.css';
import { intakeSteps } from './words.ts';

export interface StepsProps {
  /** From 0. */
  readonly current: number;
  readonly steps?: readonly string[] | undefined;
  /** Steps before the current one become buttons that lead back. */
  readonly onGo?: ((step: number) => void) | undefined;
}

/** Where one is in an intake. On a phone: a line and the words 「第 2 步，共 5 步：情形」. */
export function Steps({ current, steps = intakeSteps, onGo }: StepsProps) {
  return (
    <nav class={styles.steps} aria-label="步骤">
      <p class={styles.brief} aria-hidden="true">
        第 {current + 1} 步，共 {steps.length} 步：<b>{steps[current]}</b>
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ol class={styles.line} role="list">
        {steps.map((step, at) => {
          const state = at < current ? 'past' : at === current ? 'now' : 'ahead';
          const inside = (
            <>
              <span class={styles.dot} aria-hidden="true">
                {state === 'past' ? <Icon of={Check} size="14px" /> : at + 1}
              </span>
              <span class={styles.word}>{step}</span>
            </>
          );
          return (
            <li
              key={step}
              class={styles.step}
              data-state={state}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              {state === 'past' && onGo ? (
                <button type="button" class={styles.go} onClick={() => onGo(at)} aria-label={`回到：${step}`}>
                  {inside}
                </button>
              ) : (
                <span class={styles.go}>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
