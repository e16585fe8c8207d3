import type { Sealing } from '../../../domain/handling.ts';
import { isHeldAt, type Office, type OfficeId, type Post } from '../../../domain/office.ts';
import { mayReadRegister } from '../../../domain/readingRegister.ts';
import type { Instant } from '../../../domain/time.ts';
import type { SealLine } from '../../../protocol/sealRegister.ts';
import type { RegisterCopy } from '../../local/sealRegister.ts';
import type { ListedCase } from '../../local/types.ts';

/** A line of the book as it is shown and printed. */
export interface BookLine extends Omit<SealLine, 'turn'> {
  readonly key: string;
  /**
   * What the copy of the district's register does not have: `unsent` is known to this device alone, `sent` has no number
   * here yet, `since` was recorded after the copy was read. Absent in what the copy has, and where there is no copy.
   */
  readonly mark?: 'unsent' | 'sent' | 'since';
}

export interface Book {
  readonly lines: readonly BookLine[];
  /** Numbers that were given and have no line. */
  readonly missing: readonly number[];
}

export interface Asked {
  readonly office: OfficeId;
  readonly year: string;
  /** Null where nothing was ever read from the district. */
  readonly copy: RegisterCopy | null;
  readonly listed: readonly ListedCase[];
  /** What was sealed, where that is not written down. */
  titleOf(view: ListedCase): string;
}

/** The register of an office and a year: what the district has, and what this device knows beyond it. */
export function bookOf(asked: Asked): Book {
  const { copy, year } = asked;
  const known = (copy?.lines ?? []).map(
    (line): Placed => ({ ...line, key: `${line.serial}-${line.turn}-${line.number}` }),
  );
  const lines = [...known, ...beyond(asked)].sort(byNumber);
  const given = copy?.years.find((one) => one.year === year)?.given ?? 0;
  const there = new Set(lines.map((one) => one.serial));
  const numbers = Array.from({ length: given }, (_, at) => at + 1);
  return {
    lines: lines.map(({ turn: _, ...line }) => line),
    missing: numbers.filter((one) => !there.has(one)),
  };
}

type Placed = BookLine & Pick<SealLine, 'turn'>;

/**
 * What the cases on this device say that the copy does not have. The lines of one case are in the same order on both sides,
 * so that as many as the copy has of it are those, whether the number has come here yet or not.
 */
function beyond({ office, year, copy, listed, titleOf }: Asked): Placed[] {
  const inCopy = new Map<string, number>();
  for (const { number } of copy?.lines ?? []) inCopy.set(number, (inCopy.get(number) ?? 0) + 1);
  return listed.flatMap((view) => {
    const { number, sealings = [] } = view.case;
    const here = sealings.filter((one) => one.office === office && one.on.startsWith(year));
    return here.slice(inCopy.get(number) ?? 0).map((sealing) => {
      const mark = markOf(sealing, view, copy);
      const at = here.indexOf(sealing);
      const turn = here.slice(0, at).filter((one) => one.serial === sealing.serial).length + 1;
      return {
        ...lineOf(sealing, view, titleOf),
        ...{ key: `${number} ${at}`, turn },
        ...(mark ? { mark } : {}),
      };
    });
  });
}

function markOf({ serial }: Sealing, { pending }: ListedCase, copy: RegisterCopy | null): BookLine['mark'] {
  if (serial === undefined) return pending > 0 ? 'unsent' : 'sent';
  return copy ? 'since' : undefined;
}

function lineOf(
  { on, serial, title, seal, copies, approver, drafter, name, text }: Sealing,
  view: ListedCase,
  titleOf: Asked['titleOf'],
): Omit<SealLine, 'turn'> {
  return {
    ...{ on, serial: serial ?? null, title: title ?? titleOf(view), number: view.case.number },
    ...{ seal, copies, approver, drafter, sealer: name, note: text },
  };
}

/** By number; what this device has sealed and nobody has numbered comes last, by day. */
function byNumber(a: Placed, b: Placed): number {
  const last = (one: Placed): boolean => one.mark === 'unsent' || one.mark === 'sent';
  if (last(a) || last(b)) return Number(last(a)) - Number(last(b)) || a.on.localeCompare(b.on);
  return (a.serial ?? 0) - (b.serial ?? 0) || a.turn - b.turn;
}

/** What of the book is shown and printed: from one number to another, both included; empty = to its end. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** What is wrong with a range, in words. */
export function rangeTrouble({ from, to }: Range): string | undefined {
  if ([from, to].some((one) => one !== '' && !NUMBER.test(one))) return '请填文号里的序号，例如 12。';
  return from !== '' && to !== '' && Number(from) > Number(to) ? '起号不能大于止号。' : undefined;
}

/** What has no number yet belongs to the end of the book. */
export function inRange(lines: readonly BookLine[], { from, to }: Range): readonly BookLine[] {
  if (rangeTrouble({ from, to })) return [];
  return lines.filter(({ serial }) =>
    serial === null ? to === '' : serial >= Number(from) && (to === '' || serial <= Number(to)),
  );
}

/** Numbers of a range that were given and have no line. */
export function missingIn({ missing }: Book, range: Range): readonly number[] {
  if (rangeTrouble(range)) return [];
  return missing.filter((one) => one >= Number(range.from) && (range.to === '' || one <= Number(range.to)));
}

/** 第3号至第41号，另有 1 份还没有编号: what stands on a print. */
export function rangeInWords(lines: readonly BookLine[]): string {
  const serials = lines.flatMap(({ serial }) => serial ?? []);
  const without = lines.length - serials.length;
  const [first, last] = [serials[0], serials.at(-1)];
  const numbered = first === last ? `第${first}号` : `第${first}号至第${last}号`;
  const rest = `${without} 份还没有编号`;
  if (first === undefined) return without > 0 ? rest : '没有用印';
  return without > 0 ? `${numbered}，另有 ${rest}` : numbered;
}

/** 3、5至9: numbers in words. */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const one of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === one - 1) run[1] = one;
    else runs.push([one, one]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}至${to}`)).join('、');
}

/** The offices whose register somebody may read; the one where they work first. */
export function registerOffices(
  offices: readonly Office[],
  posts: readonly Post[],
  here: OfficeId,
  now: Instant,
): readonly Office[] {
  const held = posts.filter((post) => isHeldAt(post, now));
  const readable = offices.filter(({ id }) => mayReadRegister(held, id));
  return [...readable.filter(({ id }) => id === here), ...readable.filter(({ id }) => id !== here)];
}

/** The years that can be chosen, the newest first: those of the district, those that this device knows of, and this one. */
export function registerYears(
  { copy, listed, office }: Pick<Asked, 'copy' | 'listed' | 'office'>,
  today: string,
): readonly string[] {
  const here = listed.flatMap(({ case: { sealings = [] } }) =>
    sealings.filter((one) => one.office === office).map((one) => one.on.slice(0, 4)),
  );
  const known = copy?.years.map((one) => one.year) ?? [];
  return [...new Set([today.slice(0, 4), ...known, ...here])].sort().reverse();
}
