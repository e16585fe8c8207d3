import { type RectifiedField, rectifiable } from '../../../domain/rectify.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import styles from '../case/case.module.css';
import type { CaseScene } from '../case/caseActions.ts';
import type { CaseModel } from '../case/caseModel.ts';
import { fieldInWords, valueInWords } from '../papers/afterWords.ts';
import { keyOfField } from './formAfter.ts';
import type { HandlingModel } from './handlingModel.ts';

/** Which entry is wrong, what stands there, and what is right: side by side. */
export function RectifyFields({ file, model }: { readonly file: CaseModel; readonly model: HandlingModel }) {
  const scene = file.scene.value;
  if (!scene?.guide) return null;
  const places = rectifiable(scene.found, scene.guide, scene.item);
  const { field, was, now } = model.form.value;
  const chosen = places.find((one) => keyOfField(one.field) === field);
  return (
    <>
      <Choice
        question="哪一处写错了？"
        options={places.map((one) => ({
          value: keyOfField(one.field),
          label: fieldInWords(one.field, scene.found, scene.guide),
          help: valueInWords(one.field, one.value),
        }))}
        value={field || undefined}
        onChange={(key) =>
          model.set({
            field: key,
            was: places.find((one) => keyOfField(one.field) === key)?.value ?? '',
            now: '',
          })
        }
      />
      {chosen && (
        <>
          <dl class={styles.facts}>
            <div>
              <dt>原来写的</dt>
              <dd>{valueInWords(chosen.field, was)}</dd>
            </div>
          </dl>
          <Field
            label="正确的"
            maxLength={lengthOf(chosen.field, scene)}
            value={now}
            onInput={(value) => model.set({ now: value })}
          />
        </>
      )}
    </>
  );
}

function lengthOf(field: RectifiedField, { guide }: CaseScene): number {
  if (field.of === 'party') return { name: 120, telephone: 20, address: 200 }[field.what];
  const question = guide?.questions.find((one) => one.id === field.question);
  return question?.kind === 'text' ? question.maxLength : 500;
}
