import { useMemo } from 'preact/hooks';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { EnrolModel, officesOf } from './enrolModel.ts';
import styles from './shell.module.css';

/** Once for each device: it gets its slot, so that numbers never collide, also without a line. */
export function EnrolScreen({ local }: { readonly local: Local }) {
  const person = local.signedIn.value;
  const posts = person?.posts ?? [];
  const model = useMemo(
    () => new EnrolModel((name, office) => local.enrol(name, office), posts),
    [local, person],
  );
  const { online } = local.status.value;
  const trouble = model.trouble.value;
  const nameOf = (office: string) => local.catalogue.value?.rules.office(office)?.name ?? office;
  return (
    <Page heading="登记这台设备" lead="只登记一次。登记后这台设备能断网收件、自己编号，编号不会和别处重复。">
      {!online && (
        <Notice
          kind="warn"
          announce
          heading="现在没有网络，登记要连网"
          todo="请连上网络后再登记，之后就可以断网办理。"
        />
      )}
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} />}
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void model.submit();
        }}
      >
        <Field
          label="设备名称"
          hint="看名字就知道是哪一台，如“2 号窗口”“下乡平板”。"
          maxLength={60}
          value={model.name.value}
          onInput={(text) => {
            model.name.value = text;
          }}
        />
        <Choice
          question="放在哪个单位用？"
          options={officesOf(posts).map((office) => ({ value: office, label: nameOf(office) }))}
          value={model.office.value}
          onChange={(office) => {
            model.office.value = office;
          }}
        />
        <Button type="submit" kind="primary" wide busy={model.busy.value}>
          登记这台设备
        </Button>
      </form>
    </Page>
  );
}
