import { useSignal } from '@preact/signals';
import type { Rules } from '../../../domain/rules.ts';
import type { Draft } from '../../local/types.ts';
import { momentInWords } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import type { IntakeContent } from '../intake/content.ts';
import { DiscardDraft } from './discardDraft.tsx';
import { HandOver } from './handOver.tsx';
import styles from './start.module.css';

function wordsOf({ content }: Draft, rules: Rules): { readonly name: string; readonly title: string } {
  return {
    title: (content.guide && rules.guide(content.guide)?.title) || '还没有选事项',
    name: rosterName(content) ?? content.parties.find((party) => party.name !== '')?.name ?? '当事人未填',
  };
}

/** A sitting is named by how many are in its list. */
function rosterName(content: Draft['content']): string | undefined {
  const { roster }: Draft['content'] & Partial<Pick<IntakeContent, 'roster'>> = content;
  return roster?.on && roster.rows.length > 0 ? `名册 ${roster.rows.length} 行` : undefined;
}

/** Unfinished intakes of the person signed in. */
export function DraftRows({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { rules, today } = useBench();
  /** Stays when the last draft has been handed over. */
  const handed = useSignal('');
  const said = handed.value && <Notice kind="info" announce heading={handed.value} />;
  if (drafts.length === 0) return <>{said}</>;
  return (
    <section class={styles.drafts} aria-label="接着办">
      <h2>接着办</h2>
      {said}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ul class={styles.rows} role="list" aria-label="草稿">
        {drafts.map((draft) => {
          const { id, replaces, updatedAt } = draft;
          const { name, title } = wordsOf(draft, rules);
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
      <HandOver
        drafts={drafts}
        nameOf={(draft) => {
          const { name, title } = wordsOf(draft, rules);
          return `${name}，${title}`;
        }}
        onDone={(words) => {
          handed.value = words;
        }}
      />
    </section>
  );
}
