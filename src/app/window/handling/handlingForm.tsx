import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Case } from '../../../domain/case.ts';
import type { DocumentKind } from '../../../domain/documentTitles.ts';
import {
  FORM_REASONS,
  REFUSAL_REASONS,
  REVOCATION_REASONS,
  type Reason,
  reasonsFor,
  SEND_BACK_REASONS,
} from '../../../domain/reasons.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choice } from '../../parts/choice.tsx';
import { commandWords } from '../../parts/commandWords.ts';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import styles from '../case/case.module.css';
import type { CaseModel } from '../case/caseModel.ts';
import { KeptLine } from '../case/keptLine.tsx';
import { partLater } from '../later.tsx';
import { DocumentText } from '../papers/documentText.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { NumberField, SettleFields } from './besideFields.tsx';
import { PaperFields, StepFields, SuspensionFields } from './fields.tsx';
import { HandOffFields, PromiseFields } from './fieldsAfter.tsx';
import { FORMS, type HandlingField, type HandlingWords } from './form.ts';
import type { HandlingModel } from './handlingModel.ts';
import { RectifyFields } from './rectifyFields.tsx';

/** Fields that are fetched apart. */
const LATER = {
  delivery: partLater(async () => (await import('./deliveryFields.tsx')).DeliveryFields),
  assign: partLater(async () => (await import('./assignFields.tsx')).AssignFields),
};
const SealedOpinion = partLater(async () => (await import('./sealedOpinion.tsx')).SealedOpinion);

/** They follow what the town has sealed, or send it back: it stands in the form. */
const ON_THE_SEAL: readonly HandlingCommandType[] = ['issue', 'refuseOnOpinion', 'returnForForm'];

/** Nobody submits what they have not seen: parts that are fetched apart have come. */
function isWhole(act: HandlingCommandType): boolean {
  const come = FORMS[act].fields.every((field) => !isLater(field) || LATER[field].ready.value);
  return come && (!ON_THE_SEAL.includes(act) || SealedOpinion.ready.value);
}

const isLater = (field: HandlingField): field is keyof typeof LATER => field in LATER;

/** The one act being prepared, over the case file that it rests on. */
export function HandlingActForm({
  file,
  model,
}: {
  readonly file: CaseModel;
  readonly model: HandlingModel;
}) {
  const onward = useOnward();
  const form = useRef<HTMLElement>(null);
  const act = model.act.value;
  const found = file.view.value?.case;
  // The button that was pressed is gone: whoever works by keyboard goes on in the form.
  useLayoutEffect(() => form.current?.focus(), [act]);
  if (!act || !found) return null;
  const words = FORMS[act];
  const name = commandWords[act];
  const submit = async () => {
    const goOn = onward();
    const saved = await model.submit();
    const kind = saved && words.paper && paperAfter(words.paper, saved);
    if (kind) goOn(`/desk/print/case/${saved.id}?saved=1&kind=${kind}`);
  };
  return (
    <section class={styles.act} aria-label={name} ref={form} tabIndex={-1}>
      <h2>{name}</h2>
      <p>{words.lead}</p>
      <KeptLine
        keeping={file.keeping}
        name={name}
        passed={!model.acts.value.includes(act) && !model.isMending()}
        onDiscard={() => model.leave()}
      />
      {model.changed.value && (
        <Notice
          kind="warn"
          announce
          heading="您打开以后，卷宗有了变化"
          kept="您写的内容还在。"
          todo="请再看一遍下面的卷宗。"
          actions={<Button onClick={() => model.look()}>看过了，按现在的卷宗办</Button>}
        />
      )}
      <TroubleNotice trouble={model.trouble.value} />
      {(act === 'approve' || act === 'seal') && (
        <div class={styles.release}>
          <DocumentText found={found} />
        </div>
      )}
      {ON_THE_SEAL.includes(act) && <SealedOpinion file={file} />}
      {words.fields.map((field) => (
        <FieldOf key={field} field={field} file={file} model={model} />
      ))}
      <div class={styles.ways}>
        <Button
          kind={words.danger ? 'danger' : 'primary'}
          busy={model.busy.value}
          disabled={!isWhole(act)}
          onClick={() => void submit()}
        >
          {`提交${name}`}
        </Button>
        <Button onClick={() => model.leave()}>取消</Button>
      </div>
    </section>
  );
}

