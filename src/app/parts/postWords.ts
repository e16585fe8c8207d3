import type { Role } from '../../domain/office.ts';

/** 岗位: called the same wherever people and their acts are named. */
export const postWords: Readonly<Record<Role, string>> = {
  clerk: '窗口',
  reviewer: '审核',
  leader: '批准',
  sealer: '监印',
  officer: '部门经办',
  supervisor: '督查',
  editor: '事项管理',
  admin: '系统管理',
};
