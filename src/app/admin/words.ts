import type { ItemState } from '../../domain/item.ts';

export { postWords as roleWords } from '../parts/postWords.ts';

export const stateWords: Readonly<Record<ItemState, string>> = {
  in_force: '正常受理',
  suspended: '暂停受理',
  cancelled: '已取消',
  superseded: '已被替代',
};
