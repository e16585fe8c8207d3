import { useSignal } from '@preact/signals';
import { PackageCheck, PackageOpen, Printer } from 'lucide';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isLate, isMissed } from '../../../domain/transfer.ts';
import type { ListedCase } from '../../local/types.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reasonDialog.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import { useBench, useDesk } from '../desk.tsx';
import { ScanField } from '../intake/scanField.tsx';
import { titleOf } from '../start/caseList.ts';
import { TroubleNotice } from '../trouble.tsx';
import styles from './transfer.module.css';
import { ARRIVING, type Bundle, TransferModel } from './transferModel.ts';

/** 移交: paper files that go, that are on their way, and that come. */
export function TransferScreen() {
  const desk = useDesk();
  const model = useMemo(() => new TransferModel(desk), [desk]);
  const lists = [model.toSend, model.underWay, model.arriving, model.signed];
  const nothing = lists.every((one) => one.value.length === 0);
  return (
    <Page heading="移交纸质材料" back={{ label: '办件', href: '/desk/' }}>
      <TroubleNotice trouble={model.trouble.value} />
      {nothing && (
        <Empty
          icon={PackageOpen}
          what="没有要移交或者签收的"
          how="办件到了部门，纸质材料会列在这里等着移交；别处移交来的，也列在这里等着签收。"
        />
      )}
      {model.arriving.value.length > 0 && <Arriving model={model} />}
      {model.toSend.value.map((bundle) => (
        <ToSend key={bundle.key} model={model} bundle={bundle} />
      ))}
      {model.underWay.value.length > 0 && <UnderWay model={model} />}
      {model.signed.value.length > 0 && <Signed model={model} />}
    </Page>
  );
}

function ToSend({ model, bundle }: { readonly model: TransferModel; readonly bundle: Bundle }) {
  const { rules } = useBench();
  const { route } = useLocation();
  const onward = useOnward();
  const office = rules.office(bundle.key)?.name ?? bundle.key;
  const going = bundle.cases.filter((one) => !model.left.value.has(one.case.id));
  const send = async () => {
    const goOn = onward();
    const list = await model.send(bundle);
    if (list) goOn(`/desk/print/list/${list}`);
  };
  return (
    <section class={styles.bundle} aria-label={`移交给${office}`}>
      <h2>移交给{office}</h2>
      <ScanField
        label="扫材料，勾到清单上"
        hint="扫收件凭证、文书或者收件贴。扫第一件时先清掉下面的勾，清单上只有扫到的；也可以不扫，直接勾。"
        optional={false}
        trouble={null}
        onScan={(text) => {
          const list = model.pick(text, bundle.key);
          if (list) route(`/desk/print/list/${list}`);
          return false;
        }}
      />
      <Said model={model} where={bundle.key} />
      {bundle.cases.map((one) => (
        <Checkbox
          key={one.case.id}
          label={`${one.case.applicant}：${titleOf(one, rules)}`}
          hint={one.case.number}
          checked={!model.left.value.has(one.case.id)}
          onChange={(goes) => model.keep(one.case.id, !goes)}
        />
      ))}
      <div>
        <Button
          kind="primary"
          icon={Printer}
          busy={model.busy.value}
          disabled={going.length === 0}
          onClick={() => void send()}
        >
          {`移交 ${going.length} 件，打印清单`}
        </Button>
      </div>
    </section>
  );
}

/** Line by line, by a press or by the scanner; what is missing holds nothing else back. */
function Arriving({ model }: { readonly model: TransferModel }) {
  const onward = useOnward();
  const missing = useSignal<{ readonly list: string; readonly line: ListedCase } | null>(null);
  const scan = async (text: string) => {
    const goOn = onward();
    const list = await model.scan(text);
    if (list) goOn(`/desk/print/list/${list}`);
  };
  const hidden = model.arriving.value.length - model.shown.value.length;
  return (
    <section class={styles.bundle} aria-label="等着签收">
      <h2>等着签收</h2>
      <ScanField
        label="扫办件编号签收"
        hint="扫收件凭证、转递单、别的文书或者收件贴，扫一件签一件；扫清单的二维码，只看那一张。也可以手工输入后回车。"
        optional={false}
        trouble={null}
        onScan={(text) => {
          void scan(text);
          return false;
        }}
      />
      <Said model={model} where={ARRIVING} />
      {hidden > 0 && (
        <div>
          <Button
            onClick={() => {
              model.opened.value = null;
            }}
          >
            {`显示全部清单（另有 ${hidden} 张）`}
          </Button>
        </div>
      )}
      {model.shown.value.map((bundle) => (
        <ArrivingList
          key={bundle.key}
          model={model}
          bundle={bundle}
          onMissing={(line) => {
            missing.value = { list: bundle.key, line };
          }}
        />
      ))}
      {missing.value && (
        <ReasonDialog
          heading={`没有收到：${missing.value.line.case.applicant}`}
          act="登记没有收到"
          label="缺什么"
          hint="移出的单位会看到，这一行留着，别的照签。"
          busy={model.busy.value}
          onClose={() => {
            missing.value = null;
          }}
          onConfirm={(text) => {
            const open = missing.value;
            missing.value = null;
            if (open) void model.missing(open.list, open.line, text);
          }}
        />
      )}
    </section>
  );
}

