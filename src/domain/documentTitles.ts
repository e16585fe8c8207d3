/** What the window tells in writing, of the intake and of its end (domain.md §2.5). */
export const INTAKE_NOTICES = [
  'accepted',
  'correction',
  'returned',
  'declined',
  'closed',
  'withdrawn',
] as const;
export type IntakeNotice = (typeof INTAKE_NOTICES)[number];

/** What comes of handling (domain.md §2.5): every printing of one is recorded. */
export const HANDLED_DOCUMENTS = [
  'opinion',
  'decision',
  'suspension',
  'extension',
  'transfer',
  'delivery',
  'answer',
  'mending',
  'revocation',
  'revocationDelivery',
  'rectification',
  'handOff',
] as const;
export type HandledDocument = (typeof HANDLED_DOCUMENTS)[number];
export type DocumentKind = IntakeNotice | HandledDocument;

export const isIntakeNotice = (kind: DocumentKind): kind is IntakeNotice =>
  INTAKE_NOTICES.some((one) => one === kind);

/**
 * Every title that a document may bear, with its kind. A code on paper names a title by its place here: a new one is
 * added at the end, and none is ever taken away.
 */
export const DOCUMENT_TITLES = [
  ['审核意见书', 'opinion'],
  ['准予行政许可决定书', 'decision'],
  ['不予行政许可决定书', 'decision'],
  ['办理结果告知书', 'decision'],
  ['不予办理决定书', 'decision'],
  ['特别程序告知书', 'suspension'],
  ['延期通知书', 'extension'],
  ['转报（转递）单', 'transfer'],
  ['送达回证', 'delivery'],
  ['咨询答复单', 'answer'],
  ['责令限期整改通知书', 'mending'],
  ['撤销决定书', 'revocation'],
  ['撤销决定送达回证', 'revocationDelivery'],
  ['更正告知书', 'rectification'],
  ['审管衔接单', 'handOff'],
  ['受理通知书', 'accepted'],
  ['一次性补正告知书', 'correction'],
  ['退回材料告知书', 'returned'],
  ['不予受理决定书', 'declined'],
  ['终止办理通知书', 'closed'],
  ['撤回申请确认书', 'withdrawn'],
] as const satisfies readonly (readonly [string, DocumentKind])[];
export type DocumentTitle = (typeof DOCUMENT_TITLES)[number][0];

/** Undefined for a title that no document bears. */
export const kindOfTitle = (title: string | undefined): DocumentKind | undefined =>
  DOCUMENT_TITLES.find(([one]) => one === title)?.[1];
