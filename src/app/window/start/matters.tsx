import { useMemo } from 'preact/hooks';
import type { ListedCase } from '../../local/types.ts';
import { mattersIn } from './caseList.ts';
import styles from './start.module.css';

interface MattersProps {
  readonly of: readonly ListedCase[];
  /** All that are on the device. */
  readonly among: readonly ListedCase[];
}

/** Said where two halls have received the same: statistics count it once. */
export function Matters({ of, among }: MattersProps) {
  // With each letter that is typed thousands would be looked at, and most devices have none.
  const twins = useMemo(() => among.some((view) => view.case.twins !== undefined), [among]);
  const matters = useMemo(() => (twins ? mattersIn(of) : of.length), [of, twins]);
  if (matters === of.length) return null;
  return (
    <p class={styles.quiet}>
      共 {of.length} 件；两个大厅都收了的同一件事只算一次，是 {matters} 件。
    </p>
  );
}
