import { promisedLines, promiseStateOf } from '../../../domain/afterwards.ts';
import { addDays } from '../../../domain/time.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import styles from '../case/case.module.css';
import type { CaseModel } from '../case/caseModel.ts';
import { useBench } from '../desk.tsx';
import { paperNameIn } from '../papers/afterWords.ts';
import type { HandlingModel } from './handlingModel.ts';

interface Props {
  readonly file: CaseModel;
  readonly model: HandlingModel;
}

/** What was promised instead of a paper: kept, or which of it is not, and by when it is to be mended. */
export function PromiseFields({ file, model }: Props) {
  const { today } = useBench();
  const scene = file.scene.value;
  if (!scene) return null;
  const { found, guide } = scene;
  const { good, lines, mendBy } = model.form.value;
  const state = promiseStateOf(found);
  const told = found.promiseChecks?.at(-1)?.mendBy;
  return (
    <>
      {state === 'mend' && (
        <p>已经责令整改，期限到 {told}。整改好了随时可以登记；没有改好的，期限过后再登记。</p>
      )}
      <Choice
        inline
        question="承诺履行了吗？"
        options={[
          { value: 'good', label: state === 'check' ? '都履行了' : '已经整改，都履行了' },
          { value: 'bad', label: state === 'check' ? '没有履行' : '仍没有履行' },
        ]}
        value={good === undefined ? undefined : good ? 'good' : 'bad'}
        onChange={(value) => model.set({ good: value === 'good' })}
      />
      {good === false && (
        <fieldset class={styles.reasons}>
          <legend>哪一项没有履行（可以选几项）</legend>
          {promisedLines(found).map((id) => (
            <Checkbox
              key={id}
              label={paperNameIn(guide, id)}
              checked={lines.includes(id)}
              onChange={(on) => model.set({ lines: on ? [...lines, id] : lines.filter((one) => one !== id) })}
            />
          ))}
        </fieldset>
      )}
      {good === false && state === 'check' && (
        <Field
          label="整改到哪天"
          hint="责令限期整改，期限要写在通知书上。"
          type="date"
          min={addDays(today, 1)}
          value={mendBy}
          onInput={(value) => model.set({ mendBy: value })}
        />
      )}
    </>
  );
}

/** What whoever supervises has done with what was told. */
export function HandOffFields({ model }: Props) {
  const { found } = model.form.value;
  return (
    <Choice
      question="反馈什么？"
      options={[
        { value: 'noted', label: '已经纳入监管，没有发现问题' },
        { value: 'problem', label: '发现问题，请作出决定的单位核查' },
      ]}
      value={found || undefined}
      onChange={(value) => model.set({ found: value === 'problem' ? 'problem' : 'noted' })}
    />
  );
}
