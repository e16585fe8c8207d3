import { type Signal, useComputed, useSignal } from '@preact/signals';
import { Printer } from 'lucide';
import { useEffect } from 'preact/hooks';
import { lineOf } from '../../../domain/deposit.ts';
import { receivesAt } from '../../../domain/office.ts';
import { readNoticeCode } from '../../../protocol/noticeCode.ts';
import type { Api } from '../../local/edges/api.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { useBench } from '../desk.tsx';
import { ScanField } from '../intake/scanField.tsx';
import { useSlip } from '../slip/useSlip.ts';
import { type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import { ClaimCase } from './claimCase.tsx';
import styles from './deposit.module.css';
import {
  depositSlip,
  type ReceiptShown,
  receiptIn,
  receivingHallOf,
  type Told,
  takenBefore,
  toldBy,
} from './deposit.ts';

/**
 * 别的大厅的办件: nobody is sent back to the hall that received it. Papers are taken against the code on the correction
 * notice, which needs neither the case nor a line; what else any hall may do needs a line, and number and code of the receipt.
 */
export function DepositScreen({ api }: { readonly api: Api }) {
  const { local, rules, hall, roles } = useBench();
  const told = useSignal<Told | null>(null);
  const receipt = useSignal<ReceiptShown | null>(null);
  const trouble = useSignal<Trouble | null>(null);
  const receives = receivesAt(hall.kind, roles);
  const scan = (text: string): boolean => {
    receipt.value = receiptIn(text) ?? null;
    if (receipt.value) {
      told.value = null;
      trouble.value = null;
      return true;
    }
    const read = readNoticeCode(text);
    trouble.value = read.ok ? null : troubleOf(read.refusal);
    if (read.ok) told.value = toldBy(read.value, rules);
    return read.ok;
  };
  const found = told.value;
  const shown = receipt.value ?? { number: found?.code.number ?? '', code: '' };
  const own = useComputed(() =>
    local.cases.value.find((one) => one.case.number === told.value?.code.number && one.case.hall === hall.id),
  ).value;
  return (
    <Page heading="别的大厅的办件" back={{ label: '办件', href: '/desk/' }}>
      {!receives ? (
        <Notice kind="info" heading="办别的大厅的件要有窗口岗位" todo="请换由窗口人员办理。" />
      ) : (
        <>
          <p>
            来人在别的大厅办的件，在这里也能交补正材料、领结果、撤回申请。交补正材料的，扫补正告知书上的码，勾选带来的，出凭证，没有网也照常收；别的要连着网。
          </p>
          <ScanField
            trouble={trouble.value}
            onScan={scan}
            optional={false}
            label="扫补正告知书、收件凭证或者收件贴"
            hint="点进框里，用扫码枪扫来人手里的纸。补正告知书扫材料表下面“就近补交”的码。"
          />
          {found && own && (
            <Notice
              kind="info"
              heading="这一件就是本大厅收的"
              todo="不用代收，请打开办件直接补正。"
              actions={<Button href={`/desk/case/${own.case.id}`}>打开办件</Button>}
            />
          )}
          {found && !own && <Taking key={found.code.number} told={found} />}
          {!own && <ClaimCase key={`claim ${shown.number} ${shown.code}`} api={api} shown={shown} />}
        </>
      )}
    </Page>
  );
}

function Taking({ told }: { readonly told: Told }) {
  const { desk, rules } = useBench();
  const { issue, trouble, busy } = useSlip();
  const ticked = useSignal<ReadonlySet<number>>(new Set());
  const text = useSignal('');
  const receiving = rules.office(receivingHallOf(told.code.number));
  useEffect(() => {
    // What is ticked is nowhere else yet.
    desk.formOpen.value = true;
    return () => {
      desk.formOpen.value = false;
    };
  }, [desk]);
  const save = () =>
    issue(
      depositSlip(
        told,
        told.lines.filter((_, at) => ticked.value.has(at)),
        text.value,
      ),
    );
  return (
    <section class={styles.taking} aria-label="收下的材料">
      <h2>{told.title ?? '本机目录里没有这个事项'}</h2>
      <p class={styles.number}>
        编号 {told.code.number}
        {receiving && `，${receiving.name}收件`}
      </p>
      {told.title === undefined && (
        <Notice
          kind="info"
          heading="本机目录里没有这个事项的指南，只能按告知书上的序号收"
          todo="请对照来人的告知书逐项勾选，连网后会更新目录。"
        />
      )}
      <Lines told={told} ticked={ticked} />
      <Field
        label="说明"
        optional
        hint="写份数、原件还是复印件。不写姓名和证件号码。"
        value={text.value}
        rows={2}
        maxLength={400}
        width="full"
        onInput={(words) => {
          text.value = words;
        }}
      />
      <TroubleNotice trouble={trouble.value} />
      <ActionBar>
        <Button kind="primary" icon={Printer} busy={busy.value} onClick={() => void save()}>
          {`收下 ${ticked.value.size} 样，出代收凭证`}
        </Button>
      </ActionBar>
    </section>
  );
}

interface LinesProps {
  readonly told: Told;
  /** Places of the lines that were brought. */
  readonly ticked: Signal<ReadonlySet<number>>;
}

function Lines({ told, ticked }: LinesProps) {
  const { local } = useBench();
  const before = takenBefore(local.slips.value, told.code.number);
  const tick = (at: number, brought: boolean) => {
    const next = new Set(ticked.value);
    if (brought) next.add(at);
    else next.delete(at);
    ticked.value = next;
  };
  return (
    <fieldset class={styles.lines}>
      <legend>勾选来人带来的材料</legend>
      {told.lines.map((line, at) => {
        const receipt = before.get(lineOf(line));
        const there = receipt && `本机已代收过，凭证 ${receipt.payload.number}；又带来的才勾。`;
        return (
          <Checkbox
            key={at}
            label={line.name}
            hint={there ? `${line.what}。${there}` : line.what}
            checked={ticked.value.has(at)}
            onChange={(brought) => tick(at, brought)}
          />
        );
      })}
    </fieldset>
  );
}
