import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { FOLLOW_UP } from '../../domain/feedback.ts';
import { type LegalDate, legalDateOf } from '../../domain/time.ts';
import { type FollowUp, MOST_WORDS } from '../../protocol/feedback.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { dateInShort, momentInWords } from '../parts/dates.ts';
import { Empty } from '../parts/empty.tsx';
import { Masked } from '../parts/masked.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import { followUpModel, leftInWords } from './followUpModel.ts';
import styles from './oversight.module.css';

/** What citizens were not content with, and what becomes of it (督查). */
export function FollowUpScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const model = useMemo(() => followUpModel(api), [api]);
  const chosen = useSignal<FollowUp | null>(null);
  useEffect(() => {
    void model.load();
  }, [model]);
  const today = legalDateOf(local.now());
  const nameOf = (office: string) => local.catalogue.value?.rules.office(office)?.shortName ?? office;
  const trouble = model.trouble.value;
  const entries = model.entries.value;
  const close = () => {
    chosen.value = null;
  };
  const confirm = async (note: string) => {
    if (chosen.value && (await model.answer(chosen.value.id, note))) close();
  };
  return (
    <Page
      heading="答复差评和投诉"
      lead={`先联系，再核实，${FOLLOW_UP.workingDays} 个工作日内答复${FOLLOW_UP.confirmation === 'pending' ? '（期限待部门核定）' : ''}。不要告诉被评的人是谁评的。`}
      width="wide"
    >
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} announce />}
      {model.done.value && <Notice kind="info" heading={model.done.value} announce />}
      {entries === null && !trouble && <p>正在读取…</p>}
      {entries?.length === 0 && (
        <Empty what="没有差评和投诉" how="群众评了不满意，或者投诉被推诿、被拒收，会列在这里。" />
      )}
      <ul class={styles.list}>
        {entries?.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            office={nameOf(entry.office)}
            today={today}
            onAnswer={() => {
              chosen.value = entry;
            }}
          />
        ))}
      </ul>
      {chosen.value && (
        <ReasonDialog
          heading="答复"
          act="答复"
          label="核实和处理的情况"
          hint="投诉人凭编号能看到；不要写谁的姓名、电话。会和您的名字一起记录，答复后不能改。"
          maxLength={MOST_WORDS}
          busy={model.busy.value}
          trouble={trouble}
          onConfirm={(note) => void confirm(note)}
          onClose={close}
        />
      )}
    </Page>
  );
}

interface EntryProps {
  readonly entry: FollowUp;
  readonly office: string;
  readonly today: LegalDate;
  readonly onAnswer: () => void;
}

function Entry({ entry, office, today, onAnswer }: EntryProps) {
  const { kind, what, changedTo, words, telephone, answer } = entry;
  const title = `${kind === 'evaluation' ? '评价' : '投诉'}：${what}`;
  return (
    <li class={styles.entry}>
      <p class={styles.what}>
        {title} · {office}
      </p>
      {changedTo && <p class={styles.quiet}>后来改为：{changedTo}</p>}
      <p class={styles.quiet}>{aboutIn(entry, today)}</p>
      {words && <p class={styles.words}>{words}</p>}
      {telephone && <Masked label="回访电话" kind="telephone" value={telephone} />}
      {answer ? (
        <p class={styles.quiet}>
          已答复 · {answer.by} · {momentInWords(answer.at, today)}
          {answer.note && `：${answer.note}`}
        </p>
      ) : (
        <>
          <p class={styles.due} data-late={entry.daysLeft < 0 ? '' : undefined}>
            {leftInWords(entry)} · 最晚 {dateInShort(entry.due, today)}
            {entry.provisional && '（放假安排未公布，待复核）'}
          </p>
          <div class={styles.acts}>
            <Button label={`答复 ${title}，${office}`} onClick={onAnswer}>
              答复
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function aboutIn({ item, number, on, channel, openedAt }: FollowUp, today: LegalDate): string {
  return [
    item,
    number && `编号 ${number}`,
    on && `发生在 ${dateInShort(on, today)}`,
    `${channel === 'qr' ? '扫码' : '网页'}提交于 ${momentInWords(openedAt, today)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
