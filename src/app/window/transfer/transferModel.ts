import { computed, signal } from '@preact/signals';
import type { OfficeId } from '../../../domain/office.ts';
import { isArriving, isMissed, isUnderWay, paperGoesTo } from '../../../domain/transfer.ts';
import type { Act, ListedCase } from '../../local/types.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import { type SignedList, signedLists } from './listLines.ts';
import { findScanned, nameOf, whyNotFor, whyNotSigned } from './scanned.ts';

/** Cases by where their paper goes, or by the list that it comes in. */
export interface Bundle {
  readonly key: string;
  readonly cases: readonly ListedCase[];
}

/** What a scan came to, and in which box it was scanned. */
interface Said {
  readonly where: string;
  readonly words: string;
}

/** The box in which arriving papers are scanned; every other box is named by the office that its list is for. */
export const ARRIVING = 'arriving';

/** Paper files on their way between a hall and a department. */
export class TransferModel {
  /** Cases that stay here for now, though they could go. */
  readonly left = signal<ReadonlySet<string>>(new Set());
  /** Offices whose list is put together by scanning: on it is what was scanned. */
  readonly picking = signal<ReadonlySet<string>>(new Set());
  /** The one arriving list that is open, because its own code was scanned. */
  readonly opened = signal<string | null>(null);
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  readonly said = signal<Said | null>(null);

  readonly toSend = computed(() => {
    const { rules, hall, today } = benchOf(this.desk);
    return bundles(this.desk.local.cases.value, (one) => paperGoesTo(one.case, hall.id, rules, today));
  });
  readonly underWay = computed(() => {
    const { hall } = benchOf(this.desk);
    return bundles(this.desk.local.cases.value, (one) =>
      isUnderWay(one.case, hall.id) ? one.case.custody?.way?.list : undefined,
    );
  });
  readonly arriving = computed(() => {
    const { hall } = benchOf(this.desk);
    return bundles(this.desk.local.cases.value, (one) =>
      isArriving(one.case, hall.id) ? one.case.custody?.way?.list : undefined,
    );
  });
  /** Of what arrives, the open list alone; a list that is signed for to its end closes by itself. */
  readonly shown = computed(() => {
    const open = this.arriving.value.filter(({ key }) => key === this.opened.value);
    return open.length > 0 ? open : this.arriving.value;
  });
  readonly signed = computed((): readonly SignedList[] =>
    signedLists(this.desk.local.cases.value, benchOf(this.desk).hall.id),
  );

  constructor(private readonly desk: Desk) {}

  keep(id: string, here: boolean): void {
    const next = new Set(this.left.value);
    if (here) next.add(id);
    else next.delete(id);
    this.left.value = next;
  }

  /** One list for one office; resolves with its id when every line is saved on this device. */
  async send({ key: to, cases }: Bundle): Promise<string | null> {
    const list = this.desk.newId();
    const going = cases.filter((one) => !this.left.value.has(one.case.id));
    const done = await this.each(going, () => ({
      type: 'dispatchPapers',
      payload: { list, to: to as OfficeId },
    }));
    if (!done) return null;
    this.picking.value = new Set([...this.picking.value].filter((one) => one !== to));
    return list;
  }

  /** Lines that nobody has missed: with these the rest of a list is signed for at once. */
  unmissed(cases: readonly ListedCase[]): readonly ListedCase[] {
    return cases.filter((one) => !isMissed(one.case));
  }

  /** A line that was reported missing is signed for by itself: who signs says that it has turned up. */
  sign(list: string, cases: readonly ListedCase[]): Promise<boolean> {
    return this.each(cases, () => ({ type: 'signForPapers', payload: { list } }));
  }

  missing(list: string, one: ListedCase, text: string): Promise<boolean> {
    return this.each([one], () => ({ type: 'reportMissing', payload: { list, text } }));
  }

  /**
   * A paper that has come: its line is signed for. The code of a list that arrives opens it.
   * @returns the id of any other list, to be shown
   */
  async scan(text: string): Promise<string | null> {
    if (text.trim() === '') return null;
    const found = findScanned(text, this.desk.local.cases.value);
    if (found.what === 'nothing') this.say(ARRIVING, found.why);
    if (found.what === 'list') return this.open(found.id, ARRIVING);
    if (found.what !== 'case') return null;
    const { one } = found;
    const { way } = one.case.custody ?? {};
    const bench = benchOf(this.desk);
    if (way?.to !== bench.hall.id) this.say(ARRIVING, `${nameOf(one)}：${whyNotSigned(one, bench)}`);
    else if (this.shown.value.every(({ key }) => key !== way.list))
      this.say(ARRIVING, `${nameOf(one)}：不在打开的这张清单上，在另一张上。请先显示全部清单，再扫。`);
    else if (await this.sign(way.list, [one])) this.say(ARRIVING, `已签收：${nameOf(one)}`);
    return null;
  }

  /**
   * A paper that is put on the pile for an office. With the first one the list begins anew: on it is what was scanned, so
   * that it says what lies on the pile.
   * @returns the id of a list whose code was scanned, to be shown
   */
  pick(text: string, to: string): string | null {
    if (text.trim() === '') return null;
    const found = findScanned(text, this.desk.local.cases.value);
    if (found.what === 'nothing') this.say(to, found.why);
    if (found.what === 'list') return this.open(found.id, to);
    if (found.what !== 'case') return null;
    const { one } = found;
    const bundle = this.toSend.value.find(({ key }) => key === to);
    if (!bundle?.cases.some((each) => each.case.id === one.case.id)) {
      this.say(to, `${nameOf(one)}：${whyNotFor(to, one, benchOf(this.desk))}`);
      return null;
    }
    const before = this.picking.value.has(to) && !this.left.value.has(one.case.id);
    if (!this.picking.value.has(to)) {
      this.picking.value = new Set([...this.picking.value, to]);
      this.left.value = new Set([...this.left.value, ...bundle.cases.map((each) => each.case.id)]);
    }
    this.keep(one.case.id, false);
    this.say(to, `${before ? '已经勾过' : '已勾选'}：${nameOf(one)}`);
    return null;
  }

  private open(list: string, where: string): string | null {
    const arriving = this.arriving.value.find(({ key }) => key === list);
    if (!arriving) return list;
    this.opened.value = list;
    this.say(where, `打开了这张清单，还有 ${arriving.cases.length} 件没有签收。`);
    return null;
  }

  private say(where: string, words: string): void {
    this.said.value = { where, words };
  }

  private async each(cases: readonly ListedCase[], act: (one: ListedCase) => Act): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.trouble.value = null;
    this.said.value = null;
    try {
      for (const one of cases) {
        const result = await this.desk.local.submit({ caseId: one.case.id, acts: [act(one)] });
        if (result.ok) continue;
        this.trouble.value = troubleOf(result.refusal);
        return false;
      }
      return true;
    } catch {
      this.trouble.value = NOT_STORED;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}

function bundles(
  cases: readonly ListedCase[],
  keyOf: (one: ListedCase) => string | undefined,
): readonly Bundle[] {
  const found = new Map<string, ListedCase[]>();
  for (const one of cases) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = found.get(key);
    if (group) group.push(one);
    else found.set(key, [one]);
  }
  return [...found].map(([key, group]) => ({ key, cases: group }));
}
