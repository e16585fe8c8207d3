import { useMemo } from 'preact/hooks';
import type { ListedCase } from '../../local/types.ts';
import { mattersIn } from './caseList.ts';
import styles from './start.module.css';

/** Said where two halls have received the same: statistics count it once. */
export function Matters({ of }: { readonly of: readonly ListedCase[] }) {
  const matters = useMemo(() => mattersIn(of), [of]);
  if (matters === of.length) return null;
  return (
    <p class={styles.quiet}>
      共 {of.length} 件；两个大厅都收了的同一件事只算一次，是 {matters} 件。
    </p>
  );
}
