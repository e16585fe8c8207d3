import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { legalDateOf } from '../../domain/time.ts';
import { inWords } from '../../protocol/errors.ts';
import type { QuarantineEntry, QuarantineRuling } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { commandInWords } from '../parts/commandWords.ts';
import { momentInWords } from '../parts/dates.ts';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import styles from './oversight.module.css';
import { type QuarantineModel, quarantineModel } from './quarantineModel.ts';

type Ruling = QuarantineRuling['ruling'];

/** What stands apart until a supervisor has looked at it (督查). Never says what is in a command. */
export function QuarantineScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const model = useMemo(() => quarantineModel(api), [api]);
  const chosen = useSignal<{ entry: QuarantineEntry; ruling: Ruling } | null>(null);
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
  const confirm = async (reason: string) => {
    const act = chosen.value;
    if (act && (await model.rule(act.entry.id, { ruling: act.ruling, reason }))) close();
  };
  return (
    <Page
      heading="核对单独存放的记录"
      lead="停用的设备、停用的人员送来的记录，先在这里存放，不登记也不丢。先和大厅核实，再放行或者不登记。"
      width="wide"
    >
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} announce />}
      {model.done.value && <Notice kind="info" heading={model.done.value} announce />}
      {entries === null && !trouble && <p>正在读取…</p>}
      {entries?.length === 0 && (
        <Empty what="没有要核对的" how="停用的设备或者人员送来记录时，会列在这里。" />
      )}
      <ul class={styles.list}>
        {entries?.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            office={nameOf(entry.office)}
            today={today}
            onRule={(ruling) => {
              chosen.value = { entry, ruling };
            }}
          />
        ))}
      </ul>
      {chosen.value && (
        <RulingDialog ruling={chosen.value.ruling} model={model} onConfirm={confirm} onClose={close} />
      )}
    </Page>
  );
}

interface EntryProps {
  readonly entry: QuarantineEntry;
  readonly office: string;
  readonly today: string;
  readonly onRule: (ruling: Ruling) => void;
}

function Entry({ entry, office, today, onRule }: EntryProps) {
  const { type, by, device, at, receivedAt, code } = entry;
  const act = commandInWords(type);
  return (
    <li class={styles.entry}>
      <p class={styles.what}>
        {act} · {office} · {by.name}
      </p>
      <p class={styles.quiet}>
        {device.name} · 办理于 {momentInWords(at, today)} · 送到于 {momentInWords(receivedAt, today)}
      </p>
      <p class={styles.quiet}>{inWords(code).what}</p>
      <div class={styles.acts}>
        <Button label={`放行 ${act}，${by.name}`} onClick={() => onRule('release')}>
          放行
        </Button>
        <Button kind="danger" label={`不登记 ${act}，${by.name}`} onClick={() => onRule('setAside')}>
          不登记
        </Button>
      </div>
    </li>
  );
}

interface RulingProps {
  readonly ruling: Ruling;
  readonly model: QuarantineModel;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

function RulingDialog({ ruling, model, onConfirm, onClose }: RulingProps) {
  const release = ruling === 'release';
  return (
    <ReasonDialog
      heading={release ? '放行这条记录' : '不登记这条记录'}
      act={release ? '放行' : '不登记'}
      danger={!release}
      hint="必填，会和您的名字一起记录。"
      busy={model.busy.value}
      trouble={model.trouble.value}
      onConfirm={(reason) => void onConfirm(reason)}
      onClose={onClose}
    >
      <p>
        {release
          ? '放行后按规则判断，和正常送来的一样登记。'
          : '不登记的记录留在区里备查，送来的设备会收到说明。'}
      </p>
    </ReasonDialog>
  );
}
