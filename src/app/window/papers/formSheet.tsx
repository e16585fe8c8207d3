import type { FilledField, FilledPart } from '../../../domain/filledForm.ts';
import type { ApplicationForm } from '../../../domain/guide.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { coveredText } from '../covered.ts';
import styles from './formSheet.module.css';

export type FormCopy = 'filled' | 'blank' | 'sample';

export const formCopyWords: Readonly<Record<FormCopy, string>> = {
  filled: '填好的表',
  blank: '空白表',
  sample: '示范文本',
};

interface FormSheetProps {
  readonly form: ApplicationForm;
  readonly copy: FormCopy;
  readonly fields: readonly FilledField[];
  readonly issuer: string;
  /** Numbers stand in full on the paper; on the screen never. */
  readonly inFull: boolean;
  /** Whose, where several of the same title stand on the page: for a screen reader. */
  readonly of?: string | undefined;
}

/** As many lines as stand on one A4 sheet at the usual height. */
const ROOMY_LINES = 14;

/** An application form of one A4 sheet. */
export function FormSheet({ form, copy, fields, issuer, inFull, of }: FormSheetProps) {
  const lines = fields.reduce((sum, field) => sum + field.lines, 0);
  return (
    <Sheet
      size="a4"
      issuer={copy === 'sample' ? formCopyWords.sample : issuer}
      title={form.title}
      label={of === undefined ? undefined : `${form.title}：${of}`}
      stamp={false}
    >
      {copy === 'sample' && (
        <p class={styles.sample} aria-hidden="true">
          {formCopyWords.sample}
        </p>
      )}
      <table class={`paper-table ${styles.form}`} data-dense={lines > ROOMY_LINES ? '' : undefined}>
        <tbody>
          {fields.map((field, at) => (
            <tr key={at}>
              <th scope="row">{field.label}</th>
              <td data-lines={field.lines}>
                {field.parts.map((part, index) => (
                  <span key={index} class={styles.part}>
                    <Value part={part} inFull={inFull} />
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={styles.declaration}>{form.declaration}</p>
      <FormSignatures />
      <p class={styles.note}>
        {notes[copy]}
        {form.confirmation === 'pending' && '本表的样式部门还没有核定，以部门公布的为准。'}
      </p>
    </Sheet>
  );
}

const notes: Readonly<Record<FormCopy, string>> = {
  filled: '本表按本人说的内容打印，请从头读一遍或者请人念一遍，有错当场改，空白处用笔填好，没有错再签名。',
  blank: '请用黑色笔填写，字迹要清楚。不会填的，可以参照示范文本，或者请窗口帮忙。',
  sample: '表里的人、地方和号码都是编的，只用来看怎么填，不能照抄，也不能当申请表交。',
};

function Value({ part, inFull }: { readonly part: FilledPart; readonly inFull: boolean }) {
  if (!part.number) return <>{part.text}</>;
  const covered = coveredText(part);
  if (!inFull) return <>{covered}</>;
  return (
    <>
      <span class={styles.onScreen}>{covered}</span>
      <span class={styles.onPaper}>{part.text}</span>
    </>
  );
}

/** Under what an applicant signs; who cannot write has a witness. */
export function FormSignatures() {
  return (
    <dl class={styles.signatures}>
      <div>
        <dt>申请人（签名或按指印）</dt>
        <dd />
      </div>
      <div>
        <dt>日期</dt>
        <dd>　　　年　　月　　日</dd>
      </div>
      <div>
        <dt>见证人（不会写字的，由见证人签名）</dt>
        <dd />
      </div>
      <div>
        <dt>日期</dt>
        <dd>　　　年　　月　　日</dd>
      </div>
    </dl>
  );
}
