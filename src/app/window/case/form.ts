import type { ToldLine } from '../../../domain/case.ts';
import type { Marks } from '../../../domain/checklist.ts';
import type { Act, HeldFile } from '../../local/types.ts';
import { namedIn } from '../photos/pages.ts';
import { brought, type CaseAct } from './caseActions.ts';

/** What is being filled in for an act on a case; the pages also for an act of handling. */
export interface CaseForm {
  readonly marks: Marks;
  readonly files: readonly HeldFile[];
  readonly lines: readonly ToldLine[];
  readonly due: string;
  readonly ground: string | null;
  readonly text: string;
  readonly referTo: string;
  /** Receipts of what other halls took, that a supplement takes in. */
  readonly deposits: readonly string[];
  /** A supplement that completes the papers accepts as well, unless told otherwise. */
  readonly alsoAccept: boolean;
}

export function emptyForm(): CaseForm {
  return {
    marks: {},
    files: [],
    lines: [],
    due: '',
    ground: null,
    text: '',
    referTo: '',
    deposits: [],
    alsoAccept: true,
  };
}

interface Around {
  /** The ground that was chosen is told with lines. */
  readonly needsLines: boolean;
  /** With these papers the case can be accepted. */
  readonly completes: boolean;
}

/** The acts that a form says. */
export function actsIn(act: CaseAct, form: CaseForm, { needsLines, completes }: Around): readonly Act[] {
  const { marks, lines, due, ground, text, referTo, deposits, alsoAccept } = form;
  const { files } = namedIn(form.files, () => true);
  const photographed = files.length > 0 ? { files } : {};
  switch (act) {
    case 'accept':
      return [{ type: 'accept' }];
    case 'supplement': {
      const taken = deposits.length > 0 ? { deposits } : {};
      const papers: Act = { type: 'supplement', payload: { marks, ...photographed, ...taken } };
      return alsoAccept && completes ? [papers, { type: 'accept' }] : [papers];
    }
    case 'fulfil':
      return [{ type: 'fulfil', payload: { marks: brought(marks), ...photographed } }];
    case 'requireCorrection':
      return [{ type: 'requireCorrection', payload: { lines, due } }];
    case 'returnPapers':
      return [{ type: 'returnPapers', payload: { lines, text: text.trim() } }];
    case 'decline': {
      const place = referTo.trim() === '' ? {} : { referTo: referTo.trim() };
      const told = needsLines ? lines : [];
      return [
        { type: 'decline', payload: { ground: ground ?? '', text: text.trim(), lines: told, ...place } },
      ];
    }
    case 'close':
      return [{ type: 'close', payload: { ground: ground ?? '', text: text.trim() } }];
    case 'withdraw':
      return [{ type: 'withdraw', payload: { text: text.trim() } }];
  }
}
