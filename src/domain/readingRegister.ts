import type { OfficeId, Post, Role } from './office.ts';
import { holds } from './reading.ts';

/** Posts by which a person answers for an office's seal, and so reads the register of it. */
const REGISTER_ROLES: readonly Role[] = ['leader', 'sealer'];

/** Whether a person may read the seal register (用印登记) of an office: whoever supervises reads every one. */
export const mayReadRegister = (posts: readonly Post[], office: OfficeId): boolean =>
  holds(posts, 'supervisor') ||
  posts.some((post) => post.office === office && post.roles.some((role) => REGISTER_ROLES.includes(role)));
