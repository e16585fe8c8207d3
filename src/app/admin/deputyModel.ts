import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type DeputyPost,
  deputyPosts,
  MOST_DEPUTY_DAYS,
  representable,
  spanFault,
} from '../../domain/deputy.ts';
import type { OfficeId, Post, Role } from '../../domain/office.ts';
import type { Facts } from '../../domain/result.ts';
import { type Instant, isLegalDate, type LegalDate, legalDateOf } from '../../domain/time.ts';
import { inWords } from '../../protocol/errors.ts';
import { StaffMember } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Trouble } from './staffModel.ts';

/** Somebody who acts for somebody else, now or soon. */
export interface NamedDeputy {
  readonly person: StaffMember;
  /** The name of who is away. */
  readonly away: string;
  readonly post: DeputyPost;
}

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
  readonly staff: ReadonlySignal<readonly StaffMember[] | null>;
  readonly now: () => Instant;
  /** Something has changed: says what, and reads the list again. */
  readonly onDone: (said: string) => Promise<void>;
}

/** 代班: who acts for whom and until when, one form, one early end with its reason. */
export function deputyModel(api: Api, { staff, now, onDone }: Ports) {
  const trouble = signal<Trouble | null>(null);
  const busy = signal(false);
  /** Who is to act for somebody; null while no form is open. */
  const deputy = signal<StaffMember | null>(null);
  const ending = signal<NamedDeputy | null>(null);
  const form = signal(EMPTY);
  const tried = signal(false);
  const today = (): LegalDate => legalDateOf(now());

  const absentees = computed(() => absenteesOf(staff.value ?? [], deputy.value));
  /** What of the chosen one's posts can be passed on. */
  const posts = computed(() =>
    representable(absentees.value.find((one) => one.id === form.value.absent)?.posts ?? []),
  );
  const offered = computed(() => posts.value.find((post) => post.office === form.value.office)?.roles ?? []);
  const errors = computed(() => (tried.value ? faultsOf(form.value, today()) : {}));
  const named = computed(() => namedIn(staff.value ?? [], now()));

  function begin(person: StaffMember): void {
    form.value = { ...EMPTY, from: today() };
    tried.value = false;
    trouble.value = null;
    deputy.value = person;
  }

  function beginEnd(one: NamedDeputy): void {
    trouble.value = null;
    ending.value = one;
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

  async function send(path: string, body: unknown): Promise<StaffMember | undefined> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('POST', path, StaffMember, body);
    busy.value = false;
    if (!result.ok) trouble.value = words(result.refusal);
    return result.ok ? result.value : undefined;
  }

  async function name(): Promise<void> {
    const person = deputy.value;
    tried.value = true;
    if (!person || Object.keys(faultsOf(form.value, today())).length > 0) return;
    const { absent, office, roles, from, until, reason } = form.value;
    const body = { for: absent, post: { office, roles }, from, until, reason: reason.trim() };
    if (!(await send(`/api/staff/${person.id}/deputies`, body))) return;
    deputy.value = null;
    await onDone(`已登记：${person.name}为${nameIn(staff.value ?? [], absent)}代班。`);
  }

  async function end(reason: string): Promise<void> {
    const one = ending.value;
    if (!one) return;
    const path = `/api/staff/${one.person.id}/deputies/${one.post.deputy.id}/end`;
    if (!(await send(path, { reason }))) return;
    ending.value = null;
    await onDone(`${one.person.name}为${one.away}的代班已结束。`);
  }

  function close(): void {
    deputy.value = null;
    ending.value = null;
  }

  const state = { trouble, busy, deputy, ending, form, errors, absentees, posts, offered, named, today, now };
  return { ...state, begin, beginEnd, chooseAbsent, chooseOffice, name, end, close };
}

export type DeputyModel = ReturnType<typeof deputyModel>;

const words = ({ code, facts }: { code: string; facts: Facts }): Trouble => inWords(code, facts);

const nameIn = (staff: readonly StaffMember[], id: string): string =>
  staff.find((one) => one.id === id)?.name ?? '已不在名单上的人';

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

/** Who acts for whom, those first whose time is over first. */
function namedIn(staff: readonly StaffMember[], at: Instant): readonly NamedDeputy[] {
  return staff
    .flatMap((person) =>
      deputyPosts(person.posts, at).map((post) => ({ person, post, away: nameIn(staff, post.deputy.for) })),
    )
    .sort((one, other) => (one.post.to < other.post.to ? -1 : 1));
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
