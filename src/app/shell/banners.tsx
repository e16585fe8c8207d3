import { useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide';
import { useLocation } from 'preact-iso';
import { legalDateOf } from '../../domain/time.ts';
import type { LineStatus } from '../local/lineStatus.ts';
import { NEARLY_FULL } from '../local/storageWatch.ts';
import type { StoreProblem } from '../local/storeWatch.ts';
import { Button } from '../parts/button.tsx';
import { Notice, type NoticeProps } from '../parts/notice.tsx';
import { someFormOpen } from '../parts/openForms.ts';
import { useHeld } from '../parts/press.ts';
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

/** On every screen: whether something is being written there is not known here. */
const storeWords: Readonly<Record<StoreProblem, Pick<NoticeProps, 'heading' | 'kept' | 'todo'>>> = {
  'store.quota': {
    heading: '本机存储空间满了，再写的存不下',
    kept: '已经存下的都在，没有丢失。',
    todo: '请尽快连网上报，上报完的照片会自动腾出空间；先别拍照。正在写的页面请先不要关闭，新收的件请开纸质单据，并联系系统管理员。',
  },
  'store.failed': {
    heading: '本机刚才读写失败',
    kept: '以前存下的都在，没有丢失。',
    todo: '正在写的页面请先不要关闭。一直不行，新收的件请开纸质单据，并联系系统管理员。',
  },
  'store.unreadable': {
    heading: '本机有一条记录读不出来',
    kept: '记录仍留在本机，没有删除。',
    todo: '请联系系统管理员。',
  },
};

/** What concerns every screen: the store, the session, the clock, a new version. Quiet unless there is something. */
export function Banners({ local, updates, formOpen }: Omit<FrameProps, 'children' | 'timer' | 'notices'>) {
  // What comes late must not push a button away from under a finger.
  const status = useHeld(local.status);
  // The lock screen says itself what went wrong there; nobody has a form open.
  const open = local.access.value.state === 'open';
  const { storeProblem, clockOffsetMs } = status;
  return (
    <div class={styles.banners}>
      {open && storeProblem && <Notice kind="problem" {...storeWords[storeProblem]} />}
      <Space share={open && storeProblem === 'store.quota' ? null : status.storageShare} />
      <GivenUpNotice local={local} status={status} />
      <Session local={local} status={status} />
      {Math.abs(clockOffsetMs) >= CLOCK_WORTH_SAYING_MS && (
        <p class={styles.quietLine}>
          本机时间{clockOffsetMs > 0 ? '慢' : '快'}了约{spanInWords(clockOffsetMs)}
          ，办理时间已按区里的时间校正。
        </p>
      )}
      <Keeping local={local} status={status} />
      <Update updates={updates} formOpen={formOpen} />
    </div>
  );
}

interface StandingProps extends Pick<FrameProps, 'local'> {
  readonly status: LineStatus;
}

/** Said before the disk is full, while everything can still be saved. */
function Space({ share }: { readonly share: number | null }) {
  if (share === null || share < NEARLY_FULL) return null;
  return (
    <Notice
      kind="warn"
      announce
      heading={share >= 1 ? '本机存储空间满了' : `本机存储空间快满了，已用 ${Math.floor(share * 100)}%`}
      kept="已保存的都在，没有上报的不会被清除。"
      todo="先别拍照，不拍照照样能收件。请尽快连网上报：上报完的照片会自动腾出空间。"
    />
  );
}

/**
 * Where somebody has a case or a paper before them. Advice would take its place on a phone: there the app says that it
 * should be installed on its other screens (DESIGN §6: and keeps saying so).
 */
export const BESIDE = /^\/desk\/(case|intake|print)\//;

/** Whether what lies here will stay: the browser has not promised, or the district asks for contact. */
function Keeping({ local, status: { persisted, wipeAt } }: StandingProps) {
  const { path } = useLocation();
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
        <p class={styles.quietLine} data-beside={BESIDE.test(path) ? '' : undefined}>
          浏览器还没有答应长期保存本机内容。请在浏览器菜单里选“安装就近办”或者“添加到主屏幕”，从那里打开。
        </p>
      )}
    </>
  );
}

function Session({ local, status: { sessionEnded, online } }: StandingProps) {
  const open = useSignal(false);
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
  if (!useHeld(updates.updateReady)) return null;
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
