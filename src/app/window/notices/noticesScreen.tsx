import { useSignal } from '@preact/signals';
import { BellOff } from 'lucide';
import type { NoticeKind } from '../../../domain/notices.ts';
import { Badge, type BadgeKind } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { dateInShort } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { useBench, useDesk } from '../desk.tsx';
import { titleOf } from '../start/caseList.ts';
import { shouldBe } from '../start/dueWords.ts';
import styles from './notices.module.css';
import { type ListedNotice, noticesOf } from './noticesModel.ts';
import { relievedInWords } from './words.ts';

const WORDS: Readonly<Record<NoticeKind, readonly [kind: BadgeKind, word: string, says: string]>> = {
  overdue: ['overdue', '已超期', ''],
  due: ['overdue', '今天到期', ''],
  near: ['waiting', '还剩 1 个工作日', ''],
  lapsed: ['overdue', '补正期限已过', '前应当补正，到现在没有来'],
  notFulfilled: ['overdue', '容缺材料没补来', '前应当补齐容缺材料，到现在没有来'],
  deposited: ['waiting', '有代收的补正材料', '在别的大厅交了补正材料，请并入本件'],
  paperLate: ['overdue', '纸质材料没到', '移出，到现在还没有签收'],
  cameBack: ['waiting', '退回来了', '退回'],
  assigned: ['waiting', '指定您承办', '指定您承办'],
  relieved: ['waiting', '不由您办了', ''],
  noted: ['sent', '有新留言', '写的'],
  answered: ['recorded', '咨询有了答复', '答复'],
  arrived: ['recorded', '到您这里了', '转来'],
  flagged: ['flagged', '待核', '的件，有情况要核对'],
};

/** Shown at once; the rest on request. */
const PORTION = 50;

/** What has changed for whoever works here since they last looked; each line leads to its case. */
export function NoticesScreen() {
  const { local } = useBench();
  const notices = noticesOf(useDesk());
  const shown = useSignal(PORTION);
  const seen = local.seen.value;
  const all = notices.all.value;
  const unread = notices.unread.value;
  const read = all.filter((one) => seen?.has(one.key));
  const ready = notices.ready.value && local.searchable.value;
  const list = [...unread, ...read];
  return (
    <Page
      heading="看提醒"
      lead="件到了、退回了、有留言、快到期的，别的大厅代收了材料的，都在这里。按本机上的办件算出来，没有网也照样看。"
      back={{ label: '办件列表', href: '/desk/' }}
      actions={
        unread.length > 0 && (
          <ActionBar>
            <Button kind="primary" onClick={() => void notices.read(unread.map((one) => one.key))}>
              全部记为看过
            </Button>
          </ActionBar>
        )
      }
    >
      <p role="status">{ready ? `${unread.length} 条没看过，共 ${all.length} 条` : '正在看本机上的办件…'}</p>
      {list.length === 0 && ready && (
        <Empty icon={BellOff} what="没有要提醒您的" how="轮到您办、快到期或者有留言的，会列在这里。" />
      )}
      {list.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
        <ul class={styles.list} role="list" aria-label="提醒">
          {list.slice(0, shown.value).map((one) => (
            <Line key={one.key} notice={one} fresh={!seen?.has(one.key)} />
          ))}
        </ul>
      )}
      {list.length > shown.value && (
        <Button
          wide
          onClick={() => {
            shown.value += PORTION;
          }}
        >{`再看 ${Math.min(PORTION, list.length - shown.value)} 条`}</Button>
      )}
      <p>
        <a href="/desk/help">办件怎么走：各种办理方式的状态和岗位</a>
      </p>
    </Page>
  );
}

function Line({ notice, fresh }: { readonly notice: ListedNotice; readonly fresh: boolean }) {
  const { rules, today, desk, local } = useBench();
  const [kind, word, says] = WORDS[notice.kind];
  const { applicant, number, note, back, assigned } = notice.view.case;
  const from = notice.kind === 'noted' ? note?.office : undefined;
  const giver = notice.kind === 'assigned' ? (assigned?.name ?? '') : '';
  const to = notice.kind === 'relieved' ? relievedInWords(notice.view.case, local.signedIn.value?.id) : '';
  const who = from ? `${rules.office(from)?.shortName ?? from}` : giver || to;
  const form = notice.kind === 'cameBack' && back?.what === 'returnForForm';
  return (
    <li>
      <a
        class={styles.line}
        href={`/desk/case/${notice.case}`}
        data-fresh={fresh ? '' : undefined}
        onClick={() => void noticesOf(desk).read([notice.key])}
      >
        <span class={styles.head}>
          <Badge kind={kind} word={form ? '部门形式退回' : word} />
          {fresh && <b class={styles.fresh}>新</b>}
        </span>
        <b>
          {applicant} · {titleOf(notice.view, rules)}
        </b>
        <span class={styles.quiet}>
          {dateInShort(notice.on, today)}
          {who}
          {notice.about ? `前${shouldBe(notice.about)}` : notice.kind === 'flagged' ? `收${says}` : says} ·{' '}
          {number}
        </span>
      </a>
    </li>
  );
}
