import type { ItemState } from '../../domain/item.ts';
import type { Role } from '../../domain/office.ts';

export const roleWords: Readonly<Record<Role, string>> = {
  clerk: '窗口',
  reviewer: '审核',
  leader: '批准',
  sealer: '监印',
  officer: '部门经办',
  supervisor: '督查',
  editor: '事项管理',
  admin: '系统管理',
};

export const stateWords: Readonly<Record<ItemState, string>> = {
  in_force: '正常受理',
  suspended: '暂停受理',
  cancelled: '已取消',
  superseded: '已被替代',
};
