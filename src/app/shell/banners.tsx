import { useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { someFormOpen } from '../parts/openForms.ts';
import type { FrameProps } from './frame.tsx';
import styles from './shell.module.css';
import { SignInAgain } from './signIn.tsx';

/** A clock this far off is worth a word; anything less is corrected silently. */
const CLOCK_WORTH_SAYING_MS = 300_000;
const MINUTE_MS = 60_000;

/** What concerns every screen: the store, the session, the clock, a new version. Quiet unless there is something. */
export function Banners({ local, updates, formOpen }: Omit<FrameProps, 'children'>) {
  const { storeProblem, clockOffsetMs } = local.status.value;
  const minutes = Math.round(Math.abs(clockOffsetMs) / MINUTE_MS);
  return (
    <div class={styles.banners}>
      {storeProblem && (
        <Notice
          kind="problem"
          heading={storeProblem}
          todo="请先不要关闭页面。新收的件请开纸质单据，并联系系统管理员查看设备空间。"
        />
      )}
      <Session local={local} />
      {Math.abs(clockOffsetMs) >= CLOCK_WORTH_SAYING_MS && (
        <p class={styles.quietLine}>
          本机时间{clockOffsetMs > 0 ? '慢' : '快'}了约 {minutes} 分钟，办理时间已按区里的时间校正。
        </p>
      )}
      <Update updates={updates} formOpen={formOpen} />
    </div>
  );
}

function Session({ local }: Pick<FrameProps, 'local'>) {
  const open = useSignal(false);
  const { sessionEnded, online } = local.status.value;
  if (!sessionEnded || !local.signedIn.value) return null;
  return (
    <>
      <p class={styles.quietLine}>
        登录已过期：照常办理、照常上报；重新登录后接收别处的最新办件。
        {online && (
          <Button
            kind="quiet"
            onClick={() => {
              open.value = true;
            }}
          >
            重新登录
          </Button>
        )}
      </p>
      {open.value && (
        <SignInAgain
          local={local}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}

function Update({ updates, formOpen }: Pick<FrameProps, 'updates' | 'formOpen'>) {
  if (!updates.updateReady.value) return null;
  if (formOpen.value || someFormOpen.value)
    return (
      <p class={styles.quietLine} role="status">
        有新版本，办完这件再更新。
      </p>
    );
  return (
    <Notice
      kind="info"
      announce
      heading="有新版本"
      todo="更新只要几秒，草稿和待上报的都不受影响。"
      actions={
        <Button icon={RefreshCw} onClick={() => updates.applyUpdate()}>
          现在更新
        </Button>
      }
    />
  );
}
