import { FileText, Printer } from 'lucide';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { Button } from '../../parts/button.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import type { Intake } from '../intake/intake.ts';
import { formAddress, formOfPaper } from './forms.ts';

/** On the line of a paper that is a form: prints it with what was said at the intake. */
export function intakeFormButton(intake: Intake, material: string) {
  const guide = intake.complete.value;
  const form = formOfPaper(guide, material);
  return guide && form && <IntakeForm intake={intake} guide={guide} material={material} title={form.title} />;
}

export function caseFormButton(id: string, guide: CompleteGuide, material: string) {
  const form = formOfPaper(guide, material);
  return (
    form && (
      <Button
        icon={Printer}
        label={`${PRINT}：${form.title}`}
        href={formAddress(guide, { of: 'case', id }, material)}
      >
        {PRINT}
      </Button>
    )
  );
}

const PRINT = '打印申请表';

interface IntakeFormProps {
  readonly intake: Intake;
  readonly guide: CompleteGuide;
  readonly material: string;
  readonly title: string;
}

function IntakeForm({ intake, guide, material, title }: IntakeFormProps) {
  const open = useForms(intake, guide);
  return (
    <Button icon={Printer} label={`${PRINT}：${title}`} onClick={() => void open(material)}>
      {PRINT}
    </Button>
  );
}

/** With the guide in hand: the empty form to take home, and a sample of how it is filled in. */
export function BlankForms({ intake, guide }: { readonly intake: Intake; readonly guide: CompleteGuide }) {
  const open = useForms(intake, guide);
  if (!guide.forms?.length) return null;
  return (
    <Button icon={FileText} label="空白表和示范文本" onClick={() => void open()}>
      空白表
    </Button>
  );
}

/** Leaves for the forms' screen with everything kept as a draft, from which it is filled. */
function useForms(intake: Intake, guide: CompleteGuide) {
  const onward = useOnward();
  return async (material?: string) => {
    const goOn = onward();
    await intake.saver.flush();
    goOn(formAddress(guide, { of: 'draft', id: intake.id }, material));
  };
}
