import type { Case } from '../../../domain/case.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { maskTelephone } from '../../../domain/identity.ts';
import type { Rectification, RectifiedField } from '../../../domain/rectify.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { roleWords } from '../words.ts';
import type { PaperKind } from './papers.ts';

/** The name of a paper of the checklist; its id where the guide is not there any more. */
export const paperNameIn = (guide: CompleteGuide | undefined, id: string): string =>
  guide?.materials.find((one) => one.id === id)?.name ?? id;

/** With one full stop at its end, whoever wrote it. */
export const sentence = (text: string): string =>
  /[。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;

const FIELDS = { name: '姓名或者名称', telephone: '联系电话', address: '地址' } as const;

/** The place of a clerical error, called as it was at the receipt. */
export function fieldInWords(
  field: RectifiedField,
  { parties }: Pick<Case, 'parties'>,
  guide: CompleteGuide | undefined,
): string {
  if (field.of === 'answer')
    return guide?.questions.find((one) => one.id === field.question)?.text ?? field.question;
  const role = parties[field.party]?.role ?? '';
  const label = guide?.parties.find((one) => one.role === role)?.label ?? roleWords[role] ?? role;
  const same = parties.filter((one) => one.role === role).length;
  const which =
    same > 1
      ? `（第 ${parties.slice(0, field.party + 1).filter((one) => one.role === role).length} 位）`
      : '';
  return `${label}${which}的${FIELDS[field.what]}`;
}

/** A value as it may stand on a paper that goes from hand to hand. */
export function valueInWords(field: RectifiedField, value: string): string {
  if (value === '') return '（没有写）';
  return field.of === 'party' && field.what === 'telephone' ? maskTelephone(value) : value;
}

/** What stands behind the title of a paper that says something else now than when it was first handed over. */
export function markOf(
  { rectifications }: Pick<Case, 'rectifications'>,
  kind: PaperKind,
  on: LegalDate | undefined,
): '更正' | undefined {
  return kind !== 'rectification' && rectifiedSince(rectifications, on).length > 0 ? '更正' : undefined;
}

/** What was put right since a paper was made: on the same day too, for of acts only their day is known. */
export const rectifiedSince = (
  rectifications: Case['rectifications'],
  on: LegalDate | undefined,
): readonly Rectification[] => (on === undefined ? [] : (rectifications ?? []).filter((one) => on <= one.on));
