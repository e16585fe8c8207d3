import { CircleCheckBig, IdCard, Send, StickyNote } from 'lucide';
import { useMemo } from 'preact/hooks';
import { receivesAt } from '../../../domain/office.ts';
import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { useBench } from '../desk.tsx';
import { Carry } from './carry.tsx';
import { EntryRow } from './entryRow.tsx';
import { MirrorFolder } from './mirror.tsx';
import styles from './outbox.module.css';
import { Mending, type Parcel, sortOutbox } from './outboxModel.ts';

export function OutboxScreen() {
  const { local, roles, hall } = useBench();
  const mending = useMemo(() => new Mending(local), [local]);
  const { attention, waiting } = sortOutbox(local.outbox.value);
  const { sending } = local.status.value;
  const nothing = attention.length === 0 && waiting.length === 0;
  return (
    <Page
      heading="待上报"
      lead={useLine()}
      back={{ label: '今天的办件', href: '/desk/' }}
      actions={
        waiting.length > 0 ||
        attention.some((parcel) => parcel.entries.some((one) => one.state === 'waiting')) ? (
          <ActionBar>
            <Button kind="primary" icon={Send} busy={sending} onClick={() => local.sendNow()}>
              立即上报
            </Button>
          </ActionBar>
        ) : undefined
      }
    >
      {nothing && (
        <Empty
          icon={CircleCheckBig}
          what="没有要上报的"
          how="提交后还没有送到区里的会列在这里；连上网会自动上报，不用守着。"
        />
      )}
      {attention.length > 0 && (
        <Parcels heading={`需处理，${attention.length} 件`} parcels={attention} mending={mending} />
      )}
      {waiting.length > 0 && (
        <Parcels heading={`等着上报，${waiting.length} 件`} parcels={waiting} mending={mending} />
      )}
      <MirrorFolder />
      {receivesAt(hall.kind, roles) && (
        <div class={styles.places}>
          <Button icon={IdCard} href="/desk/reader">
            读卡器设置
          </Button>
          <Button icon={StickyNote} href="/desk/print/stickers">
            印收件贴，下乡用
          </Button>
        </div>
      )}
      <Carry waiting={!nothing || local.uploads.value.size > 0} />
    </Page>
  );
}

/** Connected or not, since when, and what happens next. */
function useLine(): string {
  const { local, today } = useBench();
  const { online, lastContact, nextAttempt } = local.status.value;
  const last = lastContact ? `上次联系 ${momentInWords(lastContact, today)}` : '还没有联系过区里';
  if (!online) return `未连网。内容都在本机，连上网自动上报。${last}。`;
  return nextAttempt
    ? `已连网。${last}，下次自动上报 ${momentInWords(nextAttempt, today)}。`
    : `已连网。${last}。`;
}

/** What nobody here can open is named by how it came to lie here. */
const unopenedName = (entries: Parcel['entries']): string =>
  entries.some((one) => one.carried) ? '代别的设备上报的' : '清除前提交的';

/** What it is about; a record of looking, or of handing over, has no page of its own. */
function ParcelName({ parcel: { stream, item, entries } }: { readonly parcel: Parcel }) {
  if (entries.every((one) => one.type === null)) return <>{unopenedName(entries)}</>;
  switch (stream.kind) {
    case 'case':
      return <a href={`/desk/case/${stream.id}`}>{item}</a>;
    case 'slip':
      return <a href={`/desk/print/slip/${stream.id}`}>{item || '首问单'}</a>;
    case 'access':
      return <>{item || '草稿'}</>;
  }
}

function Parcels(props: {
  readonly heading: string;
  readonly parcels: readonly Parcel[];
  readonly mending: Mending;
}) {
  return (
    <section class={styles.section} aria-label={props.heading}>
      <h2>{props.heading}</h2>
      {props.parcels.map((parcel) => (
        <article
          key={parcel.stream.id}
          class={styles.parcel}
          aria-label={`${parcel.item} ${parcel.number}`.trim() || unopenedName(parcel.entries)}
        >
          <h3>
            <ParcelName parcel={parcel} />
          </h3>
          {parcel.number && <p class={styles.number}>编号 {parcel.number}</p>}
          <ol class={styles.entries}>
            {parcel.entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} mending={props.mending} />
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
}
