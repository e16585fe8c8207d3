import {
  CircleDashed,
  CircleHelp,
  Clock,
  Flag,
  Landmark,
  MonitorCheck,
  OctagonAlert,
  Send,
  Stamp,
  TriangleAlert,
} from 'lucide';
import { useMemo } from 'preact/hooks';
import styles from './badge.module.css';
import { Icon } from './icon.tsx';
import { statusWords } from './words.ts';

export type BadgeKind = keyof typeof statusWords;

export interface BadgeProps {
  readonly kind: BadgeKind;
  /** A more exact word than the kind's own (`neutral` has none). */
  readonly word?: string | undefined;
}

const shapes = {
  saved: MonitorCheck,
  sent: Send,
  recorded: Landmark,
  refused: OctagonAlert,
  waiting: Clock,
  overdue: TriangleAlert,
  pending: CircleHelp,
  flagged: Flag,
  sealed: Stamp,
  neutral: CircleDashed,
} as const;

/** A status: a word, with a shape, then a colour. */
export function Badge({ kind, word = statusWords[kind] }: BadgeProps) {
  // Lists are full of the same ones: what does not change is not looked through again.
  return useMemo(
    () => (
      <span class={styles.badge} data-kind={kind}>
        {kind !== 'neutral' && <Icon of={shapes[kind]} size="1.125em" />}
        {word}
      </span>
    ),
    [kind, word],
  );
}
