import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case } from '../domain/case.ts';
import { summaryOf } from '../domain/summary.ts';
import { beginningOf, isLegalDate, type LegalDate } from '../domain/time.ts';
import { openDiskShelf } from './files/diskShelf.ts';
import { FILES_FOLDER, type FileShelf } from './files/shelf.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** Cases looked at, and emptied, at once: nobody who sends meanwhile waits long. */
const PAGE = 200;

export interface Forgotten {
  readonly cases: number;
  /** Slips, refused papers and late arrivals, by stream. */
  readonly others: number;
  readonly files: number;
  /** Evaluations and complaints. */
  readonly said: number;
}

/**
 * Deletes what is said of people in cases that ended before a day, and in papers of no case that came before it:
 * payloads, what was recorded of them, and their state, the files that nothing else names, and what people said
 * before that day, once a supervisor has answered it. Who acted when, every
 * hash and every signature stay, so the chains still verify; numbers stay taken.
 */
export async function forgetBefore(store: Store, shelf: FileShelf, day: LegalDate): Promise<Forgotten> {
  const [cases, others] = [await forgetEnded(store, day), await forgetWithoutCase(store, day)];
  const said = await store.write((tx) => tx.forgetSaid(beginningOf(day)));
  return { cases, others, said, files: await removeForgotten(store, shelf) };
}

async function forgetEnded(store: Store, day: LegalDate): Promise<number> {
  let emptied = 0;
  for (let after = ''; ; ) {
    const page = await store.read.endedCases(after, PAGE);
    const last = page.at(-1);
    if (!last) return emptied;
    after = last.id;
    const old = page.filter(({ state }) => endedBefore(JSON.parse(state) as Case, day));
    await store.write((tx) => tx.forgetContent(old.map((one) => one.id)));
    emptied += old.length;
  }
}

async function forgetWithoutCase(store: Store, day: LegalDate): Promise<number> {
  for (let emptied = 0; ; ) {
    const page = await store.read.withoutCase(beginningOf(day), PAGE);
    if (page.length === 0) return emptied;
    await store.write((tx) => tx.forgetContent(page));
    emptied += page.length;
  }
}

/**
 * Bytes whose every key is gone: those of now, those that a run before was stopped at, and those that a device has
 * brought again since. No command can name one of them meanwhile, since removing is one transaction with looking.
 */
async function removeForgotten(store: Store, shelf: FileShelf): Promise<number> {
  for (let removed = 0; ; ) {
    const page = await store.write(async (tx) => {
      const hashes = await tx.forgottenFiles(PAGE);
      for (const hash of hashes) await shelf.remove(hash);
      await tx.dropFiles(hashes);
      return hashes;
    });
    if (page.length === 0) return removed;
    removed += page.length;
  }
}

function endedBefore(found: Case, before: LegalDate): boolean {
  const { endedOn } = summaryOf(found);
  return endedOn !== null && endedOn < before;
}

const USAGE = 'usage: node dist/endpoint/retain.js DATA_DIR --ended-before YYYY-MM-DD';

/**
 * `node dist/endpoint/retain.js DATA_DIR --ended-before YYYY-MM-DD`. Which day that is, the rule of retention of the
 * place says. The endpoint may be running.
 * @returns the exit code
 */
export async function runRetain(args: readonly string[]): Promise<number> {
  const [folder, flag, day, ...more] = args;
  const file = folder === undefined ? undefined : join(folder, 'jinban.sqlite');
  const understood = flag === '--ended-before' && day !== undefined && isLegalDate(day) && more.length === 0;
  if (file === undefined || !understood || !existsSync(file)) {
    console.error(USAGE);
    return 2;
  }
  const store = await openSqlite(file);
  const shelf = await openDiskShelf(join(dirname(file), FILES_FOLDER));
  const { cases, others, files, said } = await forgetBefore(store, shelf, day);
  await store.close();
  console.log(
    `${cases} cases that ended before ${day}, and ${others} slips and refused papers from before it, hold no personal data any more; ${files} files of theirs are removed; ${said} evaluations and complaints from before it say nothing any more`,
  );
  return 0;
}

if (process.argv[1]?.endsWith('retain.js')) process.exitCode = await runRetain(process.argv.slice(2));
