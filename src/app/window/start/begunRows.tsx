import type { ReadonlySignal } from '@preact/signals';
import { momentInWords } from '../../parts/dates.ts';
import { useHeld } from '../../parts/press.ts';
import { begunIn, nameOfWork } from '../case/begun.ts';
import { useBench } from '../desk.tsx';
import styles from './start.module.css';

/** What the person has begun on cases and not submitted. That of the open case stands there, and need not be found. */
export function BegunRows({ current }: { readonly current: ReadonlySignal<string | undefined> }) {
  const { local, today } = useBench();
  const elsewhere = (useHeld(local.caseDrafts) ?? []).filter((one) => one.caseId !== current.value);
  if (elsewhere.length === 0) return null;
  return (
    <section class={styles.drafts} aria-label="没写完的">
      <h2>没写完的</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ul class={styles.rows} role="list" aria-label="没写完的">
        {elsewhere.map((draft) => {
          const { applicant, title, work } = begunIn(draft);
          // Far down on the case: its place is gone to at once.
          const place = work.kind === 'number' ? '?copy' : '';
          return (
            <li key={draft.id} class={styles.draft}>
              <a href={`/desk/case/${draft.caseId}${place}`} class={styles.rowLink}>
                <span class={styles.rowHead}>
                  <b class={styles.rowName}>{applicant}</b>
                  <span class={styles.rowNumber}>{momentInWords(draft.updatedAt, today)}</span>
                </span>
                <span class={styles.rowTitle}>
                  {nameOfWork(work)}：{title}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
