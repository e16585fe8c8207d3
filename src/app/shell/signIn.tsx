import { useMemo } from 'preact/hooks';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import styles from './shell.module.css';
import { SignInModel } from './signInModel.ts';

export interface SignInScreenProps {
  readonly local: Local;
  readonly username?: string | undefined;
  /** Back to where one came from. */
  readonly onBack?: (() => void) | undefined;
}

/** With a password: for the first time on this device, with a forgotten secret, or for administration. */
export function SignInScreen({ local, username, onBack }: SignInScreenProps) {
  const { online, waiting } = local.status.value;
  return (
    <Page heading="登录" lead="用区里发给您的用户名和密码。登录一次后，断网也能照常办理。">
      {!online && (
        <Notice
          kind="warn"
          announce
          heading="现在没有网络，登录要连网"
          kept={waiting > 0 ? `本机有 ${waiting} 件待上报，都还在，连网后会自动上报。` : undefined}
          todo="请连上网络（或者用手机热点）后再登录。登录成功后就可以断网办理。"
        />
      )}
      <SignInForm local={local} username={username} />
      {onBack && (
        <div>
          <Button kind="quiet" onClick={onBack}>
            返回
          </Button>
        </div>
      )}
      {online && !local.device.value && (
        <p class={styles.quietLine}>
          系统刚装好、还没有人员？<a href="/desk/setup">做首次设置</a>
        </p>
      )}
    </Page>
  );
}

interface SignInFormProps {
  readonly local: Local;
  readonly username?: string | undefined;
  readonly onDone?: (() => void) | undefined;
}

function SignInForm({ local, username, onDone }: SignInFormProps) {
  const model = useMemo(
    () => new SignInModel((name, password) => local.signIn(name, password), username),
    [local, username],
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await model.submit()) onDone?.();
  };
  const trouble = model.trouble.value;
  return (
    <form class={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} />}
      <Field
        label="用户名"
        name="username"
        autocomplete="username"
        value={model.username.value}
        onInput={(text) => {
          model.username.value = text;
        }}
      />
      <Field
        label="密码"
        name="password"
        type="password"
        autocomplete="current-password"
        value={model.password.value}
        onInput={(text) => {
          model.password.value = text;
        }}
      />
      <Button type="submit" kind="primary" wide busy={model.busy.value}>
        登录
      </Button>
    </form>
  );
}

/** The session ended while the person works on: sending goes on, reading needs a sign-in. */
export function SignInAgain({ local, onClose }: { readonly local: Local; readonly onClose: () => void }) {
  return (
    <Dialog open heading="重新登录，接收最新办件" onClose={onClose}>
      <SignInForm local={local} username={local.signedIn.value?.username} onDone={onClose} />
    </Dialog>
  );
}
