import type { ReadonlySignal } from '@preact/signals-core';
import type { Instant } from '../../domain/time.ts';
import type { Parts } from './conductor.ts';
import type { Database, DraftRow } from './database.ts';
import { fileTables, forgetPages } from './files/rows.ts';
import type { HeldFile } from './files/shelf.ts';
import type { Draft, Local } from './types.ts';

/**
 * What somebody has begun on a case and not submitted: an act with its pages, a note, or the number of a system. Under its
 * person's own key.
 */
export interface CaseDraft {
  /** Its own, as one person may begin several on a case, one after the other. */
  readonly id: string;
  readonly updatedAt: Instant;
  readonly caseId: string;
  /** The refused command that is said anew. */
  readonly replaces?: string;
  /** Photographed for it, each with what opens it. */
  readonly files?: readonly HeldFile[];
  /** The window's; `local/` only keeps it. */
  readonly content: unknown;
}

/** Drafts on cases as desks see them. `removeDraft` throws one away with its pages, `submit` takes one up. */
export interface CaseDrafts {
  /** Of the person signed in, newest first; `null` until they have been read after unlocking. */
  readonly caseDrafts: ReadonlySignal<readonly CaseDraft[] | null>;
  saveCaseDraft(draft: CaseDraft): Promise<void>;
}

export const isOnCase = (draft: Draft | CaseDraft): draft is CaseDraft => 'caseId' in draft;

/** Whose they are, in their rows: an earlier version of the app, in a second window, must not take them for intakes. */
export const onCasesOf = (person: string): string => `${person}/cases`;

/** What its row says in clear: enough to keep its pages, and to let it go with its case. */
export const aboutOf = ({ caseId, files = [] }: CaseDraft): NonNullable<DraftRow['about']> => ({
  case: caseId,
  files: files.map((one) => one.hash),
});

/** What else is written in a transaction with `forgetDraftsOn`. */
export const draftTables = (db: Database) => [db.drafts, ...fileTables(db)];

/** Cases have left for good, their time being over: so has what anybody here had begun on them. Inside a transaction. */
export async function forgetDraftsOn(db: Database, cases: readonly string[]): Promise<void> {
  if (cases.length === 0) return;
  const gone = await db.drafts
    .filter(({ about }) => about !== undefined && cases.includes(about.case))
    .toArray();
  await db.drafts.bulkDelete(gone.map((row) => row.id));
  await forgetPages(
    db,
    gone.flatMap(({ about }) => about?.files ?? []),
  );
}

type Keeping = Pick<Local, 'saveDraft' | 'saveCaseDraft' | 'removeDraft'>;

/** Writing drafts down and throwing them away; the other windows hear of it. */
export function keepingOf({ core, drafts, tasks }: Parts): Keeping {
  const tell = () => core.ports.tabs.tell({ about: 'drafts' });
  return {
    async saveDraft(draft) {
      await drafts.keep(draft);
      // What its 提交 will be judged on is looked up while the person is still writing.
      void tasks.track(core.store.guard(() => core.recorded.open(draft.id)));
      tell();
    },
    async saveCaseDraft(draft) {
      await drafts.keep(draft);
      tell();
    },
    async removeDraft(id) {
      await drafts.remove(id);
      tell();
    },
  };
}
