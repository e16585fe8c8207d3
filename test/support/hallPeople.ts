import type { Member } from './authority.ts';
import { DISTRICT, EAST, WEST } from './sampleCatalogue.ts';

const id = (last: number): string => `019ac0de-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const CLERK: Member = {
  id: id(101),
  username: 'wang',
  name: '王芳',
  posts: [{ office: WEST, roles: ['clerk'] }],
};
export const OTHER_CLERK: Member = { ...CLERK, id: id(102), username: 'li', name: '李强' };
export const EAST_CLERK: Member = {
  id: id(103),
  username: 'zhao',
  name: '赵敏',
  posts: [{ office: EAST, roles: ['clerk'] }],
};
export const SUPERVISOR: Member = {
  id: id(104),
  username: 'sun',
  name: '孙督查',
  posts: [{ office: DISTRICT, roles: ['supervisor'] }],
};
/** Keeps the seal of the western hall. */
export const SEALER: Member = {
  id: id(105),
  username: 'zhou',
  name: '周监印',
  posts: [{ office: WEST, roles: ['sealer'] }],
};
