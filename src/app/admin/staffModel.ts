import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import { type Office, type OfficeId, type Role, rolesAt } from '../../domain/office.ts';
import type { Facts } from '../../domain/result.ts';
import { STAFF_WITH } from '../../protocol/deputies.ts';
import { inWords } from '../../protocol/errors.ts';
import { Password, StaffMember, Username } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';

const StaffList = v.object({ staff: v.array(StaffMember) });

export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

const EMPTY = { username: '', name: '', password: '', office: '' as OfficeId, roles: [] as readonly Role[] };

/** The posts that can be chosen: those that exist at the office; none before one is chosen. */
export function rolesOffered(office: Pick<Office, 'kind'> | undefined): readonly Role[] {
  return office ? rolesAt(office.kind) : [];
}

/** State of the staff screen: the list, one form, one pending change with its reason. */
export function staffModel(api: Api) {
  const staff = signal<readonly StaffMember[] | null>(null);
  const trouble = signal<Trouble | null>(null);
  const busy = signal(false);
  const form = signal(EMPTY);
  const tried = signal(false);
  const done = signal('');

  const errors = computed(() => (tried.value ? faultsOf(form.value) : {}));

  const fail = (refusal: { code: string; facts: Facts }) => {
    trouble.value = inWords(refusal.code, refusal.facts);
  };

  async function run<T>(
    work: () => Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string; facts: Facts } }>,
  ) {
    busy.value = true;
    trouble.value = null;
    const result = await work();
    busy.value = false;
    if (!result.ok) fail(result.refusal);
    return result;
  }

  /** Something was done elsewhere on the screen. */
  async function changed(said: string): Promise<void> {
    done.value = said;
    await load();
  }

  async function load(): Promise<void> {
    const result = await run(() => api.call('GET', `/api/staff${STAFF_WITH}`, StaffList));
    if (result.ok) staff.value = result.value.staff;
  }

  async function add(): Promise<void> {
    tried.value = true;
    if (Object.keys(faultsOf(form.value)).length > 0) return;
    const { office, roles, ...person } = form.value;
    const result = await run(() =>
      api.call('POST', '/api/staff', StaffMember, { ...person, posts: [{ office, roles }] }),
    );
    if (!result.ok) return;
    done.value = `已增加 ${result.value.name}。`;
    form.value = EMPTY;
    tried.value = false;
    await load();
  }

  /** Disables or enables; the reason is recorded with it. */
  async function setDisabled(id: string, disabled: boolean, reason: string): Promise<boolean> {
    const result = await run(() => api.call('PATCH', `/api/staff/${id}`, StaffMember, { disabled, reason }));
    if (!result.ok) return false;
    await changed(`${result.value.name} ${disabled ? '已停用' : '已恢复'}。`);
    return true;
  }

  /** Another office keeps only the posts that exist there as well. */
  function chooseOffice(office: Pick<Office, 'id' | 'kind'> | undefined): void {
    const there = rolesOffered(office);
    const roles = form.value.roles.filter((role) => there.includes(role));
    form.value = { ...form.value, office: office?.id ?? '', roles };
  }

  /** Something is typed that loading the page anew would lose. */
  const begun = computed(() => form.value !== EMPTY);

  return { staff, trouble, busy, form, errors, done, begun, load, changed, add, setDisabled, chooseOffice };
}

export type StaffModel = ReturnType<typeof staffModel>;

type Faults = Partial<Record<'username' | 'name' | 'password' | 'office' | 'roles', string>>;

function faultsOf(form: typeof EMPTY): Faults {
  const faults: Faults = {};
  if (!v.is(Username, form.username))
    faults.username = '请用小写字母开头的 2 到 32 个字母、数字、点或者横线。';
  if (form.name.trim() === '') faults.name = '请填写姓名。';
  if (!v.is(Password, form.password)) faults.password = '请设不少于 10 个字符的初始密码。';
  if (form.office === '') faults.office = '请选择单位。';
  if (form.roles.length === 0) faults.roles = '请至少选一个岗位。';
  return faults;
}
