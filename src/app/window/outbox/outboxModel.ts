import { signal } from '@preact/signals';
import type { Local, OutboxEntry } from '../../local/types.ts';
import { handedOver } from '../memory.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** What of one case (or slip) has not arrived, oldest first. */
export interface Parcel {
  readonly stream: OutboxEntry['stream'];
  readonly number: string;
  readonly item: string;
  readonly entries: readonly OutboxEntry[];
}

export interface Sorted {
  /** 需处理: something in it was refused, or waits for a supervisor. */
  readonly attention: readonly Parcel[];
  readonly waiting: readonly Parcel[];
}

export function sortOutbox(entries: readonly OutboxEntry[]): Sorted {
  const parcels = new Map<string, OutboxEntry[]>();
  for (const entry of entries) parcels.set(entry.stream.id, [...(parcels.get(entry.stream.id) ?? []), entry]);
  const all = [...parcels.values()].flatMap((own): Parcel[] => {
    const [first] = own;
    return first ? [{ stream: first.stream, number: first.number, item: first.item, entries: own }] : [];
  });
  const stuck = (parcel: Parcel) =>
    parcel.entries.some((entry) => entry.state === 'refused' || entry.state === 'quarantined');
  return { attention: all.filter(stuck), waiting: all.filter((parcel) => !stuck(parcel)) };
}

/** What is done about a refused command; each says why when it could not be done. */
export class Mending {
  readonly busy = signal<string | null>(null);
  readonly trouble = signal<{ readonly id: string; readonly words: Trouble } | null>(null);
  private readonly local: Local;

  constructor(local: Local) {
    this.local = local;
  }

  /** The draft to open; null when there is nothing to edit. */
  async mend(id: string): Promise<string | null> {
    const draft = await this.during(id, async () => {
      // What was mended before, and left, goes on where it was.
      const begun = this.local.drafts.peek().find((draft) => draft.replaces === id);
      if (begun) return begun;
      const made = await this.local.draftFromRefused(id);
      // A reload must not forget what it mends, or the receipt would get a second number.
      if (made) await this.local.saveDraft(made);
      return made;
    });
    if (!draft) return null;
    handedOver.set(draft.id, draft);
    return draft.id;
  }

  async resend({ id, stream }: Pick<OutboxEntry, 'id' | 'stream'>): Promise<void> {
    const again = () => (stream.kind === 'slip' ? this.local.resendSlip(id) : this.local.resend(id));
    await this.during(id, async () => this.judge(id, await again()));
  }

  /** True when it has been put aside. */
  async setAside(id: string, reason: string): Promise<boolean> {
    const done = await this.during(id, async () =>
      this.judge(id, await this.local.setAside(id, reason.trim())),
    );
    return done === true;
  }

  private judge(
    id: string,
    result: Awaited<ReturnType<Local['resend' | 'resendSlip' | 'setAside']>>,
  ): boolean {
    if (!result.ok) this.trouble.value = { id, words: troubleOf(result.refusal) };
    return result.ok;
  }

  private async during<T>(id: string, run: () => Promise<T>): Promise<T | null> {
    if (this.busy.value) return null;
    this.busy.value = id;
    this.trouble.value = null;
    try {
      return await run();
    } catch {
      this.trouble.value = { id, words: NOT_STORED };
      return null;
    } finally {
      this.busy.value = null;
    }
  }
}
