import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Case } from '../../../domain/case.ts';
import {
  checklistOf,
  elsewhere,
  fullMark,
  type Mark,
  openQuestions,
  tally,
  unansweredQuestions,
} from '../../../domain/checklist.ts';
import type { Answer } from '../../../domain/condition.ts';
import type { CompleteGuide, Guide } from '../../../domain/guide.ts';
import type { Item } from '../../../domain/item.ts';
import type { Party } from '../../../domain/parties.ts';
import { isComplete } from '../../../domain/rules.ts';
import type { Draft } from '../../local/types.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { DraftSaver } from '../drafts.ts';
import { Pages } from '../photos/pages.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import type { OutcomeValues } from './acts.ts';
import {
  contentOf,
  emptyContent,
  type IntakeContent,
  type OutcomeDraft,
  STEPS,
  type Step,
} from './content.ts';
import { declineGrounds, inForce, offeredOutcomes } from './outcomes.ts';
import { isLacking, outcomeValues } from './outcomeValues.ts';
import { withNeeded } from './parties.ts';
import { gapsOf, markProblems, partiesWrong } from './problems.ts';
import { RosterBook } from './roster/rosterBook.ts';
import { rowQuestions, rulesAsked } from './roster/sitting.ts';
import { saveIntake } from './saving.ts';
import type { TakenOver } from './scan.ts';
import { presetAnswers } from './suggestions.ts';

/** One intake, from the choice of an item to the receipt. Screens render it; every change is kept as a draft. */
export class Intake {
  readonly id: string;
  /** The refused receipt that it mends. */
  readonly replaces: string | undefined;
  readonly content;
  readonly saver: DraftSaver;
  readonly pages: Pages;
  /** Problems are shown beside the fields of a step once somebody has tried to leave it. */
  readonly pressed = signal<ReadonlySet<Step>>(new Set());
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  readonly taken = signal<TakenOver | null>(null);
  /** On a phone one question at a time; `asked` is the one in view. */
  readonly oneByOne = signal(false);
  readonly asked = signal(0);
  private readonly desk: Desk;

  readonly item: ReadonlySignal<Item | undefined> = computed(() => this.itemNow());
  readonly guide: ReadonlySignal<Guide | undefined> = computed(() => this.guideNow());
  readonly complete: ReadonlySignal<CompleteGuide | undefined> = computed(() => {
    const guide = this.guide.value;
    return isComplete(guide) ? guide : undefined;
  });
  readonly questions = computed(() => {
    const guide = this.complete.value;
    if (!guide) return [];
    const byRow = rowQuestions(guide, this.content.value);
    return openQuestions(guide, this.content.value.answers).filter((one) => !byRow.has(one.id));
  });
  readonly elsewhere = computed(() => {
    const guide = this.complete.value;
    return guide && elsewhere(guide, this.content.value.answers);
  });
  readonly lines = computed(() => {
    const guide = this.complete.value;
    return guide ? checklistOf(guide, this.content.value.answers) : [];
  });
  readonly groups = computed(() => tally(this.lines.value, this.content.value.marks));
  readonly markProblems = computed(() => {
    const { today, rules } = benchOf(this.desk);
    return markProblems(this.lines.value, this.content.value.marks, today, rules.calendar);
  });
  readonly partyRules = computed(() => {
    const guide = this.complete.value;
    return guide ? rulesAsked(guide, this.content.value) : [];
  });
  readonly partyProblems = computed(() => {
    const guide = this.complete.value;
    return guide ? partiesWrong(guide, this.content.value, benchOf(this.desk).today) : [];
  });
  readonly gaps = computed(() => {
    const guide = this.complete.value;
    if (!guide) return [];
    return gapsOf(guide, this.content.value, this.markProblems.value.size, benchOf(this.desk).today);
  });
  readonly offers = computed(() => {
    const facts = this.facts();
    return facts ? offeredOutcomes(facts) : [];
  });
  readonly grounds = computed(() => {
    const facts = this.facts();
    return facts ? declineGrounds({ ...facts, lacking: isLacking(facts) }) : [];
  });
  readonly outcome: ReadonlySignal<OutcomeValues> = computed(() => this.outcomeNow());
  readonly roster: RosterBook;

  constructor(desk: Desk, id: string, draft: Draft | undefined, channel: IntakeContent['channel'] = 'hall') {
    this.desk = desk;
    this.id = id;
    this.replaces = draft?.replaces;
    this.content = signal<IntakeContent>(draft ? contentOf(draft) : emptyContent(channel));
    this.saver = new DraftSaver(desk.local, desk.timer);
    this.roster = new RosterBook(desk, this);
    this.pages = new Pages(desk.local, desk.photos, {
      caseId: id,
      files: () => this.content.value.files ?? [],
      change: (files) => this.change({ files }),
    });
  }

  change(patch: Partial<IntakeContent>): void {
    this.replace({ ...this.content.value, ...patch });
  }

  replace(content: IntakeContent): void {
    this.content.value = content;
    this.trouble.value = null;
    this.saver.save(this.asDraft());
  }

  asDraft(): Draft {
    const draft: Draft = { id: this.id, updatedAt: this.desk.local.now(), content: this.content.value };
    return this.replaces ? { ...draft, replaces: this.replaces } : draft;
  }

  /** Another item begins anew; the same one keeps what was filled in. A clear one leads on at once. */
  choose(item: Item, guide: Guide): void {
    const { hall, today } = benchOf(this.desk);
    const same = this.content.value.item === item.id && this.content.value.guide === guide.id;
    if (!same) {
      const fresh = emptyContent(this.content.value.channel);
      const answers = isComplete(guide) ? presetAnswers(item, guide, hall.id) : {};
      this.asked.value = 0;
      this.change({ ...fresh, item: item.id, guide: guide.id, guideVersion: guide.version, answers });
    }
    if (isComplete(guide) && inForce({ item, today })) this.go('situation');
  }

