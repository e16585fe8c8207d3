import { useSignal } from '@preact/signals';
import { PenLine } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { normaliseIdentityNumber } from '../../../domain/identity.ts';
import type { IdKind, Party } from '../../../domain/parties.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Masked } from '../../parts/masked.tsx';
import styles from './intake.module.css';

export const idLabels: Readonly<Record<IdKind, string>> = {
  identityNumber: '身份证号',
  creditCode: '统一社会信用代码',
  other: '证件号码',
};

interface IdNumberProps {
  readonly party: Party;
  readonly error: string | undefined;
  readonly pressed: boolean;
  readonly onChange: (patch: Partial<Party>) => void;
}

/** The number of a party: checked while it is typed, covered once it is right and left. */
export function IdNumber({ party, error, pressed, onChange }: IdNumberProps) {
  const covered = useSignal(party.idNumber !== '' && error === undefined);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  // A field that is taken away says that it was left, and what stood in it must not come back over what took its place.
  const gone = useRef(false);
  useLayoutEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const label = idLabels[party.idKind];
  const isCovered = covered.value && party.idNumber !== '' && error === undefined;
  useLayoutEffect(() => {
    if (isCovered || !wanted.current) return;
    wanted.current = false;
    box.current?.querySelector('input')?.focus();
  }, [isCovered]);
  if (isCovered)
    return (
      <div class={styles.covered}>
        <span class={styles.label}>{label}</span>
        <Masked label={label} kind="identity" value={party.idNumber} />
        <Button
          kind="quiet"
          icon={PenLine}
          label={`修改${label}`}
          onClick={() => {
            wanted.current = true;
            covered.value = false;
          }}
        >
          修改
        </Button>
      </div>
    );
  const typedOut = normaliseIdentityNumber(party.idNumber).length >= 18;
  return (
    <div ref={box}>
      <Field
        label={label}
        hint={party.idKind === 'other' ? '写明证件种类和号码，如“护照 E12345678”。' : undefined}
        value={party.idNumber}
        maxLength={40}
        error={pressed || (typedOut && party.idKind !== 'other') ? error : undefined}
        onInput={(idNumber) => onChange({ idNumber })}
        onBlur={() => {
          if (gone.current) return;
          if (party.idKind !== 'other' && party.idNumber !== '')
            onChange({ idNumber: normaliseIdentityNumber(party.idNumber) });
          covered.value = true;
        }}
      />
    </div>
  );
}
