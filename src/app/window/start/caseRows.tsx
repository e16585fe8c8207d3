import type { ListedCase } from '../../local/types.ts';
import { Badge } from '../../parts/badge.tsx';
import { useBench } from '../desk.tsx';
import { stateOf, titleOf } from './caseList.ts';
import styles from './start.module.css';
import { StateMark } from './stateMark.tsx';

export function CaseRows({
  views,
  current,
}: {
  readonly views: readonly ListedCase[];
  readonly current?: string | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
    <ul class={styles.rows} role="list" aria-label="办件">
      {views.map((view, place) => (
        <CaseRow key={place} view={view} current={view.case.id === current} />
      ))}
    </ul>
  );
}

function CaseRow({ view, current }: { readonly view: ListedCase; readonly current: boolean }) {
  const { rules, today } = useBench();
  const { flagged, number, id, applicant } = view.case;
  return (
    <li class={styles.row}>
      <a href={`/desk/case/${id}`} class={styles.rowLink} aria-current={current ? 'page' : undefined}>
        <span class={styles.rowHead}>
          <b class={styles.rowName}>{applicant}</b>
          <StateMark state={stateOf(view, today, rules)} />
        </span>
        <span class={styles.rowTitle}>{titleOf(view, rules)}</span>
        <span class={styles.rowNumber}>{number}</span>
        <span class={styles.rowBadges}>
          <Badge
            kind={view.progress === 'quarantined' ? 'refused' : view.progress}
            word={view.progress === 'quarantined' ? '区里存放，待核对' : undefined}
          />
          {flagged && <Badge kind="flagged" />}
        </span>
      </a>
    </li>
  );
}
