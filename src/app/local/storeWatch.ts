import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { ok, type Result, refuse } from '../../domain/result.ts';

/** What can be wrong with the store as a whole; codes of the error catalogue. */
export type StoreProblem = 'store.quota' | 'store.failed' | 'store.unreadable';

/** Does work on the store and says when it failed: a failed save is a refusal with a code, never a silence. */
export interface StoreWatch {
  /** What is wrong with the store; `null` while the last work on it succeeded. */
  readonly problem: ReadonlySignal<StoreProblem | null>;
  /** For a person's act or a write: its success shows that the store is well again. */
  run<T>(work: () => Promise<T>): Promise<Result<T>>;
  /** For what goes on by itself: a failure is said, but that reading works does not mean that saving does. */
  guard<T>(work: () => Promise<T>): Promise<Result<T>>;
  /** For a file, which may be too large: that there is no room for it is no trouble of the store, where a case still fits. */
  fit<T>(work: () => Promise<T>): Promise<Result<T>>;
  /** A row that could not be opened. Stays said: the row is kept, but nobody can work with it here. */
  unreadable(): void;
}

/**
 * @param makeRoom gives up what is kept for cases, and says whether there was something: photographs may have taken all
 *   that a browser grants, and the case that they belong to is to be kept all the same
 */
export function createStoreWatch(makeRoom: () => Promise<boolean> = async () => false): StoreWatch {
  const failed = signal<StoreProblem | null>(null);
  const unreadable = signal(false);
  const guard: StoreWatch['guard'] = async (work) => {
    try {
      return ok(await work());
    } catch (error) {
      const code = problemOf(error);
      failed.value = code;
      return refuse(code);
    }
  };
  const run: StoreWatch['run'] = async (work) => {
    let done = await guard(work);
    if (!done.ok && done.refusal.code === 'store.quota' && (await makeRoom())) done = await guard(work);
    if (done.ok) failed.value = null;
    return done;
  };
  return {
    problem: computed(() => failed.value ?? (unreadable.value ? 'store.unreadable' : null)),
    unreadable: () => {
      unreadable.value = true;
    },
    guard,
    run,
    fit: async (work) => {
      const done = await run(() => work().then(ok, noRoom));
      return done.ok ? done.value : done;
    },
  };
}

/** That a file is too large, as its own refusal. @throws everything else */
function noRoom(error: unknown): Result<never> {
  if (isOutOfRoom(error)) return refuse('store.noRoomForFile');
  throw error;
}

/** Work for a task, whose trouble with the store is said and does not end the task. */
export const guarded =
  <W>(store: Pick<StoreWatch, 'guard'>, work: (why: W) => Promise<unknown>) =>
  async (why: W): Promise<void> => {
    await store.guard(() => work(why));
  };

/**
 * Why the store could not do what was asked, as a code of the error catalogue.
 * @throws what is no error of the store: a broken invariant is not a full disk
 */
function problemOf(error: unknown): StoreProblem {
  if (isOutOfRoom(error)) return 'store.quota';
  if (namesOf(error).some((name) => name.endsWith('Error') && !PROGRAMMING_ERRORS.includes(name)))
    return 'store.failed';
  throw error;
}

/** The browser grants no more, or the disk is full. */
export const isOutOfRoom = (error: unknown): boolean => namesOf(error).includes('QuotaExceededError');

const PROGRAMMING_ERRORS = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/** Dexie wraps the browser's error, sometimes twice. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let found: unknown = error;
  while (found instanceof Object && 'name' in found && names.length < 4) {
    names.push(String(found.name));
    found = 'inner' in found ? found.inner : undefined;
  }
  return names;
}
