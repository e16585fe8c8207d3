import { type Signal, useSignal } from '@preact/signals';
import { FolderSearch } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { ClaimPurpose } from '../../../domain/claim.ts';
import { Claimable } from '../../../protocol/claims.ts';
import type { Api } from '../../local/edges/api.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import { Claimed } from './claimed.tsx';
import styles from './deposit.module.css';
import type { ReceiptShown } from './deposit.ts';

interface ClaimProps {
  readonly api: Api;
  /** As scanned; empty where it is typed. */
  readonly shown: ReceiptShown;
}

/** 认领: with a line a supplement, a delivery or a withdrawal can be done here, for whoever shows number and code of the receipt. */
export function ClaimCase({ api, shown: receipt }: ClaimProps) {
  const { local } = useBench();
  const form = useSignal(receipt);
  const found = useSignal<Claimable | null>(null);
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
      found.value = null;
      claimed.value = false;
      const answer = await api.call('POST', '/api/claims', Claimable, { ...form.value, ways: true });
      if (answer.ok) found.value = answer.value;
      else trouble.value = troubleOf(answer.refusal);
    });
  const claim = (one: Claimable, purpose: ClaimPurpose) =>
    guarded(async () => {
      const saved = await local.claim(one, purpose);
      if (saved.ok) claimed.value = true;
      else trouble.value = troubleOf(saved.refusal);
    });
  // Scanned, there is nothing left to type.
  useEffect(() => {
    if (receipt.number !== '' && receipt.code !== '') void look();
  }, []);
  return (
    <section class={styles.taking} aria-label="连网认领">
      <h2>连着网的，可以在这里补正、送达或者撤回</h2>
      <Ask form={form} busy={busy.value} onLook={look} />
      <TroubleNotice trouble={trouble.value} />
      {found.value && (
        <Claimed found={found.value} claimed={claimed.value} busy={busy.value} onClaim={claim} />
      )}
    </section>
  );
}

interface AskProps {
  readonly form: Signal<ReceiptShown>;
  readonly busy: boolean;
  readonly onLook: () => Promise<void>;
}

/** Number and code off the paper that whoever came holds in hand. */
function Ask({ form, busy, onLook }: AskProps) {
  return (
    <form
      class={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        void onLook();
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
        <Button type="submit" icon={FolderSearch} busy={busy}>
          查这一件
        </Button>
      </div>
    </form>
  );
}
