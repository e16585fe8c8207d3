import { useSignal } from '@preact/signals';
import type { Office } from '../../domain/office.ts';
import type { DevicePolicy } from '../../protocol/resources.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import styles from './admin.module.css';
import { type DevicesModel, EVERYWHERE } from './devicesModel.ts';
import { OfficeSelect } from './officeSelect.tsx';

export interface PolicyFormProps {
  readonly model: DevicesModel;
  readonly offices: readonly Office[];
}

type Typed = Record<keyof DevicePolicy, string>;

/** Bounds, which the endpoint holds too, and what is said beside a number that is outside them. */
const BOUNDS = {
  idleMinutes: { least: 1, most: 240, wrong: '请填 1 到 240 的整数。' },
  wipeAfterDays: { least: 2, most: 365, wrong: '请填 2 到 365 的整数；不清除就留空。' },
  keepClosedDays: { least: 0, most: 365, wrong: '请填 0 到 365 的整数。' },
} as const;

/** What the devices of all offices, or of one, hold to. */
export function PolicyForm({ model, offices }: PolicyFormProps) {
  const office = useSignal('');
  const typed = useSignal<Typed | null>(null);
  const asking = useSignal<DevicePolicy | null>(null);
  const wrong = useSignal(false);
  const target = office.value || EVERYWHERE;
  const shown = typed.value ?? typedOf(model.policyOf(target));
  const set = (patch: Partial<Typed>) => {
    typed.value = { ...shown, ...patch };
    wrong.value = false;
  };
  const ask = () => {
    const policy = policyIn(shown);
    wrong.value = policy === null;
    asking.value = policy;
  };
  const confirm = async (policy: DevicePolicy, reason: string) => {
    if (!(await model.setPolicy(target, policy, reason))) return;
    asking.value = null;
    typed.value = null;
  };
  const close = () => {
    asking.value = null;
  };
  return (
    <section aria-labelledby="device-policy">
      <h2 id="device-policy">设备规定</h2>
      <p class={styles.quiet}>设备下次联系时生效。单独定过的单位，不跟所有单位一起变。</p>
      <div class={styles.form}>
        <OfficeSelect
          offices={offices}
          value={office.value}
          error={undefined}
          none="所有单位"
          onChange={(id) => {
            office.value = id;
            typed.value = null;
          }}
        />
        <Numbers shown={shown} judged={wrong.value} onSet={set} />
        <div>
          <Button onClick={ask}>保存规定</Button>
        </div>
      </div>
      {asking.value && (
        <ReasonDialog
          heading="更改设备规定"
          act="保存规定"
          hint="必填，会记入设备变更记录。"
          busy={model.busy.value}
          trouble={model.trouble.value}
          onConfirm={(reason) => asking.value && void confirm(asking.value, reason)}
          onClose={close}
        />
      )}
    </section>
  );
}

interface NumbersProps {
  readonly shown: Typed;
  /** Whether the numbers have been judged: what is said beside each. */
  readonly judged: boolean;
  readonly onSet: (patch: Partial<Typed>) => void;
}

function Numbers({ shown, judged, onSet }: NumbersProps) {
  const wrong = (key: keyof Typed) =>
    judged && numberIn(shown, key) === undefined ? BOUNDS[key].wrong : undefined;
  return (
    <>
      <Field
        label="没人动多久后自动锁屏"
        type="number"
        unit="分钟"
        width="short"
        value={shown.idleMinutes}
        error={wrong('idleMinutes')}
        onInput={(idleMinutes) => onSet({ idleMinutes })}
      />
      <Field
        label="多久没联系就清除看得见的内容"
        type="number"
        unit="天"
        width="short"
        optional
        hint="留空就是不清除。待上报的不受影响。"
        value={shown.wipeAfterDays}
        error={wrong('wipeAfterDays')}
        onInput={(wipeAfterDays) => onSet({ wipeAfterDays })}
      />
      <Field
        label="办结的件在设备上保留"
        type="number"
        unit="天"
        width="short"
        value={shown.keepClosedDays}
        error={wrong('keepClosedDays')}
        onInput={(keepClosedDays) => onSet({ keepClosedDays })}
      />
    </>
  );
}

const typedOf = ({ idleMinutes, wipeAfterDays, keepClosedDays }: DevicePolicy): Typed => ({
  idleMinutes: String(idleMinutes),
  wipeAfterDays: wipeAfterDays === null ? '' : String(wipeAfterDays),
  keepClosedDays: String(keepClosedDays),
});

/** Undefined when it is out of bounds; null where nothing is asked for. */
function numberIn(typed: Typed, key: keyof Typed): number | null | undefined {
  const text = typed[key].trim();
  if (text === '') return key === 'wipeAfterDays' ? null : undefined;
  const { least, most } = BOUNDS[key];
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Null when a number is out of bounds. */
export function policyIn(typed: Typed): DevicePolicy | null {
  const idleMinutes = numberIn(typed, 'idleMinutes');
  const keepClosedDays = numberIn(typed, 'keepClosedDays');
  const wipeAfterDays = numberIn(typed, 'wipeAfterDays');
  if (idleMinutes == null || keepClosedDays == null || wipeAfterDays === undefined) return null;
  return { idleMinutes, keepClosedDays, wipeAfterDays };
}
