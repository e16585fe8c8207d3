import type { Case } from '../../../domain/case.ts';
import { purposeOf } from '../../../domain/claim.ts';
import { type Deposit, openDeposits } from '../../../domain/deposit.ts';
import type { Rules } from '../../../domain/rules.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import type { CaseModel } from './caseModel.ts';
import { claimWords } from './claimWords.ts';

const namesIn = ({ lines }: Deposit): string => lines.map((line) => line.name).join('、');

const hallIn = ({ office }: Pick<Deposit, 'office'>, rules: Rules): string =>
  rules.office(office)?.name ?? office;

/** What other halls took for this case and where the paper lies, and who has claimed it. */
export function DepositNotices({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  return (
    <>
      {(found.deposits ?? []).map((one) => (
        <Notice
          key={one.number}
          kind="info"
          announce={false}
          heading={`${hallIn(one, rules)}${dateInFull(one.on)}代收：${namesIn(one)}`}
          todo={
            one.takenOn === undefined && found.status === 'correcting'
              ? '请点“补正材料”并入本件，补正日期按交到那里的一天算。'
              : undefined
          }
        >
          <p>
            纸质材料在{hallIn(one, rules)}，凭证 {one.number}，经办人 {one.name}。{one.text}
          </p>
        </Notice>
      ))}
      {(found.claims ?? []).map((one) => (
        <Notice
          key={`${one.office} ${one.on} ${one.doneOn} ${purposeOf(one)}`}
          kind="info"
          announce={false}
          heading={`${hallIn(one, rules)}${dateInFull(one.on)}认领${claimWords[purposeOf(one)]}，经办人 ${one.name}`}
          todo={
            one.doneOn && purposeOf(one) === 'supplement'
              ? `${dateInFull(one.doneOn)}已补正；在那里交的纸质材料在那里。`
              : undefined
          }
        />
      ))}
    </>
  );
}

/** In a supplement: the receipts that it takes in, ticked unless told otherwise. */
export function DepositsTaken({ model }: { readonly model: CaseModel }) {
  const { rules } = useBench();
  const found = model.scene.value?.found;
  return (
    <>
      {found &&
        openDeposits(found).map((one) => (
          <Checkbox
            key={one.number}
            label={`并入${hallIn(one, rules)}代收的：${namesIn(one)}`}
            hint={`${dateInFull(one.on)}交到，凭证 ${one.number}。只补这些的，补正日期按那一天算。`}
            checked={model.form.value.deposits.includes(one.number)}
            onChange={(taken) => model.takeDeposit(one, taken)}
          />
        ))}
    </>
  );
}
