import type { GivenUp } from '../local/givenUp.ts';
import type { LineStatus } from '../local/lineStatus.ts';
import type { Local } from '../local/types.ts';
import { Notice } from '../parts/notice.tsx';

type Counts = Pick<Local['status']['value'], 'waiting' | 'refused' | 'apart'>;

/** Said on every screen until the device is put to use again: what has happened to what was here, and what remains. */
export function GivenUpNotice({ local, status }: { readonly local: Local; readonly status: LineStatus }) {
  const { gaveUp, ...counts } = status;
  if (!gaveUp) return null;
  const enrolled = local.device.value !== null;
  return <Notice kind="warn" announce {...wordsOf(gaveUp.why, counts, enrolled)} />;
}

const happened: Readonly<Record<GivenUp['why'], string>> = {
  revoked: '这台设备已由区里停用',
  wipe: '这台设备已按区里的命令清除',
  silence: '太久没有联系区里，本机看得见的内容已清除',
};

const AGAIN = '草稿和看得见的办件已从本机清除。要再用这台设备，请管理员出一个新的登记码。';

const todo: Readonly<Record<GivenUp['why'], string>> = {
  revoked: AGAIN,
  wipe: AGAIN,
  silence: '请连网用密码登录，再设解锁口令；区里已登记的办件会重新下载。草稿没有了，要重新填。',
};

/** What happened, what is safe, what to do. Counts alone: nobody here can read more. */
export function wordsOf(why: GivenUp['why'], { waiting, refused, apart }: Counts, enrolled = true) {
  const when = enrolled ? '连上网自动上报' : '这台设备重新登记后自动上报';
  const kept = [
    waiting > 0 ? `${waiting} 件待上报的加密存放在本机，没有清除，${when}。` : '',
    apart > 0 ? `${apart} 件已送到区里单独存放，由督查人员核对后登记，没有丢失。` : '',
    refused > apart ? `${refused - apart} 件区里没有登记，请联系系统管理员。` : '',
  ].join('');
  return { heading: happened[why], kept: kept || '没有待上报的。', todo: todo[why] };
}
