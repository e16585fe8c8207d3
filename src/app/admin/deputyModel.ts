import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type DeputyPost, deputyPosts } from '../../domain/deputy.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../domain/time.ts';
import { inWords } from '../../protocol/errors.ts';
import { StaffMember } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import { namingModel } from './namingModel.ts';
import type { Trouble } from './staffModel.ts';

/** Somebody who acts for somebody else, now or soon. */
export interface NamedDeputy {
  readonly person: StaffMember;
  /** The name of who is away. */
  readonly away: string;
  readonly post: DeputyPost;
}

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
  const ending = signal<NamedDeputy | null>(null);
  const today = (): LegalDate => legalDateOf(now());
  const everybody = computed(() => staff.value ?? []);
  const named = computed(() => namedIn(everybody.value, now()));

  async function send(path: string, body: unknown): Promise<boolean> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('POST', path, StaffMember, body);
    busy.value = false;
    if (!result.ok) trouble.value = inWords(result.refusal.code, result.refusal.facts);
    return result.ok;
  }

  const naming = namingModel({
    ...{ everybody, today, send },
    onNamed: ({ name }, absent) => onDone(`已登记：${name}为${nameIn(everybody.value, absent)}代班。`),
  });

  async function end(reason: string): Promise<void> {
    const one = ending.value;
    if (!one) return;
    const path = `/api/staff/${one.person.id}/deputies/${one.post.deputy.id}/end`;
    if (!(await send(path, { reason }))) return;
    ending.value = null;
    await onDone(`${one.person.name}为${one.away}的代班已结束。`);
  }

  return {
    ...{ ...naming, trouble, busy, ending, named, today, now, end },
    begin: (person: StaffMember): void => {
      trouble.value = null;
      naming.begin(person);
    },
    beginEnd: (one: NamedDeputy): void => {
      trouble.value = null;
      ending.value = one;
    },
    close: (): void => {
      naming.close();
      ending.value = null;
    },
  };
}

export type DeputyModel = ReturnType<typeof deputyModel>;

const nameIn = (staff: readonly StaffMember[], id: string): string =>
  staff.find((one) => one.id === id)?.name ?? '已不在名单上的人';

/** Who acts for whom, those first whose time is over first. */
function namedIn(staff: readonly StaffMember[], at: Instant): readonly NamedDeputy[] {
  return staff
    .flatMap((person) =>
      deputyPosts(person.posts, at).map((post) => ({ person, post, away: nameIn(staff, post.deputy.for) })),
    )
    .sort((one, other) => (one.post.to < other.post.to ? -1 : 1));
}
