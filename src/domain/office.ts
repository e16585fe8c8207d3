import type { Instant } from './time.ts';

/** Nine-digit division code of a town, `370406` for the district hall, `370406-xzsp` and the like for departments. */
export type OfficeId = string;

export type OfficeKind = 'town' | 'district' | 'department';

/** A post (岗位). One person may hold several, in several offices. */
export const ROLES = [
  'clerk',
  'reviewer',
  'leader',
  'sealer',
  'officer',
  'supervisor',
  'editor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Posts in which cases are handled; the others oversee or administer. */
export const HANDLING_ROLES: readonly Role[] = ['clerk', 'reviewer', 'leader', 'sealer', 'officer'];

export const handles = (roles: readonly Role[]): boolean =>
  HANDLING_ROLES.some((role) => roles.includes(role));

/** The kinds of office that a role exists at: the district's powers lie where the notice put them (DESIGN §4). */
const ROLE_PLACES: Readonly<Record<Role, readonly OfficeKind[]>> = {
  clerk: ['town', 'district'],
  reviewer: ['town'],
  leader: ['town', 'district', 'department'],
  sealer: ['town', 'district', 'department'],
  officer: ['department'],
  supervisor: ['district'],
  editor: ['district'],
  admin: ['district'],
};

/** The posts that can be given at an office of this kind. */
export function rolesAt(kind: OfficeKind): readonly Role[] {
  return ROLES.filter((role) => ROLE_PLACES[role].includes(kind));
}

/** Whether somebody with these posts at an office of this kind receives cases and papers. */
export const receivesAt = (kind: OfficeKind, roles: readonly Role[]): boolean =>
  roles.includes('clerk') && ROLE_PLACES.clerk.includes(kind);

/** Read off the id: 370406 is the district hall, with a suffix a department, with three digits more a town. */
export function officeKindOf(id: OfficeId): OfficeKind {
  if (id === '370406') return 'district';
  return id.includes('-') ? 'department' : 'town';
}

/** Whether a fact was confirmed by the department that answers for it, or is still our reading (待部门核定). */
export type Confirmation = 'confirmed' | 'pending';

export interface Office {
  readonly id: OfficeId;
  readonly kind: OfficeKind;
  /** As on its door: 西集镇便民服务中心. */
  readonly name: string;
  /** As in lists: 西集镇. */
  readonly shortName: string;
  readonly address?: string;
  readonly telephone?: string;
  readonly hours?: string;
  /** Covers address, telephone and hours. */
  readonly confirmation: Confirmation;
}

/** What one person may do at one office, and since when. */
export interface Post {
  readonly office: OfficeId;
  readonly roles: readonly Role[];
  /** Of a deputy's alone: from when, and until when (not included); it ends by itself, also on a device without a line. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly deputy?: DeputyOf;
}

/** Which naming a deputy's post came by, and for whom; the name is told to the deputy's own device, which knows no staff. */
export interface DeputyOf {
  readonly id: string;
  readonly for: string;
  readonly name?: string;
}

export const isHeldAt = ({ from, to }: Post, at: Instant): boolean =>
  (from === undefined || from <= at) && (to === undefined || at < to);

/** What somebody may do at an office at a moment: own posts, and those held as a deputy. */
export const rolesHeld = (posts: readonly Post[], office: OfficeId, at: Instant): readonly Role[] => [
  ...new Set(
    posts.filter((post) => post.office === office && isHeldAt(post, at)).flatMap((post) => post.roles),
  ),
];

/** The ten halls have the same right to receive (notice, part one, point three). */
export function isHall(office: Office): boolean {
  return office.kind === 'town' || office.kind === 'district';
}
