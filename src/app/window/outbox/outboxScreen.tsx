import { CircleCheckBig, Send } from 'lucide';
import { useMemo } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { momentInWords } from '../dates.ts';
import { useBench } from '../desk.tsx';
import { EntryRow } from './entryRow.tsx';
import styles from './outbox.module.css';
import { Mending, type Parcel, sortOutbox } from './outboxModel.ts';

export function OutboxScreen() {
  const { local } = useBench();
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

function Parcels(props: {
  readonly heading: string;
  readonly parcels: readonly Parcel[];
  readonly mending: Mending;
}) {
  return (
    <section class={styles.section} aria-label={props.heading}>
      <h2>{props.heading}</h2>
      {props.parcels.map((parcel) => (
        <article key={parcel.stream.id} class={styles.parcel} aria-label={`${parcel.item} ${parcel.number}`}>
          <h3>
            {parcel.stream.kind === 'case' ? (
              <a href={`/desk/case/${parcel.stream.id}`}>{parcel.item}</a>
            ) : (
              <a href={`/desk/print/slip/${parcel.stream.id}`}>{parcel.item || '首问单'}</a>
            )}
          </h3>
          <p class={styles.number}>编号 {parcel.number}</p>
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
