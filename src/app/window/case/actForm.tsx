import { closeGroundOf } from '../../../domain/grounds.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { commandWords } from '../../parts/commandWords.ts';
import { Field } from '../../parts/field.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import { useBench } from '../desk.tsx';
import { Deadlines } from '../intake/deadlines.tsx';
import { DeclineForm } from '../intake/declineForm.tsx';
import { PaperList } from '../intake/paperList.tsx';
import { OTHER } from '../intake/told.ts';
import { CorrectionForm, ToldEditor } from '../intake/toldEditor.tsx';
import { PaperPages, PhotoTable, paperNameIn } from '../photos/paperPages.tsx';
import { TroubleNotice } from '../trouble.tsx';
import styles from './case.module.css';
import { actName, type CaseAct, deferredLines, silenceSays, supplementLines } from './caseActions.ts';
import type { CaseModel } from './caseModel.ts';
import { DepositsTaken } from './deposits.tsx';
import { KeptLine } from './keptLine.tsx';

/** Acts that end in a paper to hand over. */
const PAPER: ReadonlySet<CaseAct> = new Set([
  'accept',
  'requireCorrection',
  'returnPapers',
  'decline',
  'close',
  'withdraw',
]);

/** The one act being prepared, in the place of the case's contents. */
export function ActForm({ model }: { readonly model: CaseModel }) {
  const onward = useOnward();
  const act = model.act.value;
  if (!act) return null;
  const name = actName(act, model.scene.value);
  const submit = async () => {
    const accepts = act === 'supplement' && model.form.value.alsoAccept && model.completes.value;
    const goOn = onward();
    const saved = await model.submit();
    if (saved && (PAPER.has(act) || accepts)) goOn(`/desk/print/case/${saved.id}?saved=1`);
  };
  return (
    <section class={styles.act} aria-label={name}>
      <h2>{name}</h2>
      <KeptLine
        keeping={model.keeping}
        name={name}
        passed={!model.acts.value.includes(act)}
        onDiscard={() => model.leave()}
      />
      <TroubleNotice trouble={model.trouble.value} />
      <Fields model={model} act={act} />
      <div class={styles.ways}>
        <Button kind="primary" busy={model.busy.value} onClick={() => void submit()}>
          {name === commandWords[act] ? `提交${name}` : `提交并${name}`}
        </Button>
        <Button onClick={() => model.leave()}>取消</Button>
      </div>
    </section>
  );
}

function Fields({ model, act }: { readonly model: CaseModel; readonly act: CaseAct }) {
  const { rules, today } = useBench();
  const form = model.form.value;
  switch (act) {
    case 'accept':
      return <AcceptFacts model={model} />;
    case 'supplement':
    case 'fulfil':
      return <Brought model={model} act={act} />;
    case 'requireCorrection':
      return (
        <>
          <Told model={model} />
          <CorrectionForm
            due={form.due}
            today={today}
            calendar={rules.calendar}
            onDue={(due) => model.set({ due })}
          />
        </>
      );
    case 'returnPapers':
      return <Told model={model} />;
    case 'decline':
      return (
        <>
          <DeclineForm
            grounds={model.grounds.value}
            ground={form.ground}
            text={form.text}
            referTo={form.referTo}
            onChange={(patch) => model.set(patch)}
          />
          {model.grounds.value.find((one) => one.code === form.ground)?.needsLines && <Told model={model} />}
        </>
      );
    case 'close':
      return (
        <>
          <CloseGround model={model} />
          <Reason model={model} label="具体情况" optional />
        </>
      );
    case 'withdraw':
      return (
        <>
          <p>申请人要求撤回的，请让申请人在打印的单子上签字。</p>
          <Reason model={model} label="撤回原因" optional />
        </>
      );
  }
}

/** Why it may be ended today, and what that rests on. */
function CloseGround({ model }: { readonly model: CaseModel }) {
  const rule = model.scene.value?.item.intakeRule;
  const ground = rule && closeGroundOf(model.form.value.ground, rule);
  if (!ground) return null;
  return (
    <p>
      {ground.label}。依据：{ground.basis}
      {ground.confirmation === 'pending' && '（部门还没有核定）'}
    </p>
  );
}

function AcceptFacts({ model }: { readonly model: CaseModel }) {
  const { rules, today } = useBench();
  const scene = model.scene.value;
  if (!scene?.guide) return null;
  const silence = silenceSays(scene);
  const { papersOn } = scene.found;
  return (
    <>
      <p>
        {silence
          ? `${silence}。请打印受理通知书交给申请人；还有缺的或者不符的会标上“待核”，由督查人员核对。`
          : '材料齐全，今天受理。'}
      </p>
      <Deadlines
        guide={scene.guide}
        answers={scene.found.answers}
        renews={scene.found.renews}
        accepted={silence ? papersOn : today}
        calendar={rules.calendar}
      />
    </>
  );
}

function Brought({ model, act }: { readonly model: CaseModel; readonly act: 'supplement' | 'fulfil' }) {
  const { rules, today } = useBench();
  const scene = model.scene.value;
  if (!scene?.guide) return null;
  const lines =
    act === 'supplement'
      ? supplementLines(scene.found, scene.guide)
      : deferredLines(scene.found, scene.guide);
  const form = model.form.value;
  return (
    <>
      {act === 'supplement' && <DepositsTaken model={model} />}
      <p>勾选这次带来的材料。</p>
      <PaperList
        lines={lines}
        marks={form.marks}
        today={today}
        calendar={rules.calendar}
        onMark={(material, mark) => model.mark(material, mark)}
        pagesOf={({ material }) => (
          <PaperPages pages={model.pages} paper={material.id} name={material.name} />
        )}
      />
      <PhotoTable
        pages={model.pages}
        item={scene.guide.title}
        nameOf={(paper) => paperNameIn(lines, paper)}
      />
      {act === 'supplement' && model.completes.value && (
        <Checkbox
          label="材料已齐，同时受理"
          hint="今天受理，期限从明天起算，一起打印受理通知书。"
          checked={form.alsoAccept}
          onChange={(alsoAccept) => model.set({ alsoAccept })}
        />
      )}
    </>
  );
}

function Told({ model }: { readonly model: CaseModel }) {
  const { lines } = model.form.value;
  const replace = (at: number, what: string) =>
    model.set({ lines: lines.map((line, on) => (on === at ? { ...line, what } : line)) });
  return (
    <ToldEditor
      lines={lines}
      editable={() => true}
      removable={(at) => lines[at]?.material === OTHER}
      onWhat={replace}
      onRemove={(at) => model.set({ lines: lines.filter((_, on) => on !== at) })}
      onAdd={(line) => model.set({ lines: [...lines, line] })}
    />
  );
}

function Reason({
  model,
  label,
  optional,
}: {
  readonly model: CaseModel;
  readonly label: string;
  readonly optional: boolean;
}) {
  return (
    <Field
      label={label}
      width="full"
      rows={3}
      maxLength={400}
      optional={optional}
      value={model.form.value.text}
      onInput={(text) => model.set({ text })}
    />
  );
}
