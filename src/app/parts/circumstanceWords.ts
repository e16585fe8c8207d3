import type { Circumstance } from '../../domain/transitions.ts';

/** For which items, or for which cases, a line of the state table is; as the help says it. */
const circumstanceWords: Readonly<Record<Circumstance, string>> = {
  instant: '即办事项',
  promised: '承诺办理的事项',
  consultation: '咨询事项',
  approvalNeeded: '要领导批准的',
  approvalWaived: '不用领导批准的',
  sealNeeded: '要盖章的',
  licence: '要推送监管部门的许可',
  finished: '该办的都办完以后',
  unfinished: '还没有办完的',
};

/** Empty where it is for all of them. */
export const onlyInWords = (only: readonly Circumstance[]): string =>
  only.length === 0 ? '' : `只限${only.map((one) => circumstanceWords[one]).join('、')}`;
