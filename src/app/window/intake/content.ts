import type { ToldLine } from '../../../domain/case.ts';
import type { Draft, DraftContent } from '../../local/types.ts';

export const STEPS = ['item', 'situation', 'parties', 'papers', 'outcome'] as const;
export type Step = (typeof STEPS)[number];

/** What may follow a receipt on the spot; `receive` = nothing yet. */
export type OutcomeKind = 'accept' | 'requireCorrection' | 'returnPapers' | 'decline' | 'receive';

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
  const kept: DraftContent & { readonly outcome?: OutcomeDraft } = draft.content;
  const step = STEPS.find((one) => one === kept.step) ?? (kept.item ? 'outcome' : 'item');
  return { ...kept, step, outcome: { ...NO_OUTCOME, ...kept.outcome } };
}
