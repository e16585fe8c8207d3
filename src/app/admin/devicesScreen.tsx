import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Office } from '../../domain/office.ts';
import { legalDateOf } from '../../domain/time.ts';
import type { DeviceChange, DeviceEntry } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { momentInWords } from '../parts/dates.ts';
import { Empty } from '../parts/empty.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import styles from './admin.module.css';
import { CodeForm } from './codeForm.tsx';
import { type DevicesModel, devicesModel } from './devicesModel.ts';
import { PolicyForm } from './policyForm.tsx';

/** Devices and what they hold to (系统管理). Works only with a line: it changes powers. */
export function DevicesScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const model = useMemo(() => devicesModel(api), [api]);
  useEffect(() => {
    void model.load();
  }, [model]);
  const offices = local.catalogue.value?.data.offices ?? [];
  const origin = local.signedIn.value?.origin ?? location.origin;
  const today = legalDateOf(local.now());
  const trouble = model.trouble.value;
  return (
    <Page
      heading="设备"
      lead="每台设备用一个登记码登记一次。丢了的设备先停用：它下次联系时清除看得见的内容，没上报的送到区里单独存放，由督查人员核对。"
      width="wide"
    >
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} announce />}
      {model.done.value && <Notice kind="info" heading={model.done.value} announce />}
      <div class={styles.columns}>
        <DeviceList model={model} offices={offices} today={today} />
        <div class={styles.aside}>
          <CodeForm model={model} offices={offices} origin={origin} />
          <PolicyForm model={model} offices={offices} />
        </div>
      </div>
    </Page>
  );
}

interface ListProps {
  readonly model: DevicesModel;
  readonly offices: readonly Office[];
  readonly today: string;
}

/** An act on a device, with what is said of it before and after. */
interface DeviceAct {
  readonly device: DeviceEntry;
  readonly act: string;
  readonly change: Omit<DeviceChange, 'reason'>;
  readonly warning: string;
  readonly said: string;
  readonly danger: boolean;
}

function DeviceList({ model, offices, today }: ListProps) {
  const chosen = useSignal<DeviceAct | null>(null);
  const devices = model.devices.value;
  const close = () => {
    chosen.value = null;
  };
  const confirm = async ({ device, change, said }: DeviceAct, reason: string) => {
    if (await model.change(device, { ...change, reason }, said)) close();
  };
  return (
    <section aria-labelledby="device-list">
      <h2 id="device-list">已登记的设备</h2>
      {devices === null && !model.trouble.value && <p>正在读取…</p>}
      {devices?.length === 0 && (
        <Empty what="登记了的设备会列在这里" how="先出一个登记码，再在那台设备上输入。" />
      )}
      <ul class={styles.list}>
        {devices?.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            office={offices.find((one) => one.id === device.office)?.shortName ?? device.office}
            today={today}
            onAct={(act) => {
              chosen.value = act;
            }}
          />
        ))}
      </ul>
      {chosen.value && (
        <ReasonDialog
          heading={`${chosen.value.act}：${chosen.value.device.name}`}
          act={chosen.value.act}
          danger={chosen.value.danger}
          hint="必填，会记入设备变更记录。"
          busy={model.busy.value}
          trouble={model.trouble.value}
          onConfirm={(reason) => chosen.value && void confirm(chosen.value, reason)}
          onClose={close}
        >
          <p>{chosen.value.warning}</p>
        </ReasonDialog>
      )}
    </section>
  );
}

interface RowProps {
  readonly device: DeviceEntry;
  readonly office: string;
  readonly today: string;
  readonly onAct: (act: DeviceAct) => void;
}

function DeviceRow({ device, office, today, onAct }: RowProps) {
  const { name, slot, people, revokedAt, wipe, diskEncrypted, rolledBack } = device;
  const disk = diskEncrypted ? '取消磁盘加密' : '登记磁盘加密';
  return (
    <li class={styles.device}>
      <p class={styles.name}>
        {name} <span class={styles.quiet}>{`${office} · 编号段 ${slot}`}</span>{' '}
        {revokedAt && <Badge kind="refused" word="已停用" />}
        {wipe && <Badge kind="refused" word={wipe === 'done' ? '已清除' : '等待清除'} />}
      </p>
      <p class={styles.quiet}>{people.length === 0 ? '还没有人用过' : `使用人：${people.join('、')}`}</p>
      <p class={styles.quiet}>{contactInWords(device, today)}</p>
      <p class={styles.quiet}>
        {diskEncrypted ? '已登记磁盘加密（可用六位数字解锁）' : '没有登记磁盘加密'}
        {rolledBack > 0 && `；磁盘被还原过 ${rolledBack} 次，已换编号段`}
      </p>
      {!revokedAt && (
        <div class={styles.acts}>
          <Button kind="quiet" label={`${disk} ${name}`} onClick={() => onAct(encryption(device))}>
            {disk}
          </Button>
          {!wipe && (
            <Button kind="quiet" label={`远程清除 ${name}`} onClick={() => onAct(wiping(device))}>
              远程清除
            </Button>
          )}
          <Button kind="danger" label={`停用 ${name}`} onClick={() => onAct(revoking(device))}>
            停用
          </Button>
        </div>
      )}
    </li>
  );
}

function contactInWords({ lastContact, version, waiting, storage }: DeviceEntry, today: string): string {
  if (!lastContact) return '登记后还没有联系过';
  const parts = [`上次联系 ${momentInWords(lastContact, today)}`];
  if (waiting !== null) parts.push(waiting > 0 ? `${waiting} 件待上报` : '没有待上报');
  if (storage && storage.quota > 0)
    parts.push(`存储用了 ${Math.round((100 * storage.usage) / storage.quota)}%`);
  if (storage && !storage.persisted) parts.push('浏览器没有答应长期保存');
  if (version) parts.push(`版本 ${version}`);
  return parts.join(' · ');
}

const encryption = (device: DeviceEntry): DeviceAct => ({
  device,
  act: device.diskEncrypted ? '取消磁盘加密登记' : '登记磁盘加密',
  change: { diskEncrypted: !device.diskEncrypted },
  warning: device.diskEncrypted
    ? '以后在这台设备上设解锁口令，至少要 10 位数字。'
    : '请先确认系统的磁盘加密（BitLocker、文件保险箱、平板的锁屏密码）已经打开。登记后，这台设备可以用六位数字解锁。',
  said: device.diskEncrypted ? '已取消磁盘加密登记。' : '已登记磁盘加密。',
  danger: false,
});

const wiping = (device: DeviceEntry): DeviceAct => ({
  device,
  act: '远程清除',
  change: { wipe: true },
  warning:
    '它下次联系时，先把没上报的加密送到区里单独存放，再清除钥匙、草稿和看得见的办件。清除后要用新的登记码重新登记。不能撤回。',
  said: '下次联系时清除。',
  danger: true,
});

const revoking = (device: DeviceEntry): DeviceAct => ({
  device,
  act: '停用',
  change: { revoked: true },
  warning:
    '停用后它再送来的记录单独存放，由督查人员核对；它下次联系时清除看得见的内容。停用不能撤回，要用请重新登记。',
  said: '已停用。',
  danger: true,
});
