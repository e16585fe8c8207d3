import type { Assignment } from '../../../domain/assignment.ts';
import type { DeliveryWay, StepOutcome } from '../../../domain/handling.ts';
import type { SealNeed } from '../../../domain/item.ts';

export const deliveryWords: Readonly<Record<DeliveryWay, string>> = {
  inPerson: '当面签收',
  post: '邮寄',
  electronic: '电子送达',
  leftBehind: '留置送达',
};

export const outcomeWords: Readonly<Record<StepOutcome, string>> = {
  done: '做完了，没有问题',
  doubt: '发现情况，写在下面',
  objection: '有人提出异议',
  settled: '异议已经处理',
};

export const sealWords: Readonly<Record<SealNeed, string>> = {
  none: '不用印',
  business: '业务专用章',
  approval: '审批专用章',
};

export function assignmentInWords({ person, personName, by }: Assignment): string {
  if (person === null) return '交还，谁都可以办';
  return person === by ? `${personName}领办` : `由${personName}承办`;
}

/** Names typed with any of the marks that people put between them. */
export const namesIn = (text: string): string[] => text.split(/[、，,;；\s]+/).filter((one) => one !== '');
