import type { Rules } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time.ts';
import { MAX_BATCH, type Outcome } from '../../protocol/command.ts';
import type { DocumentSigner } from '../documents/documentKeys.ts';
import type { Arrived } from '../opening/opened.ts';
import type { ContactRow, Recorded } from '../store/recordingPort.ts';
import type { Store, Tx } from '../store/store.ts';
import type { Heard } from './heard.ts';
import { judge } from './judge.ts';
import type { Rulebook } from './ruling.ts';
import { subjectKeyOf } from './subjects.ts';
import type { Submission } from './submission.ts';
import { retry } from './verdict.ts';
import { WorkingSet } from './workingSet.ts';

/** Commands in one transaction: enough that the disk is waited for rarely, few enough that nobody waits long. */
const MAX_GROUP = 2 * MAX_BATCH;
/** Commands that may wait for their turn; more are told to come again, so that memory stays bounded. */
const MAX_WAITING = 100 * MAX_BATCH;

export interface RecorderDeps {
  readonly store: Store;
  readonly rules: () => Rules;
  readonly rulesSeen: (version: number) => Promise<Rules>;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly heard: Heard;
  readonly documents: DocumentSigner;
  readonly now: () => Instant;
  /** After the commit, before anybody is answered. */
  readonly afterCommit?: (() => Promise<void>) | undefined;
  /** A command, or a whole group, that the store did not take. Says nothing of its content. */
  readonly onFailure: (error: unknown, command: string | undefined) => void;
  readonly onGroup: (commands: number) => void;
  /** Feeds that have more to read. */
  readonly announce: (scopes: ReadonlySet<string>) => void;
  /** After the commit of commands that name files. */
  readonly filesNamed: () => void;
}

export interface Recorder {
  /** Resolves with one outcome for each command, in their order, once they are durably stored. Never rejects. */
  submit(submission: Submission): Promise<Outcome[]>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly submission: Submission;
  readonly answer: (outcomes: Outcome[]) => void;
}

/**
 * Group commit: the batches that arrive in one turn of the event loop, or while a transaction is running, are
 * recorded in one transaction.
 */
export function createRecorder(deps: RecorderDeps): Recorder {
  const queue: Waiting[] = [];
  let waiting = 0;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    await nextTurn();
    while (queue.length > 0) {
      const group = takeGroup(queue);
      const count = countOf(group);
      waiting -= count;
      deps.onGroup(count);
      const outcomes = await recordGroup(
        group.map((one) => one.submission),
        deps,
      );
      group.forEach((one, index) => {
        one.answer(outcomes[index] ?? []);
      });
      // Those just answered may already be sending again; their next commands belong in the next group.
      await nextTurn();
    }
    running = undefined;
  };

  return {
    submit: (submission) => {
      if (waiting + submission.commands.length > MAX_WAITING) return Promise.resolve(allRetry(submission));
      waiting += submission.commands.length;
      return new Promise((answer) => {
        queue.push({ submission, answer });
        running ??= run();
      });
    },
    idle: async () => running,
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const countOf = (group: readonly Waiting[]): number =>
  group.reduce((sum, one) => sum + one.submission.commands.length, 0);

function takeGroup(queue: Waiting[]): Waiting[] {
  let count = 0;
  let taken = 0;
  for (const one of queue) {
    count += one.submission.commands.length;
    if (taken > 0 && count > MAX_GROUP) break;
    taken += 1;
  }
  return queue.splice(0, taken);
}

/** One transaction. When it cannot be committed, nothing of it is stored and every command is to be sent again. */
async function recordGroup(group: readonly Submission[], deps: RecorderDeps): Promise<Outcome[][]> {
  try {
    const { outcomes, touched, contacts } = await writeGroup(group, deps);
    for (const contact of contacts) deps.heard.remember(contact);
    deps.announce(touched);
    if (group.some(namesFiles)) deps.filesNamed();
    await deps.afterCommit?.();
    return outcomes;
  } catch (error) {
    deps.onFailure(error, undefined);
    return group.map(allRetry);
  }
}

const namesFiles = ({ commands }: Submission): boolean =>
  commands.some((one) => one.is === 'command' && one.header.files.length > 0);

/**
 * Together, as nearly every group goes. When anything is in the way, all of it is undone and every command is recorded
 * apart, so that the one which cannot be stored takes nobody with it.
 */
async function writeGroup(group: readonly Submission[], deps: RecorderDeps): Promise<GroupResult> {
  try {
    return await deps.store.write((tx) => recordTogether(tx, group, deps));
  } catch {
    // Whatever it was either shows again, and is told then, or has passed.
    return await deps.store.write((tx) => recordApart(tx, group, deps));
  }
}

const allRetry = (submission: Submission): Outcome[] =>
  submission.commands.map(({ id }) => retry(id, 'store.busy'));

interface GroupResult {
  readonly outcomes: Outcome[][];
  /** Feeds in which something moved. */
  readonly touched: ReadonlySet<string>;
  readonly contacts: readonly ContactRow[];
}

/** Judges one command, and says what becomes of it. */
type Judging = (one: Arrived) => Promise<Outcome>;

/**
 * Every command of every batch, in order; what is recorded is written at the end, in few statements. Until then the
 * working set alone knows of it, which is where the commands that follow look for it.
 */
async function recordTogether(
  tx: Tx,
  group: readonly Submission[],
  deps: RecorderDeps,
): Promise<GroupResult> {
  const all: Recorded[] = [];
  const work = new WorkingSet(tx, async (recorded) => void all.push(recorded));
  const result = await recordEach(work, group, deps, (judging) => judging);
  await tx.record(all);
  return result;
}

/** Each command in a savepoint of its own. */
function recordApart(tx: Tx, group: readonly Submission[], deps: RecorderDeps): Promise<GroupResult> {
  const work = new WorkingSet(tx, (recorded) => tx.record([recorded]));
  return recordEach(work, group, deps, (judging) => async (one) => {
    try {
      return await tx.savepoint(() => judging(one));
    } catch (error) {
      deps.onFailure(error, one.id);
      return retry(one.id, 'store.busy');
    }
  });
}

async function recordEach(
  work: WorkingSet,
  group: readonly Submission[],
  { rules, rulesSeen, randomBytes, heard, documents, now }: RecorderDeps,
  guarded: (judging: Judging) => Judging,
): Promise<GroupResult> {
  const book: Rulebook = { rules, rulesSeen, randomBytes, heard, documents, recordedAt: now() };
  await work.load(group, (content) => subjectKeyOf(content, book.rules()));
  const outcomes: Outcome[][] = [];
  for (const from of group) {
    const record = guarded((one) => judge(one, from, work, book));
    const answers: Outcome[] = [];
    for (const one of from.commands) answers.push(await record(one));
    outcomes.push(answers);
  }
  const contacts = contactsOf(group);
  await work.tx.contacts(contacts);
  return { contacts, outcomes, touched: work.touched };
}

/**
 * One row for each device and count; the latest contact stands. A batch that was delayed, or is replayed, says how many
 * commands there were when it was *sent*: dated by its arrival it would make honest acts look too early.
 */
function contactsOf(group: readonly Submission[]): ContactRow[] {
  const rows = new Map<string, ContactRow>();
  for (const { device, made, arrival, sentAt } of group) {
    if (made === null) continue;
    const at = sentAt !== null && sentAt < arrival ? sentAt : arrival;
    const key = `${device} ${made}`;
    const known = rows.get(key);
    if (!known || known.at < at) rows.set(key, { device, made, at });
  }
  return [...rows.values()];
}
