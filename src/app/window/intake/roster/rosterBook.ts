import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CompleteGuide, Roster } from '../../../../domain/guide.ts';
import { normaliseIdentityNumber } from '../../../../domain/identity.ts';
import type { Item } from '../../../../domain/item.ts';
import {
  countsOf,
  partyOf,
  type RosterRead,
  type RosterRow,
  type RowProblem,
  readRoster,
  rosterProblems,
} from '../../../../domain/roster.ts';
import { benchOf, type Desk } from '../../desk.tsx';
import { casesOfSitting } from '../../sittings.ts';
import { type Trouble, troubleOf } from '../../trouble.tsx';
import type { OutcomeValues } from '../acts.ts';
import type { IntakeContent } from '../content.ts';
import { saveIntake } from '../saving.ts';
import { contentOfRow, goodRows, sittingOf } from './sitting.ts';

/** More in one sitting is a slip of the hand, and a form that a counter PC can no longer draw. */
export const MAX_ROWS = 100;

interface Host {
  readonly id: string;
  readonly content: ReadonlySignal<IntakeContent>;
  readonly complete: ReadonlySignal<CompleteGuide | undefined>;
  change(patch: Partial<IntakeContent>): void;
}

/** The pasted list of an intake. What is in it is kept with the draft; how to undo lives with the screen. */
export class RosterBook {
  readonly trouble = signal<Trouble | null>(null);
  /** What was made of the last paste. */
  readonly read = signal<Omit<RosterRead, 'rows'> | null>(null);
  /** Rows that were refused when they were submitted, with why. */
  readonly refused = signal<ReadonlyMap<string, Trouble>>(new Map());
  /** Rows that had something wrong once: they stay open while they are mended. */
  readonly open = signal<ReadonlySet<string>>(new Set());
  private readonly past = signal<readonly { readonly step: string; readonly rows: readonly RosterRow[] }[]>(
    [],
  );
  private readonly desk: Desk;
  private readonly host: Host;

  readonly rows = computed(() => this.host.content.value.roster?.rows ?? []);
  readonly spec: ReadonlySignal<Roster | undefined> = computed(() => this.host.complete.value?.roster);
  readonly problems = computed(() => {
    const guide = this.host.complete.value;
    const spec = this.spec.value;
    const taken = this.host.content.value.roster?.taken;
    if (!guide || !spec) return new Map<string, readonly RowProblem[]>();
    return rosterProblems(this.rows.value, spec, guide, benchOf(this.desk).today, taken);
  });
  /** Each row is a case of its own. */
  readonly isSitting = computed(() => {
    const guide = this.host.complete.value;
    return guide !== undefined && sittingOf(guide, this.host.content.value) !== undefined;
  });
  readonly good = computed(() => this.rows.value.filter((row) => !this.problems.value.has(row.id)));
  /** How many of the sitting are cases by now, also of what was saved before the window was killed. */
  readonly saved = computed(() => casesOfSitting(this.desk.local.cases.value, this.host.id).length);
  private readonly cases = computed(() => new Set(this.desk.local.cases.value.map((one) => one.case.id)));
  readonly mayUndo = computed(() => this.past.value.length > 0);

  constructor(desk: Desk, host: Host) {
    this.desk = desk;
    this.host = host;
  }

  turn(on: boolean): void {
    this.host.change({ roster: { ...this.host.content.value.roster, on, rows: this.rows.value } });
  }

  /** Takes the cells of a spreadsheet in, after those that are there. */
  paste(lines: readonly (readonly string[])[]): void {
    const spec = this.spec.value;
    if (!spec) return;
    const { rows, ...read } = readRoster(lines, spec, this.desk.newId);
    const all = [...this.rows.value, ...rows];
    this.trouble.value =
      rows.length === 0
        ? troubleOf({ code: 'roster.empty', facts: {} })
        : all.length > MAX_ROWS
          ? troubleOf({ code: 'roster.tooLong', facts: { most: MAX_ROWS, rows: all.length } })
          : null;
    if (this.trouble.value) return;
    this.read.value = read;
    this.become(all, 'paste');
    this.keepOpen();
  }

