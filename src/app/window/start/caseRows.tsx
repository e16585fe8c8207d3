import { computed, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { duesNow } from '../../../domain/due.ts';
import { noteKey } from '../../../domain/notices.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { isMissed } from '../../../domain/transfer.ts';
import { routeOf } from '../../../domain/turn.ts';
import type { ListedCase, WatchedCase } from '../../local/types.ts';
import { Badge } from '../../parts/badge.tsx';
import { routeWords } from '../../parts/routeWords.ts';
import { useBench, useDesk } from '../desk.tsx';
import { afterBadges } from './afterBadges.ts';
import { titleOf } from './caseList.ts';
import { dueBadges, isAfter } from './dueWords.ts';
import styles from './start.module.css';
import { StateMark } from './stateMark.tsx';
import { stateOf } from './stateWords.ts';

export interface CaseRowsProps {
  readonly views: readonly ListedCase[];
  /** The id of the case that is open. A signal: no row is drawn again because another case was opened. */
  readonly current: ReadonlySignal<string | undefined>;
}

export function CaseRows({ views, current }: CaseRowsProps) {
  const { rules, today } = useBench();
  const onPointerDown = useOpening();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
    <ul class={styles.rows} role="list" aria-label="办件" onPointerDown={onPointerDown}>
      {/* A row that is there takes over the next case: with each letter typed that costs a third of a new one. */}
      {views.map((view, place) => (
        <CaseRow key={place} view={view} current={current} rules={rules} today={today} />
      ))}
    </ul>
  );
}

/** Between pressing and letting go there is time to open a case: it is there when its screen is drawn. */
function useOpening(): (event: PointerEvent) => void {
  const { local } = useDesk();
  const opened = useRef<WatchedCase | undefined>(undefined);
  useEffect(() => () => opened.current?.close(), []);
  return (event) => {
    // A finger may only be about to scroll.
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const id = link?.getAttribute('href')?.split('/').pop();
    if (id === undefined) return;
    opened.current?.close();
    opened.current = local.watchCase(id);
  };
}

function Due({ view, rules, today }: Pick<CaseRowProps, 'view' | 'rules' | 'today'>) {
  const { suspended, endedOn, after } = view.case;
  // Also after the end: somebody has to find it.
  const missing = isMissed(view.case);
  const dues = duesNow(view.case, rules, today).filter((one) => !isAfter(one));
  return (
    <>
      {missing && <Badge kind="overdue" word="材料未到" />}
      {suspended && endedOn === null && <Badge kind="waiting" word="计时已中止" />}
      {[...dueBadges(dues, today, rules), ...afterBadges(after, today, rules.calendar)].map(
        ({ word, kind }, place) => (
          <Badge key={place} kind={kind} word={word} />
        ),
      )}
    </>
  );
}

interface CaseRowProps extends Pick<CaseRowsProps, 'current'> {
  readonly view: ListedCase;
  readonly rules: Rules;
  readonly today: LegalDate;
}

function CaseRow({ view, current, rules, today }: CaseRowProps) {
  const { flagged, number, id, applicant, note, assigned } = view.case;
  const { local, hall } = useBench();
  const item = hall.kind === 'department' ? rules.item(view.case.item) : undefined;
  const opened = useMemo(() => computed(() => (current.value === id ? 'page' : undefined)), [current, id]);
  const key = noteKey(view.case);
  const unread =
    key !== undefined && note?.by !== local.signedIn.value?.id && local.seen.value?.has(key) === false;
  return (
    <li class={styles.row}>
      <a href={`/desk/case/${id}`} class={styles.rowLink} aria-current={opened}>
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
          {item && <Badge kind="neutral" word={routeWords[routeOf(view.case, item)].name} />}
          {flagged && <Badge kind="flagged" />}
          {unread && <Badge kind="sent" word="有新留言" />}
          {assigned && (
            <Badge
              kind="neutral"
              word={`由${assigned.person === local.signedIn.value?.id ? '您' : assigned.personName}办`}
            />
          )}
          <Due view={view} rules={rules} today={today} />
        </span>
      </a>
    </li>
  );
}
