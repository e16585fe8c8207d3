import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../../domain/time.ts';
import type { Timer } from '../local/ports.ts';
import type { CaseDraft, Draft, Local } from '../local/types.ts';

/** A change waits at most this long before it is written. */
const DEBOUNCE_MS = 200;

interface Kept {
  readonly id: string;
  readonly updatedAt: Instant;
}

interface Keeper<T extends Kept> {
  /** What stands on the disk. */
  readonly drafts: Pick<ReadonlySignal<readonly T[]>, 'peek'>;
  saveDraft(draft: T): Promise<void>;
  now(): Instant;
}

/** Writes what is begun on cases. */
export const caseDraftSaver = (local: Local, timer: Timer): DraftSaver<CaseDraft> =>
  new DraftSaver(
    {
      drafts: { peek: () => local.caseDrafts.peek() ?? [] },
      saveDraft: (draft) => local.saveCaseDraft(draft),
      now: () => local.now(),
    },
    timer,
  );

/**
 * Writes a draft on every change, a moment later, and at once when asked (leaving, hiding, submitting).
 * Writes never overlap, so an older state cannot overwrite a newer one.
 */
export class DraftSaver<T extends Kept = Draft> {
  /** When the last write completed; null = nothing written yet. */
  readonly savedAt = signal<Instant | null>(null);
  /** The last write failed: the screen says so until one succeeds. */
  readonly failed = signal(false);
  private readonly local: Keeper<T>;
  private readonly timer: Timer;
  private pending: T | null = null;
  private cancel: (() => void) | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(local: Keeper<T>, timer: Timer) {
    this.local = local;
    this.timer = timer;
  }

  save(draft: T): void {
    this.pending = draft;
    // The first change starts the clock, later ones ride along: somebody who never pauses is saved too.
    this.cancel ??= this.timer.after(DEBOUNCE_MS, () => void this.flush());
  }

  /** Resolves when everything said so far is written, or has failed. */
  flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    const draft = this.pending;
    this.pending = null;
    if (draft) this.writing = this.writing.then(() => this.write(draft));
    return this.writing;
  }

  /** What waits is not written any more: the draft has become a case, or was thrown away. */
  drop(): void {
    this.cancel?.();
    this.cancel = null;
    this.pending = null;
  }

  private async write(draft: T): Promise<void> {
    try {
      await this.local.saveDraft(draft);
    } catch {
      return this.keepTrying(draft);
    }
    // The store reports a failure by itself and does not throw: saved is what stands among the drafts.
    const kept = this.local.drafts.peek().find((one) => one.id === draft.id);
    if (!kept || kept.updatedAt < draft.updatedAt) return this.keepTrying(draft);
    this.savedAt.value = this.local.now();
    this.failed.value = false;
  }

  private keepTrying(draft: T): void {
    this.failed.value = true;
    // For the next attempt, unless something newer waits already.
    this.pending ??= draft;
  }
}
