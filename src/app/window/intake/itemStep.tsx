import { useSignal } from '@preact/signals';
import { SearchX } from 'lucide';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { itemStatusOn } from '../../../domain/item.ts';
import { type Choosable, entriesOf, searchItems } from '../../../domain/itemSearch.ts';
import { isDocumentScan } from '../../../protocol/documentScan.ts';
import { Badge } from '../../parts/badge.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { routeWords } from '../../parts/routeWords.ts';
import { Segments } from '../../parts/segments.tsx';
import { useBench } from '../desk.tsx';
import { beginVerifying } from '../memory.ts';
import { InquiryButton } from '../slip/slipButtons.tsx';
import { type Trouble, troubleOf } from '../trouble.tsx';
import { itemStateWords } from '../words.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { ItemStop } from './itemStop.tsx';
import { inForce } from './outcomes.ts';
import { isScan, readScan, takeOver } from './scan.ts';
import { ScanField } from './scanField.tsx';

/** A document that was scanned here is checked where documents are. */
function takenToBeVerified(text: string, route: (address: string) => void): boolean {
  if (!isDocumentScan(text)) return false;
  beginVerifying(text);
  route('/desk/verify');
  return true;
}

const isAnyScan = (text: string): boolean => isScan(text) || isDocumentScan(text);

export function ItemStep({ intake }: { readonly intake: Intake }) {
  const { local, today } = useBench();
  const { route } = useLocation();
  const query = useSignal('');
  const trouble = useSignal<Trouble | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const catalogue = local.catalogue.value?.data;
  const entries = useMemo(() => (catalogue ? entriesOf(catalogue) : []), [catalogue]);
  const found = searchItems(entries, query.value);
  useLayoutEffect(() => list.current?.querySelector('input')?.focus(), []);
  const item = intake.item.value;
  const stopped = item && (!intake.complete.value || !inForce({ item, today }));
  if (stopped) return <ItemStop intake={intake} />;

  const scan = (text: string): boolean => {
    if (takenToBeVerified(text, route)) return true;
    const read = readScan(text, entries);
    trouble.value = read.ok ? null : troubleOf(read.refusal);
    if (read.ok) takeOver(intake, read.value);
    return read.ok;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
    // A scanner types wherever the cursor stands, and that is here when the step opens.
    if (event.key === 'Enter' && typing && isAnyScan(query.value)) {
      scan(query.value);
      query.value = '';
    } else if (event.key === 'Enter' && typing && found[0]) intake.choose(found[0].item, found[0].guide);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      step(list.current, event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from the box into the list and back
    <div class={styles.choose} onKeyDown={onKeyDown} ref={list} data-begins>
      <Field
        label="找事项"
        type="search"
        hint="名称、编码、常用说法或者拼音首字母，回车选第一个。"
        value={query.value}
        width="full"
        onInput={(text) => {
          query.value = text;
        }}
      />
      <ScanField trouble={trouble.value} onScan={scan} />
      <p class="unseen" role="status">
        {query.value.trim() && `找到 ${found.length} 个事项`}
      </p>
      {found.length > 0 ? (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
        <ul class={styles.items} role="list" aria-label="事项">
          {found.map((one) => (
            <ItemRow key={one.guide.id} one={one} intake={intake} />
          ))}
        </ul>
      ) : (
        <Empty
          icon={SearchX}
          what="没有找到这个事项"
          how="换个说法再找；不在下放事项里的，开首问单写明去处，不让人空手走。"
          action={<InquiryButton />}
        />
      )}
      <Channel intake={intake} />
    </div>
  );
}

function ItemRow({ one, intake }: { readonly one: Choosable; readonly intake: Intake }) {
  const { rules, hall, today } = useBench();
  const { item, guide } = one;
  const status = itemStatusOn(item, today);
  const chosen = intake.content.value.guide === guide.id;
  return (
    <li>
      <button
        type="button"
        class={styles.item}
        data-item=""
        aria-pressed={chosen ? 'true' : undefined}
        onClick={() => intake.choose(item, guide)}
      >
        <span class={styles.seq} aria-hidden="true">
          {item.seq}
        </span>
        <span class={styles.itemWords}>
          <span class={styles.itemTitle}>{guide.title}</span>
          <span class={styles.quiet}>
            {routeWords[hall.kind === 'district' ? 'district' : item.route].name} ·{' '}
            {rules.office(item.department)?.shortName ?? item.department}
          </span>
        </span>
        <span class={styles.itemBadges}>
          {status.state !== 'in_force' && <Badge kind="overdue" word={itemStateWords[status.state]} />}
          {guide.state === 'preparing' && <Badge kind="neutral" word="指南编制中" />}
        </span>
      </button>
    </li>
  );
}

/** Where the papers are taken: a village visit is recorded as such. */
function Channel({ intake }: { readonly intake: Intake }) {
  return (
    <div class={styles.channel}>
      <p class={styles.label} aria-hidden="true">
        在哪里收件
      </p>
      <Segments
        label="在哪里收件"
        options={[
          { value: 'hall', label: '大厅窗口' },
          { value: 'village', label: '进村上门' },
        ]}
        value={intake.content.value.channel}
        onChange={(channel) => intake.change({ channel })}
      />
    </div>
  );
}

/** Moves between the search box and the rows below it. */
function step(root: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(root?.querySelectorAll<HTMLElement>('input[type=search], [data-item]') ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}
