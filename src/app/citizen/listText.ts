import { formInWords } from '../../domain/inWords.ts';
import type { FinishedList } from './want.tsx';

/** The list as a message: what is sent to whoever goes in one's place. */
export function listAsText({ guide, lines }: FinishedList, origin: string): string {
  return [
    `${guide.title}，要带 ${lines.length} 样：`,
    ...lines.map(({ material }, index) => `${index + 1}. ${material.name}（${formInWords(material.form)}）`),
    `九个镇的便民服务大厅和区级大厅都能办。清单第 ${guide.version} 版，${guide.effectiveFrom} 起用，清单以外的证明不用交。`,
    `${origin}/guide/${guide.id}`,
  ].join('\n');
}
