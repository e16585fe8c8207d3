import type { Draft } from '../../local/types.ts';
import { momentInWords } from '../dates.ts';
import { useBench } from '../desk.tsx';
import { DiscardDraft } from './discardDraft.tsx';
import styles from './start.module.css';

/** Unfinished intakes of the person signed in. */
export function DraftRows({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { rules, today } = useBench();
  if (drafts.length === 0) return null;
  return (
    <section class={styles.drafts} aria-label="接着办">
      <h2>接着办</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ul class={styles.rows} role="list" aria-label="草稿">
        {drafts.map(({ id, content, replaces, updatedAt }) => {
          const title = (content.guide && rules.guide(content.guide)?.title) || '还没有选事项';
          const name = content.parties.find((party) => party.name !== '')?.name ?? '当事人未填';
          return (
            <li key={id} class={styles.draft}>
              <a href={`/desk/intake/${id}`} class={styles.rowLink}>
                <span class={styles.rowHead}>
                  <b class={styles.rowName}>{name}</b>
                  <span class={styles.rowNumber}>{momentInWords(updatedAt, today)}</span>
                </span>
                <span class={styles.rowTitle}>
                  {replaces && '修改后重报：'}
                  {title}
                </span>
              </a>
              <DiscardDraft id={id} name={`${name}，${title}`} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
