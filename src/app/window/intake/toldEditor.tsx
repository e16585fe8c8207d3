import { Plus, Trash2 } from 'lucide';
import type { Calendar } from '../../../domain/calendar.ts';
import type { ToldLine } from '../../../domain/case.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useBench } from '../desk.tsx';
import styles from './intake.module.css';
import { correctionDates, OTHER } from './told.ts';

export interface ToldEditorProps {
  readonly lines: readonly ToldLine[];
  readonly editable: (at: number) => boolean;
  /** Lines of the checklist stay: leaving one out would tell twice. */
  readonly removable: (at: number) => boolean;
  readonly onWhat: (at: number, what: string) => void;
  readonly onRemove: (at: number) => void;
  readonly onAdd: (line: ToldLine) => void;
}

/** Everything that a notice tells, prefilled; the words of each line can be made more exact. */
export function ToldEditor({ lines, editable, removable, onWhat, onRemove, onAdd }: ToldEditorProps) {
  return (
    <section class={styles.told} aria-label="告知内容">
      <h2>告知内容，共 {lines.length} 项</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ol class={styles.toldList} role="list">
        {lines.map((line, at) => (
          <li key={at} class={styles.toldLine}>
            <p class={styles.toldName}>
              <span aria-hidden="true">{at + 1}. </span>
              {line.name}
            </p>
            {editable(at) ? (
              <Field
                label={`“${line.name}”要补什么`}
                width="full"
                rows={2}
                maxLength={400}
                value={line.what}
                error={line.what.trim() === '' ? '请写明缺什么、补到什么样' : undefined}
                onInput={(what) => onWhat(at, what)}
              />
            ) : (
              <p>{line.what}</p>
            )}
            {line.basis && <p class={styles.quiet}>依据：{line.basis}</p>}
            {removable(at) && (
              <Button kind="quiet" icon={Trash2} label={`删去：${line.name}`} onClick={() => onRemove(at)}>
                删去
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button icon={Plus} onClick={() => onAdd({ material: OTHER, name: '其他事项', what: '', basis: '' })}>
          添加一项
        </Button>
      </div>
    </section>
  );
}

export function CorrectionForm(props: {
  readonly due: LegalDate;
  readonly today: LegalDate;
  readonly calendar: Calendar;
  readonly onDue: (due: LegalDate) => void;
}) {
  const { first, last } = correctionDates(props.today, props.calendar);
  const { hall } = useBench();
  return (
    <Field
      label="请在哪天前补齐"
      type="date"
      width="short"
      min={first}
      max={last}
      hint={`明天到 ${last} 之间；可送到${hall.shortName}大厅。`}
      value={props.due}
      onInput={props.onDue}
    />
  );
}
