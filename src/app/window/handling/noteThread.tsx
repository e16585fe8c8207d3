import { useSignal } from '@preact/signals';
import { MessageSquarePlus } from 'lucide';
import { isSeenBy } from '../../../domain/decideNote.ts';
import { NOTE_LENGTH } from '../../../domain/handling.ts';
import { standingFor } from '../../../domain/standing.ts';
import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { Field } from '../../parts/field.tsx';
import styles from '../case/case.module.css';
import type { CaseScene } from '../case/caseActions.ts';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import { noteReaders } from './noteReaders.ts';

/** 业务指导: what the offices that see a case write each other on it. It is read by all of them, and decides nothing. */
export function NoteThread({ scene }: { readonly scene: CaseScene }) {
  const { rules, today, local } = useBench();
  const { found } = scene;
  const { notes = [] } = found;
  const writes = mayWrite(scene);
  if (notes.length === 0 && !writes) return null;
  return (
    <section class={styles.section} aria-label="业务往来">
      <h2>业务往来</h2>
      <p class={styles.quiet}>
        {noteReaders(scene, (id) => rules.office(id)?.shortName ?? id)}
        留言不是审核，也不是决定。
      </p>
      {notes.length > 0 && (
        <ol class={styles.notes}>
          {notes.map((note, at) => (
            <li key={at} class={styles.note} data-own={note.by === local.signedIn.value?.id ? '' : undefined}>
              <p class={styles.noteText}>{note.text}</p>
              <p class={styles.quiet}>
                {rules.office(note.office)?.shortName ?? note.office} · {note.name} ·{' '}
                {momentInWords(note.at, today)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {writes && <NoteForm caseId={found.id} />}
    </section>
  );
}

function mayWrite({ found, item, actor }: CaseScene): boolean {
  const stand = { found, item, actor, status: found.status, route: found.route };
  const seen = isSeenBy(found, item, { office: actor.office.id, roles: actor.roles });
  return standingFor('note', stand) === 'ok' && seen;
}

function NoteForm({ caseId }: { readonly caseId: string }) {
  const { local, desk } = useBench();
  const text = useSignal('');
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const write = (value: string) => {
    text.value = value;
    trouble.value = null;
    // What is being written must not be lost to an update of the app.
    desk.formOpen.value = value.trim() !== '';
  };
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    try {
      const payload = { text: text.value.trim() };
      const result = await local.submit({ caseId, acts: [{ type: 'note', payload }] });
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
      <TroubleNotice trouble={trouble.value} />
      <Field
        label="写留言"
        hint="写给对方单位的话；不要写身份证号和电话。没有网也能写，连网后自动发出。"
        rows={3}
        width="full"
        maxLength={NOTE_LENGTH}
        value={text.value}
        onInput={write}
      />
      <div>
        <Button icon={MessageSquarePlus} busy={busy.value} onClick={() => void send()}>
          留言
        </Button>
      </div>
    </>
  );
}
