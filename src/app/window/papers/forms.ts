import { type FilledField, filledForm, type IntakeFacts } from '../../../domain/filledForm.ts';
import type { ApplicationForm, CompleteGuide } from '../../../domain/guide.ts';
import type { FormCopy } from './formSheet.tsx';

/** Where a form is filled from. */
export interface FormSource {
  readonly of: 'draft' | 'case';
  readonly id: string;
}

/** The form that a line of the checklist is. */
export const formOfPaper = (
  guide: CompleteGuide | undefined,
  material: string,
): ApplicationForm | undefined => guide?.forms?.find((one) => one.material === material);

/** The address of the forms' screen: ids only, never a person's data. */
export function formAddress(guide: CompleteGuide, source: FormSource, material?: string): string {
  const asked = new URLSearchParams({ [source.of]: source.id });
  if (material) asked.set('paper', material);
  // With the guide alone in hand, the empty form is what people ask for.
  else asked.set('copy', 'blank');
  return `/desk/print/form/${guide.id}/${guide.version}?${asked}`;
}

export const fieldsOf = (
  form: ApplicationForm,
  copy: FormCopy,
  facts: IntakeFacts | undefined,
): readonly FilledField[] => filledForm(form, copy === 'filled' ? (facts ?? 'blank') : copy);

/** The numbers on a form, each of which a case is asked for before it is printed. */
export const numbersOn = (fields: readonly FilledField[]) =>
  fields.flatMap(({ parts }) => parts.flatMap(({ number }) => (number ? [number] : [])));
