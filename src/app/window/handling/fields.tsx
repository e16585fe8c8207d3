import { stepFiles } from '../../../domain/files.ts';
import type { StepOutcome } from '../../../domain/handling.ts';
import { noticeUntil, proceduresFor } from '../../../domain/procedures.ts';
import { Choice } from '../../parts/choice.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Field } from '../../parts/field.tsx';
import type { CaseModel } from '../case/caseModel.ts';
import { useBench } from '../desk.tsx';
import { PaperPages, PhotoTable } from '../photos/paperPages.tsx';
import { stepsToRecord } from './acts.ts';
import type { HandlingModel } from './handlingModel.ts';
import { outcomeWords } from './words.ts';

interface Props {
  readonly file: CaseModel;
  readonly model: HandlingModel;
}

export function SuspensionFields({ file, model }: Props) {
  const scene = file.scene.value;
  if (!scene) return null;
  const form = model.form.value;
  return (
    <>
      <Choice
        question="哪一种程序？"
        options={proceduresFor(scene.found, scene.item.intakeRule, scene.guide).map(
          ({ code, label, basis }) => ({
            value: code,
            label,
            help: basis,
          }),
        )}
        value={form.procedure || undefined}
        onChange={(procedure) => model.set({ procedure })}
      />
      <Field
        label="告知书的文号或者日期"
        maxLength={80}
        value={form.notice}
        onInput={(notice) => model.set({ notice })}
      />
    </>
  );
}

const OUTCOMES: readonly StepOutcome[] = ['done', 'doubt', 'objection', 'settled'];

/** A site visit, a public notice, an objection, a payment. */
export function StepFields({ file, model }: Props) {
  const { rules, today } = useBench();
  const scene = file.scene.value;
  if (!scene?.guide) return null;
  const form = model.form.value;
  const step = scene.guide.steps.find((one) => one.id === form.step);
  const earliest = step && form.at !== '' ? noticeUntil(step, form.at, rules.calendar) : undefined;
  const outcomes = step?.kind === 'notice' ? OUTCOMES : OUTCOMES.slice(0, 2);
  return (
    <>
      <Choice
        question="哪一个步骤？"
        options={stepsToRecord(scene).map(({ id, name }) => ({ value: id, label: name }))}
        value={form.step || undefined}
        onChange={(value) => model.chooseStep(value)}
      />
      <Field
        label={step?.kind === 'notice' ? '公示从哪天起' : '哪一天'}
        type="date"
        max={today}
        value={form.at}
        onInput={(at) => model.set({ at })}
      />
      {step?.kind === 'visit' && (
        <Field label="几点" type="time" value={form.time} onInput={(time) => model.set({ time })} />
      )}
      {step?.kind === 'notice' && (
        <Field
          label="公示到哪天止"
          type="date"
          min={earliest ?? form.at}
          hint={earliest && `按规定最早到 ${dateInFull(earliest)}止。`}
          value={form.until}
          onInput={(until) => model.set({ until })}
        />
      )}
      <Field
        label="在场的工作人员"
        hint={step?.kind === 'visit' ? '现场核查要两人以上，姓名之间用顿号隔开。' : '姓名之间用顿号隔开。'}
        maxLength={120}
        value={form.officers}
        onInput={(officers) => model.set({ officers })}
      />
      <Field
        label="地点"
        optional={step?.kind !== 'visit'}
        maxLength={200}
        value={form.place}
        onInput={(place) => model.set({ place })}
      />
      <Choice
        inline
        question="结果怎样？"
        options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
        value={form.outcome}
        onChange={(outcome) => model.set({ outcome })}
      />
      {step && (
        <>
          <PaperPages pages={file.pages} paper={stepFiles(step.id)} name={step.name} />
          <PhotoTable pages={file.pages} item={scene.guide.title} nameOf={() => step.name} />
        </>
      )}
    </>
  );
}

/** To whom the paper goes: the department, or back to the town. */
export function PaperFields({ file, model }: Props) {
  const { rules, hall } = useBench();
  const scene = file.scene.value;
  if (!scene) return null;
  const { found, item } = scene;
  const offices = [...new Set([item.department, found.handlingTown ?? found.hall, found.hall])];
  return (
    <Choice
      question="交给谁？"
      options={offices
        .filter((id) => id !== hall.id)
        .map((id) => ({ value: id, label: rules.office(id)?.name ?? id }))}
      value={model.form.value.to || undefined}
      onChange={(to) => model.set({ to })}
    />
  );
}
