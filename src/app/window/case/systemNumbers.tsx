import { NotebookPen, Trash2 } from 'lucide';
import type { Case } from '../../../domain/case.ts';
import { lastNumbers, SYSTEM_NUMBER_LENGTH } from '../../../domain/systemNumber.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull, momentInWords } from '../../parts/dates.ts';
import { Field } from '../../parts/field.tsx';
import { useBench } from '../desk.tsx';
import { TroubleNotice } from '../trouble.tsx';
import type { BesideModel } from './besideModel.ts';
import styles from './case.module.css';
import { type CaseScene, mayWriteNumber } from './caseActions.ts';

/** Numbers that systems of record gave back; one that was written down anew stays, and says so. */
export function SystemNumbers({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const { systemNumbers = [] } = found;
  if (systemNumbers.length === 0) return null;
  const standing = lastNumbers(found);
  return (
    <section class={styles.entry} aria-label="系统编号">
      <h2>系统编号</h2>
      <ol class={styles.history}>
        {systemNumbers.map((one, at) => (
          <li key={at}>
            <b>
              {one.system}：{one.number}
            </b>
            {!standing.includes(one) && <span>（后来改登过，以后面的为准）</span>}
            <span class={styles.quiet}>
              {rules.office(one.office)?.shortName ?? one.office} · {one.name} · {dateInFull(one.on)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where whoever copied the case writes down what the system gave back. */
export function NumberForm({ scene, model }: { readonly scene: CaseScene; readonly model: BesideModel }) {
  const { today } = useBench();
  if (!mayWriteNumber(scene)) return null;
  const begun = model.keeping.resumed.value;
  return (
    <>
      <Field
        label="系统给的编号"
        hint="录完以后，把那个系统给的编号记在这一件上。没有网也能记。"
        maxLength={SYSTEM_NUMBER_LENGTH}
        value={model.text.value}
        onInput={(text) => model.write(text)}
      />
      {begun !== null && (
        <p class={styles.quiet}>这个编号是{momentInWords(begun, today)}写的，还没有登记。</p>
      )}
      <TroubleNotice trouble={model.trouble.value} />
      <div class={styles.ways}>
        <Button icon={NotebookPen} busy={model.busy.value} onClick={() => void model.send()}>
          登记编号
        </Button>
        {(begun !== null || model.trouble.value) && (
          <Button kind="quiet" icon={Trash2} onClick={() => model.discard()}>
            不要这个
          </Button>
        )}
      </div>
    </>
  );
}
