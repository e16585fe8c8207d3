import type { Calendar } from '../../../domain/calendar.ts';
import type { Case } from '../../../domain/case.ts';
import { checklistOf, standingOf } from '../../../domain/checklist.ts';
import { issuedDocuments } from '../../../domain/documents.ts';
import {
  type DocumentKind,
  HANDLED_DOCUMENTS,
  type HandledDocument,
  isIntakeNotice,
} from '../../../domain/documentTitles.ts';
import { closeGroundOf, groundsOf } from '../../../domain/grounds.ts';
import type { CompleteGuide, Guide } from '../../../domain/guide.ts';
import { INTAKE_RULES, lastDayToTell } from '../../../domain/intakeRules.ts';
import type { IntakeRule, Item, LegalBasis } from '../../../domain/item.ts';
import { SUBSTANCE_DELEGATED } from '../../../domain/reasons.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { documentAddress } from '../../../protocol/documentCode.ts';
import { dateInFull } from '../../parts/dates.ts';
import { markInWords } from '../intake/marking.ts';

/** What is printed of a case: its documents, the receipt of its papers, and what the applicant signs for those to come. */
export type PaperKind = 'received' | 'commitment' | DocumentKind;

export const isHandled = (kind: PaperKind): kind is HandledDocument =>
  HANDLED_DOCUMENTS.some((one) => one === kind);

export const paperNames: Readonly<Record<PaperKind, string>> = {
  accepted: '受理通知书',
  received: '收件凭证',
  commitment: '容缺承诺书',
  correction: '一次性补正告知书',
  returned: '退回材料告知书',
  declined: '不予受理决定书',
  closed: '终止办理通知书',
  withdrawn: '撤回申请确认书',
  opinion: '审核意见书',
  decision: '决定书',
  suspension: '特别程序告知书',
  extension: '延期通知书',
  transfer: '转报（转递）单',
  delivery: '送达回证',
  answer: '咨询答复单',
  mending: '责令限期整改通知书',
  revocation: '撤销决定书',
  revocationDelivery: '撤销决定送达回证',
  rectification: '更正告知书',
  handOff: '审管衔接单',
};

export const isIssued = (kind: PaperKind): kind is DocumentKind =>
  kind !== 'received' && kind !== 'commitment';

/** Papers of half an A4 sheet; the others are notices of a whole one. */
export const isReceipt = (kind: PaperKind): kind is 'accepted' | 'received' =>
  kind === 'accepted' || kind === 'received';

/** Whether the applicant has promised papers that are still to come. */
export const owesPapers = ({ ending, marks }: Case): boolean =>
  !ending && Object.values(marks).some((mark) => mark.kind === 'deferred');

/** What can be printed of a case, the newest first: that one is to be handed over now. */
export function papersOf(found: Case, item: Item | undefined): readonly PaperKind[] {
  const kinds = issuedDocuments(found, item).map((one) => one.kind);
  const told = kinds.filter(isIntakeNotice);
  const now = told.filter((kind) => kind === (found.status === 'correcting' ? 'correction' : found.status));
  const earlier = told.filter((kind) => !now.includes(kind));
  const own: readonly PaperKind[] = owesPapers(found) ? ['commitment'] : [];
  return [...now, ...own, ...kinds.filter(isHandled), 'received', ...earlier];
}

/**
 * How the person is named who signs a paper: by their part in it only on the paper of the act that they have just done.
 * The device does not know who did what is printed again, so that names nobody but who prints.
 */
export function signerWord(
  part: '经办人' | '首问人',
  printing: {
    readonly by: string | undefined;
    readonly person: string | undefined;
    readonly newest: boolean;
  },
): string {
  const own = printing.by !== undefined && printing.by === printing.person;
  return own && printing.newest ? part : '打印人';
}

/** What a mere receipt says of silence; null where the law draws no consequence from it. */
export function silenceInWords(rule: IntakeRule, papersOn: LegalDate, calendar: Calendar): string | null {
  const last = lastDayToTell(rule, papersOn, calendar);
  if (last === null) return null;
  return INTAKE_RULES[rule].tellWithin === 0
    ? '当场没有书面告知的，视为受理。'
    : `${dateInFull(last)}前（含当日）没有告知补正的，自收到材料之日起即为受理。`;
}

/** Until when papers are to be brought, on notices and screens: that day still counts. */
export function untilInWords(due: LegalDate): string {
  return `${dateInFull(due)}前（含当日）`;
}

/** A paper that was handed in, for the receipt. */
export interface PaperIn {
  readonly name: string;
  readonly as: string;
}

/** What was handed in, and what is still owed (容缺、承诺): the applicant's own account of the counter. */
export function papersIn(
  found: Case,
  guide: CompleteGuide | undefined,
): { readonly received: readonly PaperIn[]; readonly owed: readonly PaperIn[] } {
  if (!guide) return { received: [], owed: [] };
  const received: PaperIn[] = [];
  const owed: PaperIn[] = [];
  for (const { material } of checklistOf(guide, found.answers)) {
    const mark = found.marks[material.id];
    const standing = standingOf(mark);
    const paper = { name: material.name, as: markInWords(mark) ?? '' };
    if (standing === 'in' && mark?.kind !== 'notNeeded') received.push(paper);
    if (standing === 'deferred' || standing === 'promised') owed.push(paper);
  }
  return { received, owed };
}

/** What comes later, and until when. */
export function deferredIn(
  found: Case,
  guide: CompleteGuide | undefined,
): readonly { readonly name: string; readonly due: LegalDate }[] {
  if (!guide) return [];
  return checklistOf(guide, found.answers).flatMap(({ material }) => {
    const mark = found.marks[material.id];
    return mark?.kind === 'deferred' ? [{ name: material.name, due: mark.due }] : [];
  });
}

/** The ground of an ending in words, with its article where the closed list has one. */
export function groundInWords(
  found: Case,
  rule?: IntakeRule,
): { readonly label: string; readonly basis?: string } {
  const code = found.ending?.ground;
  const declined = (rule ? groundsOf(rule) : []).find((one) => one.code === code);
  if (declined) return { label: declined.label, basis: declined.basis };
  return closeGroundOf(code, rule ?? 'service') ?? { label: '' };
}

/** Laws and documents with their articles, as a decision cites them. */
export const basesInWords = (bases: readonly LegalBasis[]): string =>
  bases.map(({ law, article = '' }) => `${law}${article}`).join('、');

/** On what a town agrees: the rules of the guide that it judged by, and the notice that lets it judge. */
export const opinionBasis = (guide: Guide | undefined): string =>
  [basesInWords(guide?.bases ?? []), SUBSTANCE_DELEGATED].filter(Boolean).join('、');

/** Whether a paper is genuine: alone in its foot, or smaller beside its other QR. None before the district has signed it. */
export const genuineQr = (origin: string, code: string | undefined, size: '36mm' | '30mm') =>
  code === undefined ? undefined : { text: documentAddress(origin, code), label: '扫码验真伪', size };

/** The address in the QR: number and code stand in the fragment, which is never sent to a server's log. */
export function progressAddress(origin: string, found: Pick<Case, 'number' | 'code'>): string {
  return `${origin}/progress#n=${encodeURIComponent(found.number)}&c=${encodeURIComponent(found.code)}`;
}
