import { ASSIGN_LENGTH, assigneeOf, handlersAt, mayGive } from '../../../domain/assignment.ts';
import { rolesHeld } from '../../../domain/office.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { postWords } from '../../parts/postWords.ts';
import type { CaseModel } from '../case/caseModel.ts';
import { useBench } from '../desk.tsx';
import { EVERYBODY } from './formAssign.ts';
import type { HandlingModel } from './handlingModel.ts';

/** Taken, given to a colleague, or given back; who that can be is known without a line. */
export function AssignFields(props: { readonly file: CaseModel; readonly model: HandlingModel }) {
  const { local, hall, roles } = useBench();
  const found = props.file.view.value?.case;
  const self = local.signedIn.value;
  if (!found || !self) return null;
  const { person, text } = props.model.form.value;
  const had = assigneeOf(found);
  const gives = mayGive(roles);
  const now = local.now();
  const others = gives ? handlersAt(self.colleagues ?? [], hall.id, now) : [];
  const options = [
    ...(had?.person === self.id ? [] : [{ value: self.id, label: '我来办', name: self.name, help: '' }]),
    ...others
      .filter(({ id }) => id !== self.id && id !== had?.person)
      .map(({ id, name, posts }) => {
        const held = rolesHeld(posts, hall.id, now);
        return { value: id, label: name, name, help: held.map((role) => postWords[role]).join('、') };
      }),
    ...(had && (gives || had.person === self.id)
      ? [{ value: EVERYBODY, label: '交还，谁都可以办', name: '', help: '' }]
      : []),
  ];
  return (
    <>
      {had && (
        <p>
          现在由<b>{had.personName}</b>办理。
        </p>
      )}
      <Choice
        question="由谁来办？"
        hint={
          gives && !self.colleagues
            ? '本机还没有本单位同事的名单，连一次网就有；现在可以自己领取。'
            : undefined
        }
        options={options.map(({ value, label, help }) => ({ value, label, ...(help ? { help } : {}) }))}
        value={person || undefined}
        onChange={(value) =>
          props.model.set({
            person: value,
            name: options.find((one) => one.value === value)?.name ?? '',
          })
        }
      />
      <Field
        label="附言"
        hint="为什么分派、要注意什么。"
        optional
        width="full"
        rows={2}
        maxLength={ASSIGN_LENGTH}
        value={text}
        onInput={(value) => props.model.set({ text: value })}
      />
    </>
  );
}
