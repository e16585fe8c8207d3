import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { type CaseNotice, NOTICE_KINDS, noticesFor } from '../../../domain/notices.ts';
import type { CaseSummary } from '../../../domain/summary.ts';
import type { ListedCase } from '../../local/types.ts';
import { type Bench, benchOf, type Desk, isReady } from '../desk.tsx';

/** A notice with the case that it leads to. */
export interface ListedNotice extends CaseNotice {
  readonly view: ListedCase;
}

/** Cases looked at in one go: nobody may wait for it who types. */
const SLICE = 1_000;
/** Until it is looked anew after a change, in milliseconds. */
const AFTER_MS = 300;

/** What there is to tell whoever works here, computed from the summaries on this device. */
export class Notices {
  readonly #all = signal<readonly ListedNotice[]>([]);
  /** The list that was looked through last, to its end; undefined while one is looked through, or nobody is here to read. */
  readonly #looked = signal<readonly ListedCase[] | undefined>(undefined);
  /** Everything that is told now has been looked for. */
  readonly ready = computed(() => this.#looked.value !== undefined);
  readonly all: ReadonlySignal<readonly ListedNotice[]> = this.#all;
  readonly unread = computed(() => {
    const seen = this.desk.local.seen.value;
    return seen ? this.#all.value.filter((one) => !seen.has(one.key)) : [];
  });
  /** Of summaries that have not changed since; of one reader, catalogue and day. */
  #known = new WeakMap<CaseSummary, readonly CaseNotice[]>();
  #knownFor: readonly unknown[] = [];
  #stop: () => void = () => undefined;

  constructor(private readonly desk: Desk) {
    effect(() => {
      const { local } = desk;
      const views = local.cases.value;
      const ready = isReady(local);
      this.#stop();
      if (ready) this.#afterDrawing(() => this.#look(views));
      else this.#forget();
    });
  }

  /** Marks these as read; those of cases that nothing is told of any more are given up. */
  async read(keys: readonly string[]): Promise<void> {
    const { searchable, cases } = this.desk.local;
    // While cases are still to be looked at, what is told of them may have been read.
    const present = searchable.value && this.#looked.value === cases.value;
    const told = new Set([...this.#all.value.map((one) => one.key), ...keys]);
    await this.desk.local.markSeen(keys, present ? told : undefined);
  }

  #forget(): void {
    this.#all.value = [];
    this.#looked.value = undefined;
  }

  /** Counted from when the components have drawn what has changed: a long list takes a slow computer as long again. */
  #afterDrawing(look: () => void): void {
    const { timer } = this.desk;
    this.#stop = timer.after(0, () => {
      this.#stop = timer.after(AFTER_MS, look);
    });
  }

  #look(views: readonly ListedCase[]): void {
    const { local } = this.desk;
    if (!isReady(local)) return;
    const tell = this.#telling(benchOf(this.desk));
    const found: ListedNotice[] = [];
    this.#looked.value = undefined;
    const slice = (from: number): void => {
      for (const view of views.slice(from, from + SLICE))
        if (!view.receiptRefused) for (const one of tell(view.case)) found.push({ ...one, view });
      if (from + SLICE < views.length) {
        this.#stop = this.desk.timer.after(0, () => slice(from + SLICE));
        return;
      }
      this.#all.value = found.sort(byPressing);
      this.#looked.value = views;
    };
    slice(0);
  }

  #telling({ actor, rules, today, local }: Bench): (summary: CaseSummary) => readonly CaseNotice[] {
    const person = local.signedIn.value?.id ?? '';
    const about = [person, actor.office.id, actor.roles.join(), rules, today];
    if (about.some((one, at) => one !== this.#knownFor[at])) this.#known = new WeakMap();
    this.#knownFor = about;
    const fresh = noticesFor({ ...actor, person }, rules, today);
    return (summary) => {
      const before = this.#known.get(summary);
      if (before) return before;
      const told = fresh(summary);
      this.#known.set(summary, told);
      return told;
    };
  }
}

/** The most pressing kind first, within it the newest day. */
function byPressing(a: ListedNotice, b: ListedNotice): number {
  const kinds = NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind);
  return kinds || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0);
}

const models = new WeakMap<Desk, Notices>();

/** One for each desk: the count in the bar and the list read the same. */
export function noticesOf(desk: Desk): Notices {
  const known = models.get(desk) ?? new Notices(desk);
  models.set(desk, known);
  return known;
}

/** Keeps a count up to date, for the bar. */
export function countNotices(desk: Desk, count: Signal<number>): void {
  const notices = noticesOf(desk);
  effect(() => {
    count.value = notices.unread.value.length;
  });
}

/** Whoever opens a case has seen what there was to tell of it. */
export async function caseLookedAt(desk: Desk, id: string): Promise<void> {
  const { actor, rules, today, local } = benchOf(desk);
  const view = local.cases.value.find((one) => one.case.id === id);
  const person = local.signedIn.value?.id ?? '';
  const told = view ? noticesFor({ ...actor, person }, rules, today)(view.case) : [];
  if (told.length > 0) await local.markSeen(told.map((one) => one.key));
}
