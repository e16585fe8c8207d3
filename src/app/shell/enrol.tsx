import { useMemo } from 'preact/hooks';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { useOnward } from '../parts/useOnward.ts';
import { codeInAddress } from './enrolCode.ts';
import { EnrolModel } from './enrolModel.ts';
import styles from './shell.module.css';

export interface EnrolScreenProps {
  readonly local: Local;
  /** For administrators, who sign in on any computer. */
  readonly onVisit?: (() => void) | undefined;
}

/** Once for each device: it gets its slot, so that numbers never collide, also without a line. */
export function EnrolScreen({ local, onVisit }: EnrolScreenProps) {
  const model = useMemo(
    () => new EnrolModel((code, sure) => local.enrol(code, sure), codeInAddress(location, history)),
    [local],
  );
  const onward = useOnward();
  const submit = async (sure?: boolean) => {
    const goOn = onward();
    // The link of the code has served: what comes next is the door, and then the desk.
    if (await model.submit(sure)) goOn('/desk/', true);
  };
  const { online, waiting } = local.status.value;
  const trouble = model.trouble.value;
  return (
    <Page heading="登记这台设备" lead="只登记一次。登记后这台设备能断网收件、自己编号，编号不会和别处重复。">
      {!online && (
        <Notice
          kind="warn"
          announce
          heading="现在没有网络，登记要连网"
          kept={waiting > 0 ? `本机有 ${waiting} 件待上报，都还在。` : undefined}
          todo="请连上网络后再登记，之后就可以断网办理。"
        />
      )}
      {trouble && (
        <Notice
          kind="problem"
          heading={trouble.what}
          todo={trouble.todo}
          actions={
            model.suspected.value ? (
              <Button onClick={() => void submit(true)}>不是无痕窗口，继续登记</Button>
            ) : undefined
          }
        />
      )}
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="登记码"
          hint="管理员在“设备”里出的 8 位码，30 分钟内有效，一个码登记一台；大小写都行。"
          maxLength={20}
          value={model.code.value}
          onInput={(text) => {
            model.code.value = text;
          }}
        />
        <Button type="submit" kind="primary" wide busy={model.busy.value}>
          登记这台设备
        </Button>
      </form>
      {onVisit && <OtherWays online={online} onVisit={onVisit} />}
    </Page>
  );
}

/** For whoever does not come to enrol. */
function OtherWays({ online, onVisit }: { readonly online: boolean; readonly onVisit: () => void }) {
  return (
    <>
      {online && (
        <p class={styles.quietLine}>
          系统刚装好、还没有人员？<a href="/desk/setup">做首次设置</a>
        </p>
      )}
      <div>
        <Button kind="quiet" onClick={onVisit}>
          只做管理工作，用密码登录
        </Button>
      </div>
    </>
  );
}
