import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isDocumentScan } from '../../../protocol/documentScan.ts';
import type { ListedCase } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useHeld } from '../../parts/press.ts';
import { Segments } from '../../parts/segments.tsx';
import { useBench } from '../desk.tsx';
import { beginVerifying, listFilter as filter } from '../memory.ts';
import { casesOf, firstSpan, type Share, type Span, waitingFor } from './caseList.ts';
import { CaseRows, type CaseRowsProps } from './caseRows.tsx';
import { findCases } from './caseSearch.ts';
import { useInbox } from './inbox.tsx';
import { Matters } from './matters.tsx';
import { NothingFound } from './nothingFound.tsx';
import { useReadySearch } from './readySearch.ts';
import styles from './start.module.css';

/** Rows drawn without being asked for; the rest on request, so that a long list costs nothing. */
const PORTION = 100;
/** Rows drawn in one go, a screenful: whoever types must not wait for those that nobody sees yet. */
const atOnce = (): number => Math.max(FEWEST, Math.ceil((window.innerHeight - ABOVE_PX) / ROW_PX));
const FEWEST = 3;
/** The least that stands above the rows where cases are received, and the least that one takes (`start.module.css`). */
const ABOVE_PX = 380;
const ROW_PX = 128;
/** Until the next are drawn, in milliseconds: longer than between two letters that are typed quickly. */
const BETWEEN_MS = 300;
const THEN = 24;

const WHAT_IS_FOUND = '编号、姓名、证件后四位、事项、状态、大厅';

/** While the older ones are still being opened, not all are looked through. */
const foundInWords = (count: number, all: boolean): string =>
  all ? `在全部办件里找到 ${count} 件` : `在最新的办件里找到 ${count} 件`;

const SPANS = [
  { value: 'mine', label: '等我办' },
  { value: 'today', label: '今天' },
  { value: 'all', label: '全部' },
] as const;

/** For whoever may settle what waits for a person. */
const SPANS_TO_SETTLE = [...SPANS, { value: 'flagged', label: '待核' }] as const;

const SHARES = [
  { value: 'own', label: '我的' },
  { value: 'free', label: '没指定人的' },
  { value: 'all', label: '所有人的' },
] as const;

/** What is searched for, or the cases of a span, with what chooses them. */
export function Found({ current }: Pick<CaseRowsProps, 'current'>) {
  const { route } = useLocation();
  const { local, actor, roles, rules, today } = useBench();
  const { query, share } = filter.value;
  const span = filter.value.span ?? firstSpan(roles);
  // What comes while somebody presses on a row must not put another one under it.
  const cases = useHeld(local.cases);
  const searchable = useHeld(local.searchable);
  useReadySearch(cases, searchable, query);
  const fits = useFits(cases, query, span, share);
  const set = (patch: Partial<typeof filter.value>) => {
    filter.value = { ...filter.value, ...patch };
    begin();
  };
  const { found, routes } = useInbox(fits, query, set);
  const { rows, more, drawMore, begin } = useDrawn(found, query);
  const here = actor.office.id;
  // Where nobody is ever named, nobody has to choose.
  const named = useMemo(() => cases.some((one) => one.case.assigned?.office === here), [cases, here]);
  const settles = roles.includes('reviewer') || roles.includes('supervisor');
  const searching = query.trim() !== '';
  const spans = useSpans(searching ? undefined : span, share, settles, set);
  // One more letter often leaves the same on top: then there is nothing to look through.
  const list = useMemo(() => <CaseRows views={rows} current={current} />, [rows, current, rules, today]);
  const onKeyDown = (event: KeyboardEvent) => {
    // A scanner types wherever the cursor stands, and ends with Enter.
    if (event.key !== 'Enter' || event.isComposing || !isDocumentScan(query)) return;
    event.preventDefault();
    beginVerifying(query);
    set({ query: '' });
    route('/desk/verify');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what was typed into the box is sent by Enter
    <div class={styles.found} onKeyDown={onKeyDown}>
      <Field
        label="找办件"
        type="search"
        width="full"
        hint={searching ? foundInWords(found.length, searchable) : WHAT_IS_FOUND}
        value={query}
        onInput={(text) => set({ query: text })}
      />
      {spans.which}
      {(named || share !== 'all') && spans.whose}
      {routes}
      <p class="unseen" role="status">
        共 {found.length} 件
      </p>
      <Matters of={found} among={cases} />
      {!searchable && <p class={styles.quiet}>正在打开较早的办件，先显示最新的。</p>}
      {found.length === 0 ? (
        <NothingFound query={query} span={span} share={share} among={fits.length} />
      ) : (
        list
      )}
      {more > 0 && (
        <Button wide onClick={drawMore}>
          {`再看 ${Math.min(PORTION, more)} 件`}
        </Button>
      )}
    </div>
  );
}

