import { useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide';
import { legalDateOf } from '../../domain/time.ts';
import { NEARLY_FULL } from '../local/storageWatch.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { someFormOpen } from '../parts/openForms.ts';
import type { FrameProps } from './frame.tsx';
import { GivenUpNotice } from './givenUp.tsx';
import styles from './shell.module.css';
import { SignInAgain } from './signInLater.ts';

/** A clock this far off is worth a word; anything less is corrected silently. */
const CLOCK_WORTH_SAYING_MS = 300_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function spanInWords(offsetMs: number): string {
  const span = Math.abs(offsetMs);
  if (span < 2 * HOUR_MS) return ` ${Math.round(span / MINUTE_MS)} 分钟`;
  return span < 2 * DAY_MS ? ` ${Math.round(span / HOUR_MS)} 小时` : ` ${Math.round(span / DAY_MS)} 天`;
}

/** What concerns every screen: the store, the session, the clock, a new version. Quiet unless there is something. */
export function Banners({ local, updates, formOpen }: Omit<FrameProps, 'children' | 'timer' | 'notices'>) {
  const { storeProblem, clockOffsetMs } = local.status.value;
  return (
    <div class={styles.banners}>
      {storeProblem && (
        <Notice
          kind="problem"
          heading={storeProblem}
          todo="请先不要关闭页面。新收的件请开纸质单据，并联系系统管理员查看设备空间。"
        />
      )}
      <Space local={local} />
      <GivenUpNotice local={local} />
      <Session local={local} />
      {Math.abs(clockOffsetMs) >= CLOCK_WORTH_SAYING_MS && (
        <p class={styles.quietLine}>
          本机时间{clockOffsetMs > 0 ? '慢' : '快'}了约{spanInWords(clockOffsetMs)}
          ，办理时间已按区里的时间校正。
        </p>
      )}
      <Keeping local={local} />
      <Update updates={updates} formOpen={formOpen} />
    </div>
  );
}

/** Said before the disk is full, while everything can still be saved. */
function Space({ local }: Pick<FrameProps, 'local'>) {
  const { storageShare } = local.status.value;
  if (storageShare === null || storageShare < NEARLY_FULL) return null;
  return (
    <Notice
      kind="warn"
      announce
      heading={
        storageShare >= 1 ? '本机存储空间满了' : `本机存储空间快满了，已用 ${Math.floor(storageShare * 100)}%`
      }
      kept="已保存的都在，没有上报的不会被清除。"
      todo="先别拍照，不拍照照样能收件。请尽快连网上报：上报完的照片会自动腾出空间。"
    />
  );
}

/** Whether what lies here will stay: the browser has not promised, or the district asks for contact. */
function Keeping({ local }: Pick<FrameProps, 'local'>) {
  const { persisted, wipeAt } = local.status.value;
  if (!local.device.value) return null;
  // The browser says it some time after the start: what comes late must not push a button away from under a finger.
  const told = persisted === false && local.access.value.state === 'open';
  return (
    <>
      {wipeAt && (
        <Notice
          kind="warn"
          announce
          heading={`请在 ${legalDateOf(wipeAt)} 之前连一次网`}
          kept="待上报的加密存放，不会清除。"
          todo="这台设备太久没有联系区里。过了这一天，草稿和看得见的办件会从本机清除，要连网登录后再下载。"
        />
      )}
      {told && (
        <p class={styles.quietLine}>
          浏览器还没有答应长期保存本机内容。请在浏览器菜单里选“安装就近办”或者“添加到主屏幕”，从那里打开。
        </p>
      )}
    </>
  );
}

function Session({ local }: Pick<FrameProps, 'local'>) {
  const open = useSignal(false);
  const { sessionEnded, online } = local.status.value;
  if (!sessionEnded || !local.signedIn.value) return null;
  return (
    <>
      <p class={styles.quietLine}>
        登录没能自动续上：照常办理、照常上报；重新登录后接收别处的最新办件。
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
