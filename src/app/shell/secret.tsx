import { KeyRound } from 'lucide';
import { useMemo } from 'preact/hooks';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { SecretModel } from './secretModel.ts';
import styles from './shell.module.css';

/** Once for each person and device, after the password: the secret that everything here lies under. */
export function SecretScreen({ local }: { readonly local: Local }) {
  const model = useMemo(() => new SecretModel(local), [local]);
  const { passkey, digits, characters } = local.secretsAllowed.value;
  const trouble = model.trouble.value;
  return (
    <Page
      heading="设解锁口令"
      lead="以后在这台设备上用它解锁，断网也能办件。设备丢了，没有它谁也看不到里面的内容。"
    >
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} />}
      {passkey && (
        <div class={styles.form}>
          <Button
            kind="primary"
            wide
            icon={KeyRound}
            busy={model.busy.value}
            onClick={() => void model.set({ kind: 'passkey' })}
          >
            用通行密钥（指纹、人脸或者安全钥匙）
          </Button>
          <p class={styles.quietLine}>这台设备支持通行密钥，比口令更快也更安全。也可以设口令：</p>
        </div>
      )}
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void model.setTyped();
        }}
      >
        <Field
          label="新的解锁口令"
          hint={`至少 ${digits} 位数字，或者至少 ${characters} 个字符的一句话；不要用连号、重复的数字或者自己的名字。`}
          type="password"
          autocomplete="one-time-code"
          maxLength={200}
          value={model.first.value}
          onInput={(text) => {
            model.first.value = text;
          }}
        />
        <Field
          label="再输一次"
          type="password"
          autocomplete="one-time-code"
          maxLength={200}
          value={model.second.value}
          onInput={(text) => {
            model.second.value = text;
          }}
        />
        <Button type="submit" kind={passkey ? 'secondary' : 'primary'} wide busy={model.busy.value}>
          设好，开始办件
        </Button>
      </form>
      <div>
        <Button kind="quiet" onClick={() => void local.signOut()}>
          先不设，退出登录
        </Button>
      </div>
    </Page>
  );
}
