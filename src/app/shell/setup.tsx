import { useMemo } from 'preact/hooks';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { useOnward } from '../parts/useOnward.ts';
import { SetupModel } from './setupModel.ts';
import styles from './shell.module.css';

/** Once for each district, before anybody can sign in: its first administrator. */
export function SetupScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const onward = useOnward();
  const model = useMemo(
    () => new SetupModel(api, (username, password) => local.signIn(username, password)),
    [local, api],
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const goOn = onward();
    if (await model.submit()) goOn('/desk/admin/staff', true);
  };
  const trouble = model.trouble.value;
  return (
    <Page
      heading="首次设置：建第一个管理员"
      lead="只做一次。管理员建好以后，由他增加其他工作人员。"
      back={{ label: '登录', href: '/desk/' }}
    >
      <form class={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} />}
        <Entry
          model={model}
          field="code"
          label="一次性口令"
          hint="服务器第一次启动时显示，横线可以不输。"
          maxLength={40}
        />
        <Entry model={model} field="name" label="姓名" maxLength={40} />
        <Entry model={model} field="username" label="用户名" autocomplete="username" maxLength={32} />
        <Entry
          model={model}
          field="password"
          label="密码"
          hint="不少于 10 个字符。"
          type="password"
          autocomplete="new-password"
          maxLength={200}
        />
        <Button type="submit" kind="primary" wide busy={model.busy.value}>
          建管理员并登录
        </Button>
      </form>
    </Page>
  );
}

type EntryProps = Omit<Parameters<typeof Field>[0], 'value' | 'error' | 'onInput'> & {
  readonly model: SetupModel;
  readonly field: Parameters<SetupModel['set']>[0];
};

function Entry({ model, field, ...rest }: EntryProps) {
  return (
    <Field
      {...rest}
      value={model.form.value[field]}
      error={model.faults.value[field]}
      onInput={(text) => model.set(field, text)}
    />
  );
}
