import { useSignal } from '@preact/signals';
import type { Office } from '../../domain/office.ts';
import { legalTimeOfDay } from '../../domain/time.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Qr } from '../parts/qr.tsx';
import styles from './admin.module.css';
import type { DevicesModel, NewCode } from './devicesModel.ts';
import { OfficeSelect } from './officeSelect.tsx';

export interface CodeFormProps {
  readonly model: DevicesModel;
  readonly offices: readonly Office[];
  /** Of the address that the device will open. */
  readonly origin: string;
}

/** A code for one more device. */
export function CodeForm({ model, offices, origin }: CodeFormProps) {
  const name = useSignal('');
  const office = useSignal('');
  const tried = useSignal(false);
  const lacks = name.value.trim() === '' || office.value === '';
  const make = async () => {
    tried.value = true;
    if (lacks) return;
    await model.makeCode({ name: name.value.trim(), office: office.value });
    if (!model.code.value) return;
    name.value = '';
    tried.value = false;
  };
  return (
    <section aria-labelledby="device-new">
      <h2 id="device-new">登记一台新设备</h2>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field
          label="设备名称"
          hint="看名字就知道是哪一台，如“2 号窗口”“下乡平板”。"
          maxLength={60}
          value={name.value}
          error={tried.value && name.value.trim() === '' ? '请填设备名称。' : undefined}
          onInput={(text) => {
            name.value = text;
          }}
        />
        <OfficeSelect
          offices={offices}
          value={office.value}
          error={tried.value && office.value === '' ? '请选择单位。' : undefined}
          onChange={(id) => {
            office.value = id;
          }}
        />
        <Button kind="primary" type="submit" busy={model.busy.value}>
          出登记码
        </Button>
      </form>
      {model.code.value && (
        <ShownCode
          code={model.code.value}
          origin={origin}
          onClose={() => {
            model.code.value = null;
          }}
        />
      )}
    </section>
  );
}

interface ShownProps {
  readonly code: NewCode;
  readonly origin: string;
  readonly onClose: () => void;
}

function ShownCode({ code, origin, onClose }: ShownProps) {
  return (
    <Dialog
      open
      heading={`登记“${code.name}”`}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          记下了
        </Button>
      }
    >
      <div class={styles.shown}>
        <p>在那台设备上打开 {origin}/desk/ ，输入：</p>
        <p class={styles.code}>{code.code.replace(/(.{4})(?=.)/, '$1 ')}</p>
        <Qr text={`${origin}/desk/enrol#${code.code}`} label="用那台设备的相机扫码登记" size="40mm" />
        <p class={styles.quiet}>
          或者用那台设备的相机扫上面的码。{legalTimeOfDay(code.expiresAt)}{' '}
          前有效，只能用一次，关掉后不再显示。
        </p>
      </div>
    </Dialog>
  );
}
