import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { CaseDraft } from '../../local/types.ts';
import { commandWords } from '../../parts/commandWords.ts';
import type { HandlingForm } from '../handling/form.ts';
import type { CaseAct } from './caseActions.ts';
import type { CaseForm } from './form.ts';

/** What the person had before them when they judged. */
export interface Seen {
  readonly version: number;
  readonly file: string;
}

/** What is written on a case and not submitted. Its pages lie beside it, in the draft. */
export type Work =
  | { readonly kind: 'taking'; readonly act: CaseAct; readonly form: Omit<CaseForm, 'files'> }
  | {
      readonly kind: 'handling';
      readonly act: HandlingCommandType;
      readonly form: HandlingForm;
      readonly seen: Seen | null;
    }
  | BesideWork;

/** What is written beside the case, in a box of its own. */
export type BesideWork = { readonly kind: 'note' | 'number'; readonly text: string };

/** The content of a draft on a case. */
export interface Begun {
  /** How lists call the case: it may have left the device. */
  readonly applicant: string;
  readonly title: string;
  readonly work: Work;
}

export const begunIn = (draft: CaseDraft): Begun => draft.content as Begun;

/** Undefined of an act, which has the place of the case's form. */
export const besideIn = (draft: CaseDraft): BesideWork | undefined => {
  const { work } = begunIn(draft);
  return work.kind === 'note' || work.kind === 'number' ? work : undefined;
};

const COMMANDS = { note: 'note', number: 'copied' } as const;

export const nameOfWork = (work: Work): string =>
  commandWords['act' in work ? work.act : COMMANDS[work.kind]];

/** The words that somebody wrote in it, for whoever can no longer submit them. */
export function wordsIn(work: Work): readonly string[] {
  const written = ((): readonly (string | undefined)[] => {
    switch (work.kind) {
      case 'note':
      case 'number':
        return [work.text];
      case 'taking':
        return [work.form.text, ...work.form.lines.map((line) => `${line.name}：${line.what}`)];
      case 'handling':
        return [work.form.text, work.form.place, work.form.notice, work.form.number, work.form.now];
    }
  })();
  return written.flatMap((one) => (one?.trim() ? [one.trim()] : []));
}
