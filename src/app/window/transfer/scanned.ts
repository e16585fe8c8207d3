import { paperGoesTo } from '../../../domain/transfer.ts';
import { compact, readPaper } from '../../../protocol/paperScan.ts';
import type { ListedCase } from '../../local/types.ts';
import type { Bench } from '../desk.tsx';
import { troubleOf } from '../trouble.tsx';

type Here = Pick<Bench, 'rules' | 'hall' | 'today'>;

/** What a scan comes to: one case of this device, a list, or why neither. */
export type Found =
  | { readonly what: 'case'; readonly one: ListedCase }
  | { readonly what: 'list'; readonly id: string }
  | { readonly what: 'nothing'; readonly why: string };

/** The case or the list whose paper was scanned, or whose number was typed. */
export function findScanned(text: string, cases: readonly ListedCase[]): Found {
  const read = readPaper(text);
  if (!read.ok) {
    const { what, todo } = troubleOf(read.refusal);
    return nothing(`${what}${todo}`);
  }
  const paper = read.value;
  if (paper.of === 'list') return { what: 'list', id: paper.id };
  const found = cases.filter(({ case: one }) => {
    if (paper.of === 'case') return one.id === paper.id;
    if (paper.of === 'number') return compact(one.number) === paper.number;
    return one.sticker !== undefined && compact(one.sticker) === paper.number;
  });
  const [one, another] = found;
  if (!one) return nothing('本机没有这一件。请核对编号；连网更新后还没有的，请问移出的单位。');
  if (another)
    return nothing(
      `这张收件贴贴在 ${found.length} 件上：${found.map((each) => each.case.number).join('、')}。请扫办件编号。`,
    );
  return { what: 'case', one };
}

const nothing = (why: string): Found => ({ what: 'nothing', why });

export const nameOf = ({ case: one }: ListedCase): string => `${one.applicant} ${one.number}`;

/** Why there is nothing to be signed for here. */
export function whyNotSigned({ case: one }: ListedCase, { rules, hall }: Here): string {
  const name = (id: string) => rules.office(id)?.name ?? id;
  const { at, way } = one.custody ?? { at: one.hall };
  if (way)
    return at === hall.id
      ? `正从本单位移交给${name(way.to)}，由对方签收。`
      : `正移交给${name(way.to)}，不是给本单位的，请转给对方。`;
  return at === hall.id
    ? '要签收的清单里没有：纸质材料登记在本单位，不用再签收。'
    : `要签收的清单里没有：纸质材料登记在${name(at)}，请问对方有没有登记移交。`;
}

/** Why it is not for the list to an office. */
export function whyNotFor(to: string, view: ListedCase, { rules, hall, today }: Here): string {
  const name = (id: string) => rules.office(id)?.name ?? id;
  const { custody, hall: received } = view.case;
  const { at, way } = custody ?? { at: received };
  if (way)
    return at === hall.id
      ? `已经在移交给${name(way.to)}的清单里，等对方签收。`
      : at !== hall.id && way.to === hall.id
        ? '正移交过来，还没有签收：先签收，再移交。'
        : `登记在${name(at)}移交给${name(way.to)}的清单里。`;
  if (at !== hall.id) return `纸质材料登记在${name(at)}，不在本单位。`;
  const goes = paperGoesTo(view.case, hall.id, rules, today);
  if (goes === undefined) return '现在不用移交：还在本单位办，或者材料应当留在本单位。';
  return `应当移交给${name(goes)}，不是${name(to)}：请在“移交给${name(goes)}”里扫。`;
}
