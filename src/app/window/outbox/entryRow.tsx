import { useSignal } from '@preact/signals';
import type { OutboxEntry } from '../../local/types.ts';
import { Badge, type BadgeKind } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { commandWords } from '../../parts/commandWords.ts';
import { momentInWords } from '../../parts/dates.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import { useBench } from '../desk.tsx';
import { TroubleNotice, wordsOf } from '../trouble.tsx';
import styles from './outbox.module.css';
import type { Mending } from './outboxModel.ts';

const badges: Readonly<Record<OutboxEntry['state'], { readonly kind: BadgeKind; readonly word: string }>> = {
  waiting: { kind: 'waiting', word: '待上报' },
  held: { kind: 'waiting', word: '等前一步' },
  refused: { kind: 'refused', word: '需处理' },
  quarantined: { kind: 'flagged', word: '区里存放，待核对' },
};

export function EntryRow({ entry, mending }: { readonly entry: OutboxEntry; readonly mending: Mending }) {
  const { today } = useBench();
  const words = entry.last && wordsOf(entry.last);
  const trouble = mending.trouble.value;
  return (
    <li class={styles.entry}>
      <p class={styles.entryHead}>
        <b>
          {entry.type ? commandWords[entry.type] : entry.carried ? '别的设备办的一步' : '清除前提交的一步'}
        </b>
        <Badge {...badges[entry.state]} />
      </p>
      <p class={styles.quiet}>
        {momentInWords(entry.madeAt, today)} 提交 ·{' '}
        {entry.tries === 0 ? '还没有试过上报' : `试过 ${entry.tries} 次`}
        {entry.state === 'waiting' &&
          entry.nextAttempt &&
          ` · 下次 ${momentInWords(entry.nextAttempt, today)}`}
      </p>
      {words && (
        <p class={entry.state === 'refused' ? styles.refusal : undefined}>
          {words.what}
          {words.todo}
        </p>
      )}
      {entry.state === 'quarantined' && <p>内容已在区里，没有丢失，不用重报。</p>}
      {entry.type === null && (
        <p>
          {entry.carried ? '从别的设备带来，本机打不开，只代为上报。' : '本机清除过，内容只有区里能打开。'}
        </p>
      )}
      {entry.state === 'refused' && entry.type && (
        <Ways entry={entry} act={commandWords[entry.type]} mending={mending} />
      )}
      <TroubleNotice
        trouble={trouble?.id === entry.id ? trouble.words : null}
        kept="原来的内容还在，没有丢失。"
      />
    </li>
  );
}

interface WaysProps {
  readonly entry: OutboxEntry;
  /** In words. */
  readonly act: string;
  readonly mending: Mending;
}

function Ways({ entry, act, mending }: WaysProps) {
  const onward = useOnward();
  const busy = mending.busy.value === entry.id;
  const mend = async () => {
    const goOn = onward();
    const draft = await mending.mend(entry.id);
    if (draft) goOn(`/desk/intake/${draft}`);
  };
  return (
    <div class={styles.ways}>
      {entry.mendable === 'form' && (
        <Button kind="primary" busy={busy} onClick={() => void mend()}>
          修改后重报
        </Button>
      )}
      {entry.mendable === 'act' && (
        <Button kind="primary" href={`/desk/case/${entry.stream.id}?mend=${entry.id}`}>
          打开再改
        </Button>
      )}
      {entry.mendable === 'resend' && (
        <Button kind="primary" busy={busy} onClick={() => void mending.resend(entry)}>
          重新上报
        </Button>
      )}
      <SetAside entry={entry} act={act} mending={mending} />
    </div>
  );
}

/** Giving up is an act with a reason: recorded by name, never a silent deletion. */
function SetAside({ entry, act, mending }: WaysProps) {
  const open = useSignal(false);
  const reason = useSignal('');
  const pressed = useSignal(false);
  const close = () => {
    open.value = false;
    pressed.value = false;
  };
  const confirm = async () => {
    pressed.value = true;
    if (reason.value.trim() === '') return;
    if (await mending.setAside(entry.id, reason.value)) close();
  };
  return (
    <>
      <Button
        kind="danger"
        onClick={() => {
          open.value = true;
        }}
      >
        放弃
      </Button>
      <Dialog
        open={open.value}
        heading={`放弃上报这一步：${act}？`}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>不放弃</Button>
            <Button kind="danger" busy={mending.busy.value === entry.id} onClick={() => void confirm()}>
              放弃上报
            </Button>
          </>
        }
      >
        <p>放弃后不能再报。谁放弃、为什么，会记下来上报区里。</p>
        <Field
          label="放弃的原因"
          width="full"
          rows={3}
          maxLength={400}
          value={reason.value}
          error={pressed.value && reason.value.trim() === '' ? '请写明原因' : undefined}
          onInput={(text) => {
            reason.value = text;
          }}
        />
      </Dialog>
    </>
  );
}
