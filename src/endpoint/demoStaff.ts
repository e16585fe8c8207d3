import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Office, Role } from '../domain/office.ts';
import { addMs } from '../domain/time.ts';
import { newCode } from './access/codes.ts';
import { addEnrolmentCode, ENROLMENT_CODE_LENGTH } from './access/enrolment.ts';
import type { Passwords } from './access/passwords.ts';
import { addStaff } from './access/staff.ts';
import type { Context, Edges } from './context.ts';
import type { Store } from './store/store.ts';

/** One line of `demo.json`. */
export interface DemoStaff {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly Role[];
}

const TOWN: readonly Role[] = ['clerk', 'reviewer', 'leader', 'sealer'];
const DEPARTMENT: readonly Role[] = ['officer', 'leader', 'sealer'];
const DISTRICT: readonly Role[] = ['clerk', 'supervisor', 'editor', 'admin'];

/** Short names for the sign-ins of each office. */
const SIGN_IN_NAMES: Readonly<Record<string, string>> = {
  '370406101': 'dianzi',
  '370406102': 'xiji',
  '370406103': 'sangcun',
  '370406104': 'beizhuang',
  '370406105': 'chengtou',
  '370406106': 'xuzhuang',
  '370406107': 'shuiquan',
  '370406108': 'fengmao',
  '370406109': 'fucheng',
  '370406': 'qu',
};

const POST_NAMES: Readonly<Record<Role, string>> = {
  clerk: '窗口',
  reviewer: '审核',
  leader: '批准',
  sealer: '监印',
  officer: '经办',
  supervisor: '督查',
  editor: '事项',
  admin: '管理',
};

/** A surname of the office and the post for a given name: nobody can take them for real people. */
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';

/** Everybody of every office, each with one post. */
export function demoStaff(offices: readonly Office[]): DemoStaff[] {
  return offices.flatMap((office, index) => {
    const signInName = SIGN_IN_NAMES[office.id] ?? office.id.replace('370406-', '');
    return rolesOf(office).map((role) => ({
      username: `${signInName}.${role}`,
      password: `${signInName}-${role}-2026`,
      name: `${SURNAMES.charAt(index % SURNAMES.length)}${POST_NAMES[role]}（演示）`,
      office: office.id,
      roles: [role],
    }));
  });
}

function rolesOf(office: Office): readonly Role[] {
  if (office.kind === 'department') return DEPARTMENT;
  return office.kind === 'district' ? DISTRICT : TOWN;
}

/** Adds those who are not there yet. */
export async function seedStaff(
  store: Store,
  staff: readonly DemoStaff[],
  passwords: Passwords,
  edges: Edges,
): Promise<void> {
  const hashed = await Promise.all(
    staff.map(async (one) => ({ ...one, passwordHash: await passwords.hash(one.password) })),
  );
  const at = new Date(edges.clock()).toISOString();
  await store.write(async (tx) => {
    for (const { username, name, office, roles, passwordHash } of hashed) {
      if (await tx.personByUsername(username)) continue;
      const posts = [{ office, roles: [...roles] }];
      await addStaff(tx, { username, name, posts, passwordHash }, 'program', at, edges);
    }
  });
}

/** One line of `codes` in `demo.json`: good for one device of the office. */
export interface DemoCode {
  readonly office: string;
  readonly code: string;
}

const CODES_EACH = 20;
const YEAR_MS = 365 * 86_400_000;

/** Enrolment codes for every office, as an administrator would make them, but good for a year. */
export async function seedCodes(
  { store, published }: Pick<Context, 'store' | 'published'>,
  edges: Edges,
): Promise<DemoCode[]> {
  const admin = await store.read.personByUsername(`${SIGN_IN_NAMES['370406']}.admin`);
  if (!admin) throw new Error('the demonstration has no administrator');
  const at = new Date(edges.clock()).toISOString();
  const by = { person: admin.id, office: '370406', at };
  const codes = published.current().catalogue.offices.flatMap(({ id }) =>
    Array.from({ length: CODES_EACH }, (_, index) => ({
      ...{ office: id, name: `演示设备 ${index + 1}` },
      code: newCode(ENROLMENT_CODE_LENGTH, edges.randomBytes),
    })),
  );
  await store.write(async (tx) => {
    for (const one of codes) await addEnrolmentCode(tx, one, by, addMs(at, YEAR_MS), edges);
  });
  return codes.map(({ office, code }) => ({ office, code }));
}

/** What the demonstration writes into its data folder, for whoever tries it out. */
export interface Demo {
  readonly url: string;
  readonly staff: readonly DemoStaff[];
  readonly codes: readonly DemoCode[];
}

/** Staff and codes, and the file in the data folder that says which. */
export async function seedDemo(
  { context, url, dataDir }: { readonly context: Context; readonly url: string; readonly dataDir: string },
  edges: Edges,
): Promise<Demo & { readonly file: string }> {
  const staff = demoStaff(context.published.current().catalogue.offices);
  await seedStaff(context.store, staff, context.passwords, edges);
  const codes = await seedCodes(context, edges);
  const demo: Demo = { url, staff, codes };
  const file = join(dataDir, 'demo.json');
  writeFileSync(file, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  return { ...demo, file };
}
