import { computed, signal } from '@preact/signals';
import type { PhotoWork } from '../../../src/app/local/photos.ts';
import type { Timer } from '../../../src/app/local/ports.ts';
import type {
  Access,
  Captured,
  CaseDraft,
  CaseView,
  Draft,
  ListedCase,
  Local,
  OutboxEntry,
  Saved,
  Submission,
} from '../../../src/app/local/types.ts';
import type { Desk } from '../../../src/app/window/desk.tsx';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { CompleteGuide } from '../../../src/domain/guide.ts';
import type { Item } from '../../../src/domain/item.ts';
import { ok, type Result, refuse } from '../../../src/domain/result.ts';
import { isComplete, rulesOf } from '../../../src/domain/rules.ts';
import { summaryOf } from '../../../src/domain/summary.ts';
import { utf8 } from '../../../src/protocol/bytes.ts';

export const TODAY = '2026-11-24';
export const NOW = '2026-11-24T02:20:00.000Z';
export const HALL = '370406102';
export const rules = rulesOf(seedCatalogue);

export function itemOf(id: string): Item {
  const item = rules.item(id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

export function guideOf(id: string): CompleteGuide {
  const guide = rules.guide(id);
  if (!isComplete(guide)) throw new Error(`no complete guide ${id}`);
  return guide;
}

/** A new cooperative that meets every declared rule. */
export const COOPERATIVE = {
  action: 'setUp',
  name: '翼云山樱桃种植专业合作社',
  members: 6,
  farmers: 6,
  organisations: 0,
  contribution: 'money',
} as const;

export function caseOf(patch: Partial<Case> = {}): Case {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    number: '370406102-20261124-K7-0001-4QXM-G',
    status: 'received',
    item: '10',
    guide: '10',
    guideVersion: 1,
    route: 'window',
    hall: HALL,
    handlingTown: HALL,
    channel: 'hall',
    answers: {},
    parties: [],
    marks: {},
    receivedOn: TODAY,
    papersOn: TODAY,
    corrections: [],
    flags: [],
    code: '7RK2M9',
    version: 1,
    ...patch,
  };
}

export function viewOf(patch: Partial<Case> = {}, updatedAt = NOW): CaseView {
  return { case: caseOf(patch), progress: 'saved', pending: 1, updatedAt };
}

/** The same case as lists show it. */
export function listedOf(patch: Partial<Case> = {}, updatedAt = NOW): ListedCase {
  const view = viewOf(patch, updatedAt);
  return { ...view, case: summaryOf(view.case) };
}

/** A timer that only runs when told. */
export function handTimer(): Timer & { run(): void; readonly waiting: number } {
  let due: (() => void)[] = [];
  return {
    after: (_ms, run) => {
      due.push(run);
      return () => {
        due = due.filter((one) => one !== run);
      };
    },
    run: () => {
      const now = due;
      due = [];
      for (const run of now) run();
    },
    get waiting() {
      return due.length;
    },
  };
}

/** Takes every picture as it is; one whose text says so cannot be read. */
const photoWork: PhotoWork = {
  prepare: async (source, how) => {
    const said = `${await source.text()} ${how.turn}`;
    if (said.startsWith('broken')) return refuse('photo.unreadable');
    const type = source.type === 'application/pdf' ? source.type : 'image/jpeg';
    return ok({ bytes: utf8(said), type, width: 1, height: 1 });
  },
  preview: async (picture) => ok({ picture, width: 1, height: 1 }),
};

const PERSON = {
  id: 'p',
  username: 'li',
  name: '李',
  posts: [{ office: HALL, roles: ['clerk'] as const }],
};

/** What was begun on cases; `null` = not read yet. */
function draftsOnCases() {
  const caseDrafts = signal<readonly CaseDraft[] | null>([]);
  const without = (id: string) => (caseDrafts.value ?? []).filter((one) => one.id !== id);
  return {
    caseDrafts,
    saveCaseDraft: async (draft: CaseDraft) => {
      caseDrafts.value = [draft, ...without(draft.id)];
    },
    removeDraft: async (id: string) => {
      caseDrafts.value = without(id);
    },
  };
}

function idsInTurn(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `new${made}`;
  };
}

/** The little of a device that the window's models touch; submissions are kept and answered as told. */
export function deskOf(answer: Result<Saved> = ok({ case: caseOf(), commands: [] })) {
  const drafts = signal<readonly Draft[]>([]);
  const onCases = draftsOnCases();
  const outbox = signal<readonly OutboxEntry[]>([]);
  /** Opened whole; of one that is not among them a watched case says so. */
  const cases = signal<readonly CaseView[]>([]);
  /** Set while a case is still being opened. */
  const opening = signal(false);
  const watching = signal(0);
  const asked: string[] = [];
  const submissions: Submission[] = [];
  const writes: Draft[] = [];
  /** Hashes of pages that lie on the device. */
  const kept = new Set<string>();
  const local = {
    catalogue: signal({ data: seedCatalogue, rules, etag: null, fetchedAt: NOW }),
    device: signal({ id: 'd', name: '2 号窗口', office: HALL, slot: 'K7' }),
    signedIn: signal(PERSON),
    access: signal<Access>({ state: 'open', person: PERSON, people: [] }),
    searchable: signal(true),
    drafts,
    outbox,
    cases: computed(() => cases.value.map((view) => ({ ...view, case: summaryOf(view.case) }))),
    watchCase: (id: string) => {
      watching.value += 1;
      return {
        view: computed(() =>
          opening.value ? undefined : (cases.value.find((one) => one.case.id === id) ?? null),
        ),
        close: () => {
          watching.value -= 1;
        },
      };
    },
    reveal: async (id: string, party: number, what: string) => {
      asked.push(`${id} ${party} ${what}`);
      return answer.ok ? ok(cases.value[0]?.case.parties[party]?.idNumber ?? '') : answer;
    },
    capture: async (_: string, { bytes, type, for: paper }: Captured) => {
      const hash = `page${kept.size + 1}`;
      kept.add(hash);
      return ok({ hash, size: bytes.length, type, for: paper, key: `key of ${hash}` });
    },
    dropFile: async (hash: string) => void kept.delete(hash),
    now: () => NOW,
    saveDraft: async (draft: Draft) => {
      writes.push(draft);
      drafts.value = [draft, ...drafts.value.filter((one) => one.id !== draft.id)];
    },
    ...onCases,
    submit: async (submission: Submission) => {
      submissions.push(submission);
      if (answer.ok && submission.draftId) await local.removeDraft(submission.draftId);
      return answer;
    },
  } as unknown as Local;
  const timer = handTimer();
  const desk: Desk = {
    local,
    timer,
    newId: idsInTurn(),
    photos: photoWork,
    cardReader: () => Promise.reject(new Error('no reader at this desk')),
    formOpen: signal(false),
    origin: 'https://example.cn',
  };
  const { caseDrafts } = onCases;
  const kinds = { submissions, writes, drafts, caseDrafts, cases, outbox };
  return { desk, local, timer, kept, opening, watching, asked, ...kinds };
}

/** An applicant of whom nothing is known but the name. */
export const NAMED = {
  role: 'applicant',
  kind: 'person',
  idKind: 'identityNumber',
  idNumber: '',
  telephone: '',
} as const;
