import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Case } from '../../../domain/case.ts';
import { checklistOf } from '../../../domain/checklist.ts';
import type { FilledField } from '../../../domain/filledForm.ts';
import type { ApplicationForm } from '../../../domain/guide.ts';
import { applicantIn } from '../../../domain/parties.ts';
import { isComplete, type Rules } from '../../../domain/rules.ts';
import { Choice } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { useNumbersAsked } from './askedNumbers.ts';
import { FormSheet } from './formSheet.tsx';
import { fieldsOf, numbersOn } from './forms.ts';
import styles from './papers.module.css';

interface FilledSheet {
  readonly of: Case;
  readonly form: ApplicationForm;
  readonly fields: readonly FilledField[];
}

/** The forms that each case of a sitting asks for, filled from it. */
export function filledSheets(cases: readonly Case[], rules: Rules): readonly FilledSheet[] {
  return cases.flatMap((of) => {
    const guide = rules.guide(of.guide, of.guideVersion);
    if (!isComplete(guide)) return [];
    const asked = checklistOf(guide, of.answers).filter((line) => line.state === 'asked');
    const papers = new Set(asked.map((line) => line.material.id));
    const facts = { guide, answers: of.answers, parties: of.parties };
    return (guide.forms ?? [])
      .filter((form) => papers.has(form.material))
      .map((form) => ({ of, form, fields: fieldsOf(form, 'filled', facts) }));
  });
}

const EVERYBODY = 'everybody';

interface SittingFormsProps {
  readonly cases: readonly Case[];
  /** Tells the screen how these are printed: what stands on them is asked for first. */
  readonly onReady: (print: () => void) => void;
}

/** The application forms of a sitting, one sheet each: of everybody, or of one of them. */
export function SittingForms({ cases, onReady }: SittingFormsProps) {
  const { hall, rules } = useBench();
  const whose = useSignal(EVERYBODY);
  const wanted = cases.filter((one) => whose.value === EVERYBODY || one.id === whose.value);
  const sheets = filledSheets(wanted, rules);
  const numbers = sheets.flatMap(({ of, fields }) =>
    numbersOn(fields).map((one) => ({ ...one, caseId: of.id })),
  );
  const printing = useNumbersAsked(numbers);
  useEffect(() => onReady(() => void printing.print()));
  return (
    <>
      <TroubleNotice trouble={printing.trouble} kept="办件内容都在，没有丢失。" />
      {printing.busy && <Notice kind="info" announce heading="正在取号码，取完就打印" />}
      {cases.length > 1 && (
        <Choice
          inline
          question="打印谁的申请表"
          options={[
            { value: EVERYBODY, label: `全部 ${cases.length} 件` },
            ...cases.map((one) => ({ value: one.id, label: applicantIn(one.parties)?.name ?? one.number })),
          ]}
          value={whose.value}
          onChange={(value) => {
            whose.value = value;
          }}
        />
      )}
      {sheets.length === 0 && <Notice kind="info" heading="这些件没有要填的申请表" />}
      <div class={styles.preview}>
        {sheets.map(({ of, form, fields }) => (
          <FormSheet
            key={`${of.id} ${form.material}`}
            form={form}
            copy="filled"
            fields={fields}
            issuer={hall.name}
            inFull={printing.inFull}
            of={applicantIn(of.parties)?.name}
          />
        ))}
      </div>
    </>
  );
}