  answer(question: string, value: Answer | undefined): void {
    const { [question]: _, ...rest } = this.content.value.answers;
    this.change({ answers: value === undefined ? rest : { ...rest, [question]: value } });
  }

  mark(material: string, mark: Mark | undefined): void {
    const { [material]: _, ...rest } = this.content.value.marks;
    this.change({ marks: mark ? { ...rest, [material]: mark } : rest });
  }

  /** Everything not looked at yet was brought completely. */
  markRestFull(): void {
    const rest = this.groups.value.open.map((line) => [line.material.id, fullMark(line.material.form)]);
    this.change({ marks: { ...this.content.value.marks, ...Object.fromEntries(rest) } });
  }

  setParty(index: number, party: Party): void {
    this.change({ parties: this.content.value.parties.map((one, at) => (at === index ? party : one)) });
  }

  addParty(party: Party): void {
    this.change({ parties: [...this.content.value.parties, party] });
  }

  removeParty(index: number): void {
    this.change({ parties: this.content.value.parties.filter((_, at) => at !== index) });
  }

  setOutcome(patch: Partial<OutcomeDraft>): void {
    this.change({ outcome: { ...this.content.value.outcome, ...patch } });
  }

  go(step: Step): void {
    if (step === 'parties') this.change({ step, parties: this.neededParties() });
    else this.change({ step });
  }

  /** Goes on, unless the step still lacks something that the next ones hang on; false then. */
  next(): boolean {
    const { step } = this.content.value;
    if (step === 'situation' && this.hasMoreQuestions()) {
      this.asked.value += 1;
      return true;
    }
    if (this.gaps.value.some((gap) => gap.step === step)) {
      this.pressed.value = new Set([...this.pressed.value, step]);
      this.askFirstOpen();
      return false;
    }
    const following = STEPS[STEPS.indexOf(step) + 1];
    if (following) this.go(following);
    return true;
  }

  /** Another question follows the one in view. */
  hasMoreQuestions(): boolean {
    return this.oneByOne.value && this.asked.value < this.questions.value.length - 1;
  }

  back(): void {
    if (this.oneByOne.value && this.content.value.step === 'situation' && this.asked.value > 0) {
      this.asked.value = Math.min(this.asked.value, this.questions.value.length) - 1;
      return;
    }
    const before = STEPS[STEPS.indexOf(this.content.value.step) - 1];
    if (before) this.go(before);
  }

  /** Resolves with the case only when it is saved; otherwise `trouble` says why, and the form stands. */
  submit(): Promise<Case | null> {
    return this.whileBusy(async (item, guide) => {
      const act = { content: this.content.value, item, guide, outcome: this.outcome.value };
      const more = { draftId: this.id, ...(this.replaces ? { replaces: this.replaces } : {}) };
      const result = await saveIntake(this.desk, this.id, act, more);
      if (result.ok) this.saver.drop();
      else this.trouble.value = troubleOf(result.refusal);
      return result.ok ? result.value.case : null;
    });
  }

  /** Every good row of the roster becomes a case of its own. `true` when nothing is left of it. */
  submitRoster(): Promise<boolean | null> {
    return this.whileBusy(async (item, guide) => {
      const left = await this.roster.submit(item, guide, this.outcome.value);
      if (left === 0) this.saver.drop();
      else this.go('parties');
      await this.saver.flush();
      return left === 0;
    });
  }

  /** The power may have gone after some of a roster were saved and before the draft was written without them. */
  leaveSaved(): void {
    if (!this.busy.value) this.roster.leaveSaved();
  }

  private async whileBusy<T>(run: (item: Item, guide: CompleteGuide) => Promise<T>): Promise<T | null> {
    const item = this.item.value;
    const guide = this.complete.value;
    if (!item || !guide || this.busy.value) return null;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      await this.saver.flush();
      return await run(item, guide);
    } catch {
      this.trouble.value = NOT_STORED;
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  private askFirstOpen(): void {
    const guide = this.complete.value;
    const [first] = guide ? unansweredQuestions(guide, this.content.value.answers) : [];
    if (first) this.asked.value = this.questions.value.findIndex((question) => question.id === first);
  }

  private itemNow(): Item | undefined {
    const id = this.content.value.item;
    return id === null ? undefined : this.desk.local.catalogue.value?.rules.item(id);
  }

  private guideNow(): Guide | undefined {
    const { guide, guideVersion } = this.content.value;
    const rules = this.desk.local.catalogue.value?.rules;
    if (guide === null || !rules) return undefined;
    return rules.guide(guide, guideVersion ?? undefined) ?? rules.guide(guide);
  }

  private neededParties(): readonly Party[] {
    return withNeeded(this.partyRules.value, this.content.value.parties);
  }

  private facts() {
    const item = this.item.value;
    const guide = this.complete.value;
    if (!item || !guide) return undefined;
    const { answers, marks } = this.content.value;
    return { item, guide, answers, marks, today: benchOf(this.desk).today };
  }

  private outcomeNow(): OutcomeValues {
    const { outcome } = this.content.value;
    const { today, rules } = benchOf(this.desk);
    const kind = this.offers.value.find((one) => one === outcome.kind) ?? this.offers.value[0] ?? 'receive';
    return outcomeValues(kind, this.facts(), outcome, today, rules.calendar);
  }
}
