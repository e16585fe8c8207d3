import type { Ground } from '../../../domain/grounds.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';

export interface DeclineFormProps {
  /** Of the closed list, those that can be true here. */
  readonly grounds: readonly Ground[];
  readonly ground: string | null;
  readonly text: string;
  readonly referTo: string;
  readonly onChange: (patch: { ground?: string; text?: string; referTo?: string }) => void;
}

export function DeclineForm({ grounds, ground, text, referTo, onChange }: DeclineFormProps) {
  const chosen = grounds.find((one) => one.code === ground);
  const offersReferral = chosen?.needsReferral || chosen?.onlyNotInForce;
  return (
    <>
      <Choice
        question="不予受理的理由"
        options={grounds.map((one) => ({ value: one.code, label: one.label, help: one.basis }))}
        value={ground ?? undefined}
        onChange={(code) => onChange({ ground: code })}
      />
      {offersReferral && (
        <Field
          label="应当到哪里办"
          width="full"
          maxLength={200}
          optional={!chosen?.needsReferral}
          value={referTo}
          onInput={(value) => onChange({ referTo: value })}
        />
      )}
      <Field
        label="具体情况"
        hint="写在决定上，让来人看得懂。"
        width="full"
        rows={3}
        maxLength={400}
        optional
        value={text}
        onInput={(value) => onChange({ text: value })}
      />
    </>
  );
}