/** The paper that an act has made, as the case now stands; undefined where it made none. */
function paperAfter(paper: NonNullable<HandlingWords['paper']>, saved: Case): DocumentKind | undefined {
  const { revocation } = saved;
  switch (paper) {
    case 'release':
      if (revocation) return 'revocation';
      return saved.route === 'review' && !saved.issue ? 'opinion' : 'decision';
    case 'delivery':
      return revocation ? 'revocationDelivery' : paper;
    case 'mending':
      return saved.promiseChecks?.at(-1)?.mendBy === undefined ? undefined : paper;
    default:
      return paper;
  }
}

interface FieldProps {
  readonly field: HandlingField;
  readonly file: CaseModel;
  readonly model: HandlingModel;
}

function FieldOf({ field, file, model }: FieldProps) {
  const form = model.form.value;
  switch (field) {
    case 'agree':
      return <Verdict model={model} question="审核下来，同意吗？" good="同意" bad="不同意" />;
    case 'grant':
      return <Verdict model={model} question="决定怎么作？" good="准予" bad="不予" />;
    case 'refusalReasons':
      return form.good === false ? <Reasons file={file} model={model} /> : null;
    case 'formReason':
      return <OneReason file={file} model={model} list={FORM_REASONS} question="形式上哪里不对？" />;
    case 'sendBackReason':
      return <OneReason file={file} model={model} list={SEND_BACK_REASONS} question="为什么退回？" />;
    case 'text':
      return <Words model={model} />;
    case 'copies':
      return (
        <Field
          label="用印份数"
          type="number"
          unit="份"
          width="short"
          value={form.copies}
          onInput={(copies) => model.set({ copies })}
        />
      );
    case 'number':
      return <NumberField model={model} />;
    case 'days':
      return (
        <Field
          label={model.act.value === 'extend' ? '延长几个工作日' : '大约需要几天'}
          type="number"
          unit={model.act.value === 'extend' ? '个工作日' : '天'}
          width="short"
          value={form.days}
          onInput={(days) => model.set({ days })}
        />
      );
    case 'delivery':
      return <LATER.delivery file={file} model={model} />;
    case 'suspension':
      return <SuspensionFields file={file} model={model} />;
    case 'step':
      return <StepFields file={file} model={model} />;
    case 'to':
      return <PaperFields file={file} model={model} />;
    case 'assign':
      return <LATER.assign file={file} model={model} />;
    case 'settleReason':
      return <SettleFields model={model} />;
    case 'promise':
      return <PromiseFields file={file} model={model} />;
    case 'handOffOutcome':
      return <HandOffFields file={file} model={model} />;
    case 'rectify':
      return <RectifyFields file={file} model={model} />;
    case 'revocationReason':
      return <OneReason file={file} model={model} list={REVOCATION_REASONS} question="为什么撤销？" />;
  }
}

function Verdict(props: {
  readonly model: HandlingModel;
  readonly question: string;
  readonly good: string;
  readonly bad: string;
}) {
  const { good } = props.model.form.value;
  return (
    <Choice
      inline
      question={props.question}
      options={[
        { value: 'good', label: props.good },
        { value: 'bad', label: props.bad },
      ]}
      value={good === undefined ? undefined : good ? 'good' : 'bad'}
      onChange={(value) => props.model.set({ good: value === 'good' })}
    />
  );
}

const ruleOf = (file: CaseModel) => file.scene.value?.item.intakeRule ?? 'service';

function Reasons({ file, model }: Omit<FieldProps, 'field'>) {
  const { reasons } = model.form.value;
  return (
    <fieldset class={styles.reasons}>
      <legend>理由（可以选几条）</legend>
      {reasonsFor(REFUSAL_REASONS, ruleOf(file)).map(({ code, label, basis }) => (
        <Checkbox
          key={code}
          label={label}
          hint={basis}
          checked={reasons.includes(code)}
          onChange={(on) =>
            model.set({ reasons: on ? [...reasons, code] : reasons.filter((one) => one !== code) })
          }
        />
      ))}
    </fieldset>
  );
}

function OneReason(
  props: Omit<FieldProps, 'field'> & { readonly list: readonly Reason[]; readonly question: string },
) {
  return (
    <Choice
      question={props.question}
      options={reasonsFor(props.list, ruleOf(props.file)).map(({ code, label, basis }) => ({
        value: code,
        label,
        help: basis,
      }))}
      value={props.model.form.value.reason || undefined}
      onChange={(reason) => props.model.set({ reason })}
    />
  );
}

function Words({ model }: { readonly model: HandlingModel }) {
  const act = model.act.value;
  if (!act) return null;
  const { text = '情况', optional } = FORMS[act];
  return (
    <Field
      label={text}
      width="full"
      rows={4}
      maxLength={2000}
      optional={optional}
      value={model.form.value.text}
      onInput={(value) => model.set({ text: value })}
    />
  );
}
