import { useComputed, useSignal } from '@preact/signals';
import { FolderSearch } from 'lucide';
import { Claimable } from '../../../protocol/claims.ts';
import type { Api } from '../../local/edges/api.ts';
import { Button } from '../../parts/button.tsx';
import { statusWords } from '../../parts/caseWords.ts';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import styles from './deposit.module.css';

interface ClaimProps {
  readonly api: Api;
  /** As scanned, or empty. */
  readonly number: string;
}

/** 认领: with a line the whole supplement can be done here, for whoever shows number and code of the receipt. */
export function ClaimCase({ api, number }: ClaimProps) {
  const { local } = useBench();
  const form = useSignal({ number, code: '' });
  const shown = useSignal<Claimable | null>(null);
  const claimed = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const busy = useSignal(false);
  const guarded = async (act: () => Promise<void>) => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = null;
    try {
      await act();
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  const look = () =>
    guarded(async () => {
      shown.value = null;
      claimed.value = false;
      const found = await api.call('POST', '/api/claims', Claimable, form.value);
      if (found.ok) shown.value = found.value;
      else trouble.value = troubleOf(found.refusal);
    });
  const claim = (found: Claimable) =>
    guarded(async () => {
      const saved = await local.claim(found);
      if (saved.ok) claimed.value = true;
      else trouble.value = troubleOf(saved.refusal);
    });
  return (
    <section class={styles.taking} aria-label="连网认领">
      <h2>连着网的，可以直接在这里补正</h2>
      <form
        class={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field
          label="办件编号"
          width="full"
          value={form.value.number}
          onInput={(typed) => {
            form.value = { ...form.value, number: typed };
          }}
        />
        <Field
          label="查询码"
          hint="在来人的收件凭证或者告知书上。"
          value={form.value.code}
          onInput={(code) => {
            form.value = { ...form.value, code };
          }}
        />
        <div>
          <Button type="submit" icon={FolderSearch} busy={busy.value}>
            查这一件
          </Button>
        </div>
      </form>
      <TroubleNotice trouble={trouble.value} />
      {shown.value && <Found found={shown.value} claimed={claimed.value} busy={busy.value} onClaim={claim} />}
    </section>
  );
}

interface FoundProps {
  readonly found: Claimable;
  readonly claimed: boolean;
  readonly busy: boolean;
  readonly onClaim: (found: Claimable) => Promise<void>;
}

function Found({ found, claimed, busy, onClaim }: FoundProps) {
  const { local, rules } = useBench();
  const here = useComputed(() => local.cases.value.some((one) => one.case.id === found.id)).value;
  const item = rules.item(found.item)?.name ?? found.item;
  const place = rules.office(found.hall)?.name ?? found.hall;
  if (here)
    return (
      <Notice
        kind="info"
        announce
        heading="这一件已经在本机"
        todo="请打开办件办理补正。"
        actions={<Button href={`/desk/case/${found.id}`}>打开办件</Button>}
      />
    );
  if (claimed)
    return (
      <Notice
        kind="info"
        announce
        heading="已认领，正在报区里"
        todo="登记后这一件会到本机，这里会出现“打开办件”。"
      />
    );
  if (found.status !== 'correcting')
    return (
      <Notice
        kind="warn"
        heading={`${item}：现在是“${statusWords[found.status]}”，不在补正`}
        todo={`请来人联系收件的${place}。`}
      />
    );
  return (
    <Notice
      kind="info"
      announce
      heading={`${item}：等申请人补正`}
      todo={`由${place}收件。认领会记下是谁、在哪个大厅认领的，收件大厅看得到。`}
      actions={
        <Button kind="primary" busy={busy} onClick={() => void onClaim(found)}>
          认领，在本大厅补正
        </Button>
      }
    />
  );
}