  set(id: string, cell: string, written: string): void {
    const rows = this.rows.value.map((row) =>
      row.id === id ? { ...row, cells: { ...row.cells, [cell]: written } } : row,
    );
    this.become(rows, `${id} ${cell}`);
    this.keepOpen();
  }

  remove(id: string): void {
    this.become(
      this.rows.value.filter((row) => row.id !== id),
      `remove ${id}`,
    );
  }

  /** Opens a good row, or closes one that is mended. */
  edit(id: string, open: boolean): void {
    const ids = new Set(this.open.value);
    if (open) ids.add(id);
    else ids.delete(id);
    this.open.value = ids;
  }

  undo(): void {
    const last = this.past.value.at(-1);
    if (!last) return;
    this.past.value = this.past.value.slice(0, -1);
    this.write(last.rows);
    this.keepOpen();
  }

  /**
   * Every good row becomes a case, one after the other: one that is refused holds up no other, and stays with its reason.
   * @returns how many rows are left
   */
  async submit(item: Item, guide: CompleteGuide, outcome: OutcomeValues): Promise<number> {
    const { today } = benchOf(this.desk);
    const spec = sittingOf(guide, this.host.content.value);
    if (!spec) return this.rows.value.length;
    this.leaveSaved();
    this.refused.value = new Map();
    this.past.value = [];
    for (const row of goodRows(guide, this.host.content.value, today)) {
      const content = { ...contentOfRow(this.host.content.value, guide, spec, row), sitting: this.host.id };
      const last = this.rows.value.length === 1;
      const act = { content, item, guide, outcome };
      const result = await saveIntake(this.desk, row.id, act, last ? { draftId: this.host.id } : {});
      if (!result.ok) {
        this.refused.value = new Map([...this.refused.value, [row.id, troubleOf(result.refusal)]]);
        this.edit(row.id, true);
        // The device keeps nothing any more: the others would fare no better.
        if (result.refusal.code === 'store.failed') break;
        continue;
      }
      this.leave((one) => one.id === row.id);
    }
    return this.rows.value.length;
  }

  /** What has become a case is not taken in a second time, nor shown as if it were still to come. */
  leaveSaved(): void {
    const isSaved = ({ id }: RosterRow): boolean => this.cases.value.has(id);
    if (this.rows.value.some(isSaved)) this.leave(isSaved);
  }

  /** Rows that have become cases. */
  private leave(gone: (row: RosterRow) => boolean): void {
    const { roster } = this.host.content.value;
    const numbers = this.rows.value
      .filter(gone)
      .map((row) => normaliseIdentityNumber(row.cells.idNumber ?? ''));
    const rows = this.rows.value.filter((row) => !gone(row));
    this.host.change({ roster: { on: true, rows, taken: [...(roster?.taken ?? []), ...numbers] } });
  }

  /** What has something wrong is open to be mended: also in a draft that is taken up again. */
  keepOpen(): void {
    this.open.value = new Set([...this.open.value, ...this.problems.value.keys()]);
  }

  /** Letters typed into one cell are undone together. */
  private become(rows: readonly RosterRow[], step: string): void {
    if (this.past.value.at(-1)?.step !== step)
      this.past.value = [...this.past.value, { step, rows: this.rows.value }];
    this.write(rows);
  }

  private write(rows: readonly RosterRow[]): void {
    const { roster, parties, answers } = this.host.content.value;
    const spec = this.spec.value;
    const guide = this.host.complete.value;
    const kept = { roster: { ...roster, on: roster?.on ?? false, rows } };
    if (spec?.of !== 'parties' || !guide) {
      this.host.change(kept);
      return;
    }
    const others = parties.filter((party) => party.role !== spec.role);
    const good = goodRows(guide, kept, benchOf(this.desk).today);
    const listed = [...others, ...good.map((row) => partyOf(row, spec))];
    // An emptied list counts nothing: what was answered before it stays.
    const counted = rows.length > 0 ? countsOf(listed, spec) : {};
    this.host.change({ ...kept, parties: listed, answers: { ...answers, ...counted } });
  }
}
