import { useSignal } from '@preact/signals';
import { KeyRound, LockOpen, UserRound } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Timer } from '../local/ports.ts';
import type { KeptPerson, Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import styles from './shell.module.css';
import { SignInScreen } from './signInLater.ts';
import { UnlockModel } from './unlockModel.ts';

export interface UnlockScreenProps {
  readonly local: Local;
  readonly timer: Timer;
}

/** Nobody's keys are open. Works without a line; shows counts, never names or numbers of cases. */
export function UnlockScreen({ local, timer }: UnlockScreenProps) {
  const access = local.access.value;
  const people = access.state === 'locked' ? access.people : [];
  const model = useMemo(() => new UnlockModel(local, timer), [local, timer]);
  useEffect(() => () => model.close(), [model]);
  const byPassword = useSignal(false);
  const chosen = people.find((one) => one.id === model.chosen.value);
  const only = people.length === 1 ? people[0] : undefined;
  const person = chosen ?? only;
  const toPassword = () => {
    byPassword.value = true;
  };
  const back = () => {
    byPassword.value = false;
  };
  if (people.length === 0) return <SignInScreen local={local} />;
  if (byPassword.value) return <SignInScreen local={local} username={person?.username} onBack={back} />;
  return (
    <Page heading="解锁" lead={leadOf(local)}>
      {person ? (
        <Unlock key={person.id} model={model} person={person} onPassword={toPassword} />
      ) : (
        <People people={people} onChoose={(one) => model.choose(one)} />
      )}
      <div class={styles.ways}>
        {person && !only && (
          <Button kind="quiet" onClick={() => model.choose(null)}>
            换一个人
          </Button>
        )}
        <Button kind="quiet" onClick={toPassword}>
          {`${person?.kind === 'passkey' ? '通行密钥用不了' : '忘了口令'}，或者第一次在这台设备上办件`}
        </Button>
      </div>
    </Page>
  );
}

function leadOf(local: Local): string {
  const { waiting } = local.status.value;
  const safe = '屏幕已锁定，内容都在本机，别人看不到。';
  return waiting > 0 ? `${safe}${waiting} 件待上报的，锁着也会自动上报。` : safe;
}

interface PeopleProps {
  readonly people: readonly KeptPerson[];
  readonly onChoose: (person: KeptPerson) => void;
}

function People({ people, onChoose }: PeopleProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
    <ul class={styles.people} role="list" aria-label="谁来办件">
      {people.map((person) => (
        <li key={person.id}>
          <Button wide icon={UserRound} onClick={() => onChoose(person)}>
            {person.username}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface UnlockProps {
  readonly model: UnlockModel;
  readonly person: KeptPerson;
  readonly onPassword: () => void;
}

function Unlock({ model, person, onPassword }: UnlockProps) {
  const trouble = model.trouble.value;
  const form = useRef<HTMLFormElement>(null);
  // `autofocus` counts once for each page, and this screen comes back many times a day. Before it is painted: whoever sees
  // the field may type.
  const focus = () => form.current?.querySelector<HTMLElement>('input, button')?.focus();
  useLayoutEffect(() => focus(), []);
  if (person.exhausted) return <Exhausted person={person} onPassword={onPassword} />;
  const passkey = person.kind === 'passkey';
  const waiting = model.wait.value > 0;
  return (
    <form
      ref={form}
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void model.unlock(person).then(focus);
      }}
    >
      {trouble && <Notice kind="problem" announce={!waiting} heading={trouble.what} todo={trouble.todo} />}
      {/* Said once: nobody wants to hear every second of a countdown. */}
      <span class="unseen" role="status">
        {waiting && model.said.value?.what}
      </span>
      {passkey ? (
        <p>
          <b>{person.username}</b> 用通行密钥解锁。
        </p>
      ) : (
        <Field
          label={`${person.username} 的解锁口令`}
          type="password"
          autocomplete="one-time-code"
          digits={person.kind === 'digits'}
          maxLength={200}
          value={model.secret.value}
          onInput={(text) => {
            model.secret.value = text;
          }}
        />
      )}
      <Button
        type="submit"
        kind="primary"
        icon={passkey ? KeyRound : LockOpen}
        wide
        busy={model.busy.value}
        disabled={waiting}
      >
        {passkey ? '用通行密钥解锁' : '解锁'}
      </Button>
    </form>
  );
}

function Exhausted({ person, onPassword }: Pick<UnlockProps, 'person' | 'onPassword'>) {
  return (
    <Notice
      kind="warn"
      announce
      heading={`${person.username} 的解锁口令错了 10 次，本机不再接受`}
      kept="办件和草稿都没有丢失。"
      todo="请连网用密码登录，再设新的解锁口令。"
      actions={
        <Button kind="primary" onClick={onPassword}>
          用密码登录
        </Button>
      }
    />
  );
}
