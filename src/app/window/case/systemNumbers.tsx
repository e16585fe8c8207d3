import { useSignal } from '@preact/signals';
import { NotebookPen } from 'lucide';
import type { Case } from '../../../domain/case.ts';
import { standingFor } from '../../../domain/standing.ts';
import { lastNumbers, SYSTEM_NUMBER_LENGTH } from '../../../domain/systemNumber.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Field } from '../../parts/field.tsx';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import styles from './case.module.css';
import type { CaseScene } from './caseActions.ts';
import type { CaseModel } from './caseModel.ts';

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
export function NumberForm({ scene, model }: { readonly scene: CaseScene; readonly model: CaseModel }) {
  const { local } = useBench();
  const number = useSignal('');
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const { found, item, actor, status } = scene;
  const system = item.target.name;
  if (standingFor('copied', { found, item, actor, status, route: found.route }) !== 'ok') return null;
  const write = (text: string) => {
    number.value = text;
    trouble.value = null;
    // What is being written must not be lost to an update of the app.
    model.setOpen(text.trim() !== '');
  };
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    try {
      const payload = { system, number: number.value.trim() };
      const result = await local.submit({ caseId: found.id, acts: [{ type: 'copied', payload }] });
      if (result.ok) write('');
      else trouble.value = troubleOf(result.refusal);
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <Field
        label="系统给的编号"
        hint="录完以后，把那个系统给的编号记在这一件上。没有网也能记。"
        maxLength={SYSTEM_NUMBER_LENGTH}
        value={number.value}
        onInput={write}
      />
      <TroubleNotice trouble={trouble.value} />
      <div>
        <Button icon={NotebookPen} busy={busy.value} onClick={() => void send()}>
          登记编号
        </Button>
      </div>
    </>
  );
}