interface ArrivingListProps {
  readonly model: TransferModel;
  readonly bundle: Bundle;
  readonly onMissing: (line: ListedCase) => void;
}

function ArrivingList({ model, bundle: { key, cases }, onMissing }: ArrivingListProps) {
  const { rules } = useBench();
  const together = model.unmissed(cases);
  return (
    <div class={styles.list}>
      <h3>
        {rules.office(cases[0]?.case.custody?.at ?? '')?.name}移交，还有 {cases.length} 件没有签收
      </h3>
      <ul class={styles.lines}>
        {cases.map((line) => (
          <li key={line.case.id} class={styles.line}>
            <Line view={line} />
            <Button busy={model.busy.value} onClick={() => void model.sign(key, [line])}>
              签收
            </Button>
            {!isMissed(line.case) && (
              <Button kind="quiet" onClick={() => onMissing(line)}>
                没有收到
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div class={styles.acts}>
        {together.length > 0 && (
          <Button
            kind="primary"
            icon={PackageCheck}
            busy={model.busy.value}
            onClick={() => void model.sign(key, together)}
          >
            {together.length === cases.length
              ? `全部签收（${together.length} 件）`
              : `签收其余 ${together.length} 件`}
          </Button>
        )}
        <Button href={`/desk/print/list/${key}`}>打印清单</Button>
      </div>
    </div>
  );
}

function UnderWay({ model }: { readonly model: TransferModel }) {
  const { rules } = useBench();
  return (
    <section class={styles.bundle} aria-label="已移交，还没有签收">
      <h2>已移交，还没有签收</h2>
      {model.underWay.value.map(({ key, cases }) => (
        <div key={key} class={styles.list}>
          <h3>
            交给{rules.office(cases[0]?.case.custody?.way?.to ?? '')?.name}，{cases.length} 件
          </h3>
          <ul class={styles.lines}>
            {cases.map((line) => (
              <li key={line.case.id} class={styles.line}>
                <Line view={line} />
              </li>
            ))}
          </ul>
          <div>
            <Button href={`/desk/print/list/${key}`}>打印清单</Button>
          </div>
        </div>
      ))}
    </section>
  );
}

/** What both ends have signed for: its list is printed again from here. */
function Signed({ model }: { readonly model: TransferModel }) {
  const { rules, hall } = useBench();
  const name = (id: string) => rules.office(id)?.name ?? id;
  return (
    <section class={styles.bundle} aria-label="都签收了的清单">
      <h2>都签收了的清单</h2>
      <ul class={styles.lines}>
        {model.signed.value.map(({ id, from, to, on, count }) => (
          <li key={id} class={styles.line}>
            <span class={styles.what}>
              {from === hall.id ? `移交给${name(to)}` : `${name(from)}移交来`}，{count} 件
              <span class={styles.number}>{dateInFull(on)}签收完</span>
            </span>
            <Button href={`/desk/print/list/${id}`}>打印清单</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ model, where }: { readonly model: TransferModel; readonly where: string }) {
  const said = model.said.value;
  return <p role="status">{said?.where === where ? said.words : null}</p>;
}

function Line({ view }: { readonly view: ListedCase }) {
  const { rules, today } = useBench();
  const { applicant, number, custody, id } = view.case;
  const late = isLate(view.case, today, rules.calendar);
  return (
    <span class={styles.what}>
      <a href={`/desk/case/${id}`}>
        {applicant}：{titleOf(view, rules)}
      </a>
      <span class={styles.number}>{number}</span>
      {custody?.way?.missing !== undefined && (
        <Badge kind="overdue" word={`没有收到：${custody.way.missing}`} />
      )}
      {late && <Badge kind="overdue" word={`${custody?.on} 移交，超过约定时间`} />}
    </span>
  );
}