/** What is searched for; without that what waits for whoever works here, or the cases of a span. */
function useFits(
  cases: readonly ListedCase[],
  query: string,
  span: Span,
  share: Share,
): readonly ListedCase[] {
  const { local, rules, today, actor, roles } = useBench();
  const person = local.signedIn.value?.id ?? '';
  // Both are kept while somebody searches, so that whoever takes the text away again has them at once; each is made when it
  // is first asked for.
  const waiting = useMemo(
    () => once(() => waitingFor(cases, { actor, person, share }, today, rules)),
    // The actor is made anew with each drawing; who it is hangs on the office and its posts.
    [cases, share, person, today, rules, actor.office.id, roles.join()],
  );
  const ofSpan = useMemo(
    () => (span === 'mine' ? waiting : once(() => casesOf(cases, span, today))),
    [cases, span, today, waiting],
  );
  const searched = useMemo(
    () => (query.trim() === '' ? undefined : findCases(cases, query, rules, today)),
    [cases, query, today, rules],
  );
  return searched ?? ofSpan();
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Which cases the list shows, and of those that wait whose; drawn anew only when one of the two changes.
 * @param span undefined while somebody searches: that looks everywhere, and choosing one takes the text away
 */
function useSpans(
  span: Span | undefined,
  share: Share,
  settles: boolean,
  set: (patch: { span?: Span; share?: Share; query?: string }) => void,
) {
  const which = useMemo(
    () => (
      <Segments
        label="看哪些办件"
        options={settles ? SPANS_TO_SETTLE : SPANS}
        value={span}
        onChange={(value) => set({ span: value, query: '' })}
      />
    ),
    [span, settles],
  );
  const whose = useMemo(
    () =>
      span === 'mine' && (
        <Segments
          label="等我办的，看谁的"
          options={SHARES}
          value={share}
          onChange={(value) => set({ share: value })}
        />
      ),
    [span, share],
  );
  return { which, whose };
}

/** How many rows of a list to draw: a screenful with what a person has done, the rest of the portion after it. */
function useDrawn(found: readonly ListedCase[], query: string) {
  const { desk } = useBench();
  const wanted = useSignal(PORTION);
  // Asked once: the height of a window has the page laid out first, and a letter is typed into the list.
  const first = useMemo(atOnce, []);
  const drawn = useSignal(first);
  const end = Math.min(found.length, wanted.value);
  const now = drawn.value;
  const rows = useRef<readonly ListedCase[]>([]);
  const shown = found.slice(0, Math.min(now, end));
  if (!isSame(rows.current, shown)) rows.current = shown;
  useEffect(() => {
    if (now >= end) return;
    return desk.timer.after(BETWEEN_MS, () => {
      drawn.value = now + THEN;
    });
    // With each letter the wait begins anew.
  }, [desk, drawn, now, end, found, query]);
  return {
    rows: rows.current,
    more: found.length - end,
    drawMore: () => {
      wanted.value += PORTION;
    },
    begin: () => {
      wanted.value = PORTION;
      drawn.value = first;
    },
  };
}

const isSame = (one: readonly ListedCase[], other: readonly ListedCase[]): boolean =>
  one.length === other.length && one.every((view, at) => view === other[at]);
