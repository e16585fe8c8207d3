import { computed, signal } from '@preact/signals';
import { normaliseCaseNumber } from '../../../domain/caseNumber.ts';
import type { OfficeId } from '../../../domain/office.ts';
import { isArriving, isMissed, isUnderWay, paperGoesTo } from '../../../domain/transfer.ts';
import type { Act, ListedCase } from '../../local/types.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** Cases by where their paper goes, or by the list that it comes in. */
export interface Bundle {
  readonly key: string;
  readonly cases: readonly ListedCase[];
}

/** Paper files on their way between a hall and a department. */
export class TransferModel {
  /** Cases that stay here for now, though they could go. */
  readonly left = signal<ReadonlySet<string>>(new Set());
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  /** What was signed for with the last scan, or why not. */
  readonly said = signal<string | null>(null);

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
    return done ? list : null;
  }

  /** A line that was reported missing is signed for by itself: who signs says that it has turned up. */
  sign(list: string, cases: readonly ListedCase[]): Promise<boolean> {
    return this.each(cases, () => ({ type: 'signForPapers', payload: { list } }));
  }

  missing(list: string, one: ListedCase, text: string): Promise<boolean> {
    return this.each([one], () => ({ type: 'reportMissing', payload: { list, text } }));
  }

  /** A case number from a scanner or a hand: the line of the list that it stands on is signed for. */
  async scan(number: string): Promise<void> {
    const wanted = numberIn(number);
    if (wanted === '') return;
    for (const { key, cases } of this.arriving.value) {
      const line = cases.find((one) => one.case.number.replaceAll('-', '') === wanted);
      if (!line) continue;
      if (await this.sign(key, [line]))
        this.said.value = `已签收：${line.case.applicant} ${line.case.number}`;
      return;
    }
    this.said.value = '要签收的清单里没有这个编号。请核对；不在清单上的材料，请问移出的单位。';
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

/** What is signed for at once: the lines that nobody has missed. */
export const unmissed = (cases: readonly ListedCase[]): readonly ListedCase[] =>
  cases.filter((one) => !isMissed(one.case));

/** A scanner types what stands in the receipt's QR, an address with the number in its fragment; a hand types the number. */
function numberIn(typed: string): string {
  const inAddress = /#n=([^&]+)/i.exec(typed)?.[1];
  const number = inAddress === undefined ? typed : decodeURIComponent(inAddress);
  return normaliseCaseNumber(number).replaceAll(/[^0-9A-Z]/g, '');
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
