import { groundsFor } from '../../../domain/settle.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { wordsOf } from '../trouble.tsx';
import type { HandlingModel } from './handlingModel.ts';

interface ModelProps {
  readonly model: HandlingModel;
}

/** How what waited for a person ends, from the list for it. */
export function SettleFields({ model }: ModelProps) {
  const { flag, reason } = model.form.value;
  const flags = model.flagsNamed.value;
  return (
    <>
      {flags.map((one) => (
        <p key={one.code}>待核：{wordsOf(one).what}</p>
      ))}
      <Choice
        question="核对下来是怎么回事？"
        options={groundsFor(flag).map(({ code, label }) => ({ value: code, label }))}
        value={reason || undefined}
        onChange={(value) => model.set({ reason: value })}
      />
    </>
  );
}

/** A number that another system gave: of the paper that it issued, or of what was copied into it. */
export function NumberField({ model }: ModelProps) {
  const { number, system } = model.form.value;
  const copied = model.act.value === 'copied';
  return (
    <Field
      label={copied ? `${system}给的编号` : '证照编号'}
      hint={copied ? undefined : '业务系统给出的编号；没有的留空。'}
      optional={!copied}
      maxLength={60}
      value={number}
      onInput={(value) => model.set({ number: value })}
    />
  );
}
