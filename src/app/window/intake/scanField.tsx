import { useSignal } from '@preact/signals';
import { Camera as CameraIcon } from 'lucide';
import { useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { partLater } from '../later.tsx';
import { type Trouble, TroubleNotice } from '../trouble.tsx';
import { mayUseCamera } from './codeReader.ts';
import styles from './scan.module.css';

const ScanCamera = partLater(async () => (await import('./scanCamera.tsx')).ScanCamera);

interface ScanFieldProps {
  readonly trouble: Trouble | null;
  /** False when it was refused: `trouble` says why. */
  readonly onScan: (text: string) => boolean;
  readonly label?: string;
  readonly hint?: string;
  /** False where nothing goes on without it. */
  readonly optional?: boolean;
  /** What stands in the box to begin with, and each time that it changes; given, what is left in it counts as scanned. */
  readonly kept?: { readonly typed: string; readonly onTyped: (text: string) => void };
}

/** Takes what a scanner at the counter types, ended by Enter; where there may be a camera, that too. */
export function ScanField({
  label = '扫群众的二维码',
  hint = '点进框里，用扫码枪扫来人手机或者纸上的清单，回答自动带入。',
  optional = true,
  kept,
  trouble,
  onScan,
}: ScanFieldProps) {
  const text = useSignal(kept?.typed ?? '');
  const looking = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      class={styles.scan}
      onSubmit={(event) => {
        event.preventDefault();
        // The next scan takes the place of the refused one.
        if (text.value.trim() !== '' && !onScan(text.value)) form.current?.querySelector('input')?.select();
      }}
    >
      <Field
        label={label}
        optional={optional}
        hint={hint}
        value={text.value}
        width="full"
        onInput={(typed) => {
          text.value = typed;
          kept?.onTyped(typed);
        }}
        onBlur={() => {
          if (kept && text.value.trim() !== '') onScan(text.value);
        }}
      />
      {mayUseCamera() && (
        <Button
          icon={CameraIcon}
          onClick={() => {
            looking.value = true;
          }}
        >
          用摄像头扫
        </Button>
      )}
      <TroubleNotice trouble={trouble} />
      {looking.value && (
        <ScanCamera
          onText={(seen: string) => {
            looking.value = false;
            onScan(seen);
          }}
          onClose={() => {
            looking.value = false;
          }}
        />
      )}
    </form>
  );
}
