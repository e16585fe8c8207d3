import { MessageSquarePlus, Trash2 } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isSeenBy } from '../../../domain/decideNote.ts';
import { NOTE_LENGTH } from '../../../domain/handling.ts';
import { standingFor } from '../../../domain/standing.ts';
import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { Field } from '../../parts/field.tsx';
import type { BesideModel } from '../case/besideModel.ts';
import styles from '../case/case.module.css';
import type { CaseScene } from '../case/caseActions.ts';
import { useBench } from '../desk.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { noteReaders } from './noteReaders.ts';

/** 业务指导: what the offices that see a case write each other on it. It is read by all of them, and decides nothing. */
export function NoteThread({
  scene,
  note: model,
}: {
  readonly scene: CaseScene;
  readonly note: BesideModel;
}) {
  const { rules, today, local } = useBench();
  const { found } = scene;
  const { notes = [] } = found;
  const writes = mayWriteNote(scene);
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
      {writes && <NoteBox model={model} />}
    </section>
  );
}

export function mayWriteNote({ found, item, actor }: CaseScene): boolean {
  const stand = { found, item, actor, status: found.status, route: found.route };
  const seen = isSeenBy(found, item, { office: actor.office.id, roles: actor.roles });
  return standingFor('note', stand) === 'ok' && seen;
}

/** Closed until somebody writes: above the papers it would push them off the screen. The cursor goes along. */
function NoteBox({ model }: { readonly model: BesideModel }) {
  const box = useRef<HTMLDivElement>(null);
  const opened = model.open.value;
  const before = useRef(opened);
  // Before it is painted: whoever sees the box may type.
  useLayoutEffect(() => {
    if (before.current === opened) return;
    before.current = opened;
    // What was written earlier comes back without taking the cursor from where somebody is.
    if (opened && model.text.peek() !== '') return;
    box.current?.querySelector<HTMLElement>(opened ? 'textarea' : 'button')?.focus();
  }, [opened, model]);
  return (
    <div ref={box} class={styles.noteBox}>
      {opened ? (
        <NoteForm model={model} />
      ) : (
        <Button
          icon={MessageSquarePlus}
          onClick={() => {
            model.open.value = true;
          }}
        >
          写留言
        </Button>
      )}
    </div>
  );
}

function NoteForm({ model }: { readonly model: BesideModel }) {
  return (
    <>
      <TroubleNotice trouble={model.trouble.value} />
      <Field
        label="写留言"
        hint="写给对方单位的话；不要写身份证号和电话。没有网也能写，连网后自动发出。"
        rows={3}
        width="full"
        maxLength={NOTE_LENGTH}
        value={model.text.value}
        onInput={(value) => model.write(value)}
      />
      <Unsent model={model} />
      <div class={styles.ways}>
        <Button icon={MessageSquarePlus} busy={model.busy.value} onClick={() => void model.send()}>
          留言
        </Button>
        {model.text.value === '' && (
          <Button
            kind="quiet"
            onClick={() => {
              model.open.value = false;
            }}
          >
            不写了
          </Button>
        )}
      </div>
    </>
  );
}

/** Taken up again where it was left. */
function Unsent({ model }: { readonly model: BesideModel }) {
  const { today } = useBench();
  const at = model.keeping.resumed.value;
  if (at === null) return null;
  return (
    <div class={styles.ways}>
      <p class={styles.quiet}>这条留言是{momentInWords(at, today)}写的，还没有发出。</p>
      <Button kind="quiet" icon={Trash2} onClick={() => model.close()}>
        不要这条
      </Button>
    </div>
  );
}
