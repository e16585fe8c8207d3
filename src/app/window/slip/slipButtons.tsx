import { useSignal } from '@preact/signals';
import { ClipboardList, Signpost } from 'lucide';
import type { NewSlip } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import { useBench } from '../desk.tsx';
import type { Intake } from '../intake/intake.ts';
import { BlankForms } from '../papers/formButtons.tsx';
import { TroubleNotice } from '../trouble.tsx';
import styles from './slip.module.css';
import { firstInquiry, oneTimeNotice, type Referral } from './slip.ts';
import { useSlip } from './useSlip.ts';

/** From any step: what to bring, in one tap; or where to go instead. */
export function SlipButtons({ intake }: { readonly intake: Intake }) {
  const { issue, trouble, busy } = useSlip();
  const item = intake.item.value;
  const guide = intake.complete.value;
  const leave = async (slip: NewSlip) => {
    await intake.saver.flush();
    await issue(slip);
  };
  return (
    <div class={styles.slips}>
      {item && guide && (
        <Button
          icon={ClipboardList}
          busy={busy.value}
          onClick={() => void leave(oneTimeNotice(item, guide, intake.content.value.answers))}
        >
          一次性告知单
        </Button>
      )}
      {guide && <BlankForms intake={intake} guide={guide} />}
      <InquiryButton intake={intake} />
      <TroubleNotice trouble={trouble.value} />
    </div>
  );
}

/** Opens the first-inquiry form; without an intake it is about no item in particular. */
export function InquiryButton({ intake, primary }: { readonly intake?: Intake; readonly primary?: boolean }) {
  const open = useSignal(false);
  return (
    <>
      <Button
        icon={Signpost}
        kind={primary ? 'primary' : 'secondary'}
        onClick={() => {
          open.value = true;
        }}
      >
        首问单
      </Button>
      {open.value && (
        <InquiryDialog
          intake={intake}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}

function InquiryDialog({
  intake,
  onClose,
}: {
  readonly intake: Intake | undefined;
  readonly onClose: () => void;
}) {
  const { issue, trouble, busy } = useSlip();
  const form = useSignal<Referral>(usePrefilled(intake));
  const item = intake?.item.value;
  const save = async () => {
    await intake?.saver.flush();
    await issue(firstInquiry(item, intake?.guide.value, intake?.content.value.answers ?? {}, form.value));
  };
  return (
    <Dialog
      open
      heading="写明去处，开首问单"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" busy={busy.value} onClick={() => void save()}>
            出首问单
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        <p>
          {item ? `来人想办：${item.shortName}` : '来人要办的事不在本大厅，或者还说不准。'}单子上不写姓名。
        </p>
        <Field
          label="到哪里办"
          hint="单位、地点、电话，写到来人不用再问。"
          value={form.value.referTo}
          rows={2}
          maxLength={200}
          width="full"
          onInput={(referTo) => {
            form.value = { ...form.value, referTo };
          }}
        />
        <Field
          label="说明"
          optional
          value={form.value.text}
          rows={3}
          maxLength={400}
          width="full"
          onInput={(text) => {
            form.value = { ...form.value, text };
          }}
        />
        <TroubleNotice trouble={trouble.value} />
      </div>
    </Dialog>
  );
}

/** What the answers or the item already say about where to go. */
function usePrefilled(intake: Intake | undefined): Referral {
  const { rules } = useBench();
  const item = intake?.item.value;
  const other = intake?.elsewhere.value;
  if (other) return { referTo: other.goTo, text: other.why };
  if (!item) return { referTo: '', text: '' };
  if (item.referral) return { referTo: item.referral, text: '' };
  const department = rules.office(item.department);
  return {
    referTo: [department?.name, department?.address, department?.telephone].filter(Boolean).join('，'),
    text: '',
  };
}
