import { checklistOf } from './checklist.ts';
import type { Answers } from './condition.ts';
import type { CompleteGuide } from './guide.ts';
import type { Refusal } from './result.ts';

/** What a file of a case may be; everything else is turned into one of these on the device. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const MAX_FILES = 40;
/** Of one file as it is kept and sent, sealed; bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** For what a file is, when it is no page of a paper: the signature under the receipt. */
export const SIGNATURE = 'signature';

/** For what the photographs of a step of the guide are: `step-visit`. */
export const stepFiles = (step: string): string => `step-${step}`;

/** What is handed over: the result, or the revocation that takes it back. Each has a receipt of delivery of its own. */
export type Served = 'decision' | 'revocation';

/** The signature under a receipt of delivery (送达回证), never to be taken for the one under the receipt of the papers. */
export const deliverySignature = (of: Served): string => `${SIGNATURE}-${of}`;

/** Names that no material may have (catalogue lint). */
export const isReservedName = (id: string): boolean =>
  id === SIGNATURE || id.startsWith(`${SIGNATURE}-`) || id.startsWith(stepFiles(''));

/**
 * A page of a paper on the checklist, a photograph of a step, or a signature drawn on the tablet. Named by its sealed bytes; what opens it
 * stands nowhere in the case.
 */
export interface CaseFile {
  /** SHA-256 of the sealed bytes, base64url. */
  readonly hash: string;
  /** Sealed bytes. */
  readonly size: number;
  readonly type: FileType;
  /** Material id, `signature`, a step (`stepFiles`) or a receipt of delivery (`deliverySignature`). Pages of one paper stand in their order. */
  readonly for: string;
}

/**
 * Whether these files may come to a case that has some already.
 * @param own what files of this one act may be for besides
 */
export function checkFiles(
  files: readonly CaseFile[] | undefined,
  before: readonly CaseFile[] | undefined,
  guide: CompleteGuide,
  answers: Answers,
  own: readonly string[] = [],
): Refusal | undefined {
  const fresh = files ?? [];
  const known = new Set((before ?? []).map((one) => one.hash));
  if (fresh.length + known.size > MAX_FILES)
    return { code: 'files.tooMany', facts: { count: fresh.length + known.size, most: MAX_FILES } };
  const lines = new Set([
    ...checklistOf(guide, answers).map((line) => line.material.id),
    ...guide.steps.map((step) => stepFiles(step.id)),
    SIGNATURE,
    ...own,
  ]);
  for (const { hash, for: paper } of fresh) {
    if (known.has(hash)) return { code: 'files.twice', facts: {} };
    known.add(hash);
    if (!lines.has(paper)) return { code: 'files.unknownLine', facts: { material: paper } };
  }
  return undefined;
}
