import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { MOST_DEPUTY_DAYS, representable, spanFault } from '../../domain/deputy.ts';
import type { OfficeId, Post, Role } from '../../domain/office.ts';
import { isLegalDate, type LegalDate } from '../../domain/time.ts';
import type { StaffMember } from '../../protocol/resources.ts';

const EMPTY = {
  absent: '',
  office: '' as OfficeId,
  roles: [] as readonly Role[],
  from: '',
  until: '',
  reason: '',
};
type Form = typeof EMPTY;

interface Ports {
  readonly everybody: ReadonlySignal<readonly StaffMember[]>;
  readonly today: () => LegalDate;
  /** Whether the endpoint has taken it. */
  readonly send: (path: string, body: unknown) => Promise<boolean>;
  readonly onNamed: (deputy: StaffMember, absent: string) => Promise<void>;
}

/** The form that names somebody for the absence of another one. */
export function namingModel({ everybody, today, send, onNamed }: Ports) {
  /** Who is to act for somebody; null while no form is open. */
  const deputy = signal<StaffMember | null>(null);
  const form = signal(EMPTY);
  const tried = signal(false);

  const absentees = computed(() => absenteesOf(everybody.value, deputy.value));
  /** What of the chosen one's posts can be passed on. */
  const posts = computed(() =>
    representable(absentees.value.find((one) => one.id === form.value.absent)?.posts ?? []),
  );
  const offered = computed(() => posts.value.find((post) => post.office === form.value.office)?.roles ?? []);
  const errors = computed(() => (tried.value ? faultsOf(form.value, today()) : {}));

  function begin(person: StaffMember): void {
    form.value = { ...EMPTY, from: today() };
    tried.value = false;
    deputy.value = person;
  }

  /** Where there is nothing to choose it is chosen. */
  function chooseAbsent(absent: string): void {
    form.value = { ...form.value, absent };
    const [only, ...more] = posts.value;
    chooseOffice(only && more.length === 0 ? only.office : '');
  }

  function chooseOffice(office: OfficeId): void {
    form.value = { ...form.value, office };
    form.value = { ...form.value, roles: offered.value.length === 1 ? offered.value : [] };
  }

  async function name(): Promise<void> {
    const person = deputy.value;
    tried.value = true;
    if (!person || Object.keys(faultsOf(form.value, today())).length > 0) return;
    const { absent, office, roles, from, until, reason } = form.value;
    const body = { for: absent, post: { office, roles }, from, until, reason: reason.trim() };
    if (!(await send(`/api/staff/${person.id}/deputies`, body))) return;
    deputy.value = null;
    await onNamed(person, absent);
  }

  function close(): void {
    deputy.value = null;
  }

  return {
    ...{ deputy, form, errors, absentees, posts, offered },
    ...{ begin, chooseAbsent, chooseOffice, name, close },
  };
}

/** Whoever has posts that can be passed on; colleagues of the same offices first. */
function absenteesOf(staff: readonly StaffMember[], deputy: StaffMember | null): readonly StaffMember[] {
  if (!deputy) return [];
  const at = new Set(deputy.posts.map((post) => post.office));
  const near = (one: StaffMember) => one.posts.some((post: Post) => at.has(post.office));
  const all = staff.filter(
    (one) => one.id !== deputy.id && !one.disabled && representable(one.posts).length > 0,
  );
  return [...all.filter(near), ...all.filter((one) => !near(one))];
}

function faultsOf(form: Form, today: LegalDate): Partial<Record<keyof Form, string>> {
  const faults: Partial<Record<keyof Form, string>> = {};
  if (form.absent === '') faults.absent = '请选谁不在岗。';
  else if (form.office === '') faults.office = '请选单位。';
  else if (form.roles.length === 0) faults.roles = '请至少选一个岗位。';
  if (!isLegalDate(form.from)) faults.from = '请填从哪一天起。';
  else if (form.from < today) faults.from = '过去的日子不能补登，请填今天或者以后的一天。';
  if (!isLegalDate(form.until)) faults.until = '请填到哪一天为止。';
  else if (!faults.from) {
    const fault = spanFault(form.from, form.until, today);
    if (fault) faults.until = SPAN_FAULTS[fault];
  }
  if (form.reason.trim() === '') faults.reason = '请写明原因，例如外出培训。';
  return faults;
}

const SPAN_FAULTS = {
  past: '这一天已经过去，请填今天或者以后的一天。',
  order: '结束的日子在开始之前，请改日期。',
  long: `一次最长 ${MOST_DEPUTY_DAYS} 天。时间更长的，请直接调整岗位。`,
} as const;
