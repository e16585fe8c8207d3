import type { ToldLine } from '../../../domain/case.ts';
import { never } from '../../../domain/result.ts';
import type { RosterRow } from '../../../domain/roster.ts';
import type { Draft, DraftContent, FollowingAct } from '../../local/types.ts';
import { CHECK_LINE, OTHER } from './told.ts';

export const STEPS = ['item', 'situation', 'parties', 'papers', 'outcome'] as const;
export type Step = (typeof STEPS)[number];

/** What may follow a receipt on the spot; `receive` = nothing yet, `finish` = everything, in one visit (即办件). */
export type OutcomeKind = 'finish' | 'accept' | 'requireCorrection' | 'returnPapers' | 'decline' | 'receive';

/** What the clerk has changed on the outcome step. `null` = as prefilled. */
export interface OutcomeDraft {
  readonly kind: OutcomeKind | null;
  /** Edited words by material: what is missing and what it must look like. */
  readonly what: Readonly<Record<string, string>>;
  /** Lines beyond the checklist. */
  readonly extra: readonly ToldLine[];
  readonly due: string | null;
  readonly ground: string | null;
  readonly text: string | null;
  readonly referTo: string | null;
}

/** A draft's content as the window writes it: the shared frame, and what only the window reads. */
export interface IntakeContent extends DraftContent {
  readonly step: Step;
  readonly outcome: OutcomeDraft;
  readonly roster?: RosterDraft;
  /** What stands in the box for a sticker, and is none yet: nobody leaves believing that it was taken. */
  readonly stickerTyped?: string;
}

/** A pasted list. */
export interface RosterDraft {
  /** Where each row would be a case: that this intake is such a sitting. */
  readonly on: boolean;
  readonly rows: readonly RosterRow[];
  /** Numbers of whom this sitting has taken in already. */
  readonly taken?: readonly string[];
}

export const NO_OUTCOME: OutcomeDraft = {
  kind: null,
  what: {},
  extra: [],
  due: null,
  ground: null,
  text: null,
  referTo: null,
};

export function emptyContent(channel: DraftContent['channel']): IntakeContent {
  return {
    item: null,
    guide: null,
    guideVersion: null,
    step: 'item',
    channel,
    answers: {},
    parties: [],
    marks: {},
    handlingTown: null,
    outcome: NO_OUTCOME,
  };
}

/** A kept draft, also one that came from 需处理 or from an older build, as this build reads it. */
export function contentOf(draft: Draft): IntakeContent {
  const { followedBy, ...kept }: DraftContent & Partial<Pick<IntakeContent, 'outcome' | 'roster'>> =
    draft.content;
  const step = STEPS.find((one) => one === kept.step) ?? (kept.item ? 'outcome' : 'item');
  const said = followedBy === undefined ? NO_OUTCOME : outcomeSaid(followedBy);
  return { ...kept, step, outcome: { ...said, ...kept.outcome } };
}

/** The outcome that was said, and printed, with a refused receipt: mending starts from those very words. */
function outcomeSaid(act: FollowingAct | null): OutcomeDraft {
  if (!act) return { ...NO_OUTCOME, kind: 'receive' };
  const said: OutcomeDraft = { ...NO_OUTCOME, kind: act.type };
  switch (act.type) {
    case 'accept':
      return said;
    case 'requireCorrection':
      return { ...said, ...toldWords(act.payload.lines), due: act.payload.due };
    case 'returnPapers':
      return { ...said, ...toldWords(act.payload.lines), text: act.payload.text };
    case 'decline': {
      const { lines, ground, text, referTo = '' } = act.payload;
      return { ...said, ...toldWords(lines), ground, text, referTo };
    }
    default:
      return never(act);
  }
}

function toldWords(lines: readonly ToldLine[]): Pick<OutcomeDraft, 'what' | 'extra'> {
  const listed = lines.filter((line) => line.material !== OTHER);
  return {
    what: Object.fromEntries(listed.map((line) => [line.material, line.what])),
    // Checks that do not hold are found anew.
    extra: lines.filter((line) => line.material === OTHER && line.name !== CHECK_LINE),
  };
}
