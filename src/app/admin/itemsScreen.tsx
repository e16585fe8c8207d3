import { type Signal, useSignal } from '@preact/signals';
import * as v from 'valibot';
import { type Item, type ItemState, itemStatusOn } from '../../domain/item.ts';
import { addDays, isLegalDate, legalDateOf } from '../../domain/time.ts';
import { inWords } from '../../protocol/errors.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import styles from './admin.module.css';
import { ConfirmList } from './confirmList.tsx';
import { stateWords } from './words.ts';

const Published = v.object({ version: v.number() });
const MIN_BASIS = 4;

/** Suspending and resuming items from a date (事项管理): publishes a new version of the catalogue. */
export function ItemsScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const chosen = useSignal<Item | null>(null);
  const done = useSignal('');
  const today = legalDateOf(local.now());
  const held = local.catalogue.value;
  return (
    <Page heading="事项状态" lead="暂停或者恢复受理，从您选的日期起生效，并写明依据。" width="wide">
      {done.value && <Notice kind="info" heading={done.value} announce />}
      {held && <p class={styles.quiet}>本机目录：第 {held.data.version} 版</p>}
      <ul class={styles.list}>
        {held?.data.items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            today={today}
            onChange={() => {
              chosen.value = item;
            }}
          />
        ))}
      </ul>
      {held && <ConfirmList catalogue={held.data} />}
      {chosen.value && (
        <StatusDialog
          item={chosen.value}
          today={today}
          api={api}
          onClose={() => {
            chosen.value = null;
          }}
          onDone={(words) => {
            done.value = words;
            chosen.value = null;
            local.sendNow();
          }}
        />
      )}
    </Page>
  );
}

function ItemRow({
  item,
  today,
  onChange,
}: {
  readonly item: Item;
  readonly today: string;
  readonly onChange: () => void;
}) {
  const status = itemStatusOn(item, today);
  const coming = item.status.filter((one) => one.from > today);
  return (
    <li class={styles.row}>
      <div>
        <p class={styles.name}>
          {item.seq}. {item.name}
        </p>
        <p class={styles.quiet}>
          <Badge kind={status.state === 'in_force' ? 'neutral' : 'refused'} word={stateWords[status.state]} />{' '}
          自 {status.from} · {status.basis}
        </p>
        {coming.map((one) => (
          <p key={one.from} class={styles.quiet}>
            {one.from} 起：{stateWords[one.state]} · {one.basis}
          </p>
        ))}
      </div>
      <Button kind="secondary" label={`更改 ${item.shortName} 的状态`} onClick={onChange}>
        更改
      </Button>
    </li>
  );
}

interface StatusProps {
  readonly item: Item;
  readonly today: string;
  readonly api: Api;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function StatusDialog({ item, today, api, onClose, onDone }: StatusProps) {
  const state = useSignal<ItemState>(
    itemStatusOn(item, today).state === 'in_force' ? 'suspended' : 'in_force',
  );
  const from = useSignal(today);
  const basis = useSignal('');
  const referral = useSignal(item.referral ?? '');
  const busy = useSignal(false);
  const trouble = useSignal<{ what: string; todo: string } | null>(null);
  const sent = state.value === 'in_force' || referral.value.trim().length >= MIN_BASIS;
  const ready =
    sent && basis.value.trim().length >= MIN_BASIS && isLegalDate(from.value) && from.value >= today;
  const publish = async () => {
    busy.value = true;
    const body = {
      state: state.value,
      from: from.value,
      basis: basis.value.trim(),
      ...(state.value === 'in_force' ? {} : { referral: referral.value.trim() }),
    };
    const result = await api.call('POST', `/api/items/${item.id}/status`, Published, body);
    busy.value = false;
    if (result.ok)
      onDone(
        `已发布第 ${result.value.version} 版目录：${item.shortName}自 ${from.value} 起${stateWords[state.value]}。`,
      );
    else trouble.value = inWords(result.refusal.code, result.refusal.facts);
  };
  return (
    <Dialog
      open
      heading={`更改状态：${item.shortName}`}
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            不改了
          </Button>
          <Button kind="primary" busy={busy.value} disabled={!ready} onClick={() => void publish()}>
            发布
          </Button>
        </>
      }
    >
      {trouble.value && (
        <Notice kind="problem" heading={trouble.value.what} todo={trouble.value.todo} announce />
      )}
      <StatusFields today={today} state={state} from={from} basis={basis} referral={referral} />
    </Dialog>
  );
}

interface FieldsProps {
  readonly today: string;
  readonly state: Signal<ItemState>;
  readonly from: Signal<string>;
  readonly basis: Signal<string>;
  readonly referral: Signal<string>;
}

function StatusFields({ today, state, from, basis, referral }: FieldsProps) {
  return (
    <>
      <Choice<ItemState>
        inline
        question="改为"
        value={state.value}
        onChange={(value) => {
          state.value = value;
        }}
        options={(['in_force', 'suspended', 'cancelled'] as const).map((value) => ({
          value,
          label: stateWords[value],
        }))}
      />
      <Field
        label="生效日期"
        type="date"
        min={today}
        max={addDays(today, 366)}
        value={from.value}
        onInput={(value) => {
          from.value = value;
        }}
        error={from.value < today ? '不能早于今天。' : undefined}
      />
      <Field
        label="依据"
        hint="文件名称、文号和日期。窗口和群众都会看到。"
        rows={2}
        maxLength={200}
        value={basis.value}
        onInput={(value) => {
          basis.value = value;
        }}
      />
      {state.value !== 'in_force' && (
        <Field
          label="群众该去哪里、怎么办"
          hint="写在首问单和群众页面上，谁来问都有去处。"
          rows={2}
          maxLength={200}
          value={referral.value}
          onInput={(value) => {
            referral.value = value;
          }}
        />
      )}
    </>
  );
}
