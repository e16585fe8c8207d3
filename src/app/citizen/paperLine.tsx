import type { ComponentChildren, VNode } from 'preact';
import type { Because } from '../../domain/checklist.ts';
import type { Material } from '../../domain/guide.ts';
import { basisInWords, formInWords } from '../../domain/inWords.ts';
import { Unsure } from './unsure.tsx';

interface PaperProps {
  readonly material: Material;
  /** The answers that caused the line. */
  readonly because?: readonly Because[];
  /** In words, where nobody has answered yet. */
  readonly when?: string | undefined;
  /** A tick box before the name. */
  readonly box?: ComponentChildren;
}

const ORIGIN = {
  applicant: '自己准备',
  government: '办证机关发的',
  intermediary: '找中介机构出',
  village: '村里开',
} as const;

/** One paper to bring: what, in what form, why, and what may be left at home. The same for every citizen's list. */
export function PaperLine({ material, because = [], when, box }: PaperProps): VNode {
  const { form, why, origin, waiver, deferrable } = material;
  return (
    <li class="paper">
      <p class="name">
        {box}
        <strong>{material.name}</strong> <span class="form">{formInWords(form)}</span>
        <Unsure of={material} />
      </p>
      <p>{why}</p>
      {when && <p class="quiet">什么时候要：{when}。</p>}
      {because.length > 0 && (
        <p class="quiet">要带，是因为您选了“{because.map((one) => one.answer).join('”“')}”。</p>
      )}
      <p class="quiet">
        {ORIGIN[origin.from]}
        {origin.who && `（${origin.who}）`}。{waiver.sharing && '窗口能在系统里查到的，可以不带。'}
        {waiver.promise && '可以写承诺书代替。'}
        {deferrable !== false && `今天没有的，可以先受理，${deferrable.workingDays} 个工作日内补上。`}
        依据：{basisInWords(material.basis)}。
      </p>
    </li>
  );
}
