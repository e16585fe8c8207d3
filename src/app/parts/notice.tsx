import { CircleAlert, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly kind: 'info' | 'warn' | 'problem';
  /** What happened, in words. */
  readonly heading: string;
  /** What is safe: 「填写的内容都在本机，没有丢失。」 A problem always says it. */
  readonly kept?: string | undefined;
  /** What to do now. */
  readonly todo?: string | undefined;
  readonly children?: ComponentChildren;
  /** Buttons. */
  readonly actions?: ComponentChildren;
  /** Read out when it appears; by default only a problem. Set false in lists. */
  readonly announce?: boolean | undefined;
}

const icons = { info: Info, warn: TriangleAlert, problem: CircleAlert } as const;

export function Notice({
  kind,
  heading,
  kept,
  todo,
  children,
  actions,
  announce = kind === 'problem',
}: NoticeProps) {
  return (
    <div
      class={styles.notice}
      data-kind={kind}
      role={announce ? (kind === 'problem' ? 'alert' : 'status') : undefined}
    >
      <Icon of={icons[kind]} size="1.5em" />
      <div class={styles.body}>
        <p class={styles.heading}>{heading}</p>
        {kept && <p>{kept}</p>}
        {todo && <p>{todo}</p>}
        {children}
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
