import { ASSIGN_LENGTH, assigneeOf, mayGive } from '../../../domain/assignment.ts';
import { rolesHeld } from '../../../domain/office.ts';
import { carriesOn } from '../../../domain/turn.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { postWords } from '../../parts/postWords.ts';
import type { CaseScene } from '../case/caseActions.ts';
import type { CaseModel } from '../case/caseModel.ts';
import { useBench } from '../desk.tsx';
import { EVERYBODY } from './formAssign.ts';
import type { HandlingModel } from './handlingModel.ts';

interface Offered {
  readonly value: string;
  readonly label: string;
  readonly name: string;
  readonly help?: string;
}

/** Taken, given to a colleague whose post carries the case on, or given back; who that can be is known without a line. */
export function AssignFields(props: { readonly file: CaseModel; readonly model: HandlingModel }) {
  const { local, roles } = useBench();
  const scene = props.file.scene.value;
  const self = local.signedIn.value;
  const offered = useOffered(scene);
  if (!scene || !self) return null;
  const { person, text } = props.model.form.value;
  const had = assigneeOf(scene.found);
  const theirs = had && had.person !== self.id;
  return (
    <>
      {had && (
        <p>
          现在由<b>{had.personName}</b>承办。
        </p>
      )}
      <Choice
        question="由谁承办？"
        hint={hintOf(offered, mayGive(roles) && !self.colleagues)}
        options={offered.map(({ value, label, help }) => ({ value, label, help }))}
        value={person || undefined}
        onChange={(value) => {
          const name = offered.find((one) => one.value === value)?.name ?? '';
          props.model.set({ person: value, name });
        }}
      />
      <Field
        label={theirs ? '改派原因' : '附言'}
        hint={`${theirs ? '' : '要注意什么，可以不写。'}看得到这一件的单位都看得到，不要写私事。`}
        optional={!theirs}
        width="full"
        rows={2}
        maxLength={ASSIGN_LENGTH}
        value={text}
        onInput={(value) => props.model.set({ text: value })}
      />
    </>
  );
}

function hintOf(offered: readonly Offered[], unknown: boolean): string | undefined {
  if (unknown) return '本机还没有本单位同事的名单，连一次网就有。';
  return offered.length === 0 ? '本单位现在没有别的同事办得了这一步。' : undefined;
}

function useOffered(scene: CaseScene | undefined): readonly Offered[] {
  const { local, hall, roles } = useBench();
  const self = local.signedIn.value;
  if (!scene || !self) return [];
  const { found, status, item } = scene;
  const had = assigneeOf(found);
  const gives = mayGive(roles);
  const own = { id: self.id, name: self.name, posts: self.posts };
  const others = (gives ? (self.colleagues ?? []) : []).filter(({ id }) => id !== self.id);
  const people = [own, ...others]
    .map(({ id, name, posts }) => ({ id, name, held: rolesHeld(posts, hall.id, local.now()) }))
    .filter(
      ({ id, held }) =>
        id !== had?.person && carriesOn({ office: hall, roles: held }, id, found, item, status),
    )
    .map(({ id, name, held }) => ({
      ...{ value: id, name, label: id === self.id ? `我来办（${name}）` : name },
      help: held.map((role) => postWords[role]).join('、'),
    }));
  const back = had && (gives || had.person === self.id);
  return [...people, ...(back ? [{ value: EVERYBODY, label: '交还，谁都可以办', name: '' }] : [])];
}
