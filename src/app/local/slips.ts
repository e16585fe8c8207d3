import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { SlipPayload } from '../../domain/commands.ts';
import type { Core } from './core.ts';
import type { SlipRow } from './database.ts';
import { stillOpen } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';
import type { HeldCommand } from './outbox.ts';
import { progressOf } from './progress.ts';
import type { SavedSlip, SlipView } from './types.ts';

export const slipRowName = (id: string): string => `slips/${id}`;

/** A slip as kept, with what became of its command once that has left the outbox. */
export interface KeptSlip extends SavedSlip {
  readonly end: SlipRow['end'];
}

export interface SlipShelf {
  readonly kept: ReadonlySignal<readonly KeptSlip[]>;
  /** Reads the table; shows nothing while locked. */
  load(): Promise<void>;
}

export function createSlipShelf({
  db,
  vault,
  lock,
  store,
}: Pick<Core, 'db' | 'vault' | 'lock' | 'store'>): SlipShelf {
  const kept = signal<readonly KeptSlip[]>([]);
  const open = async ({ id, at, hall, end, body }: SlipRow): Promise<KeptSlip[]> => {
    try {
      return [{ id, at, hall, end, payload: (await vault.open(slipRowName(id), body)) as SlipPayload }];
    } catch (problem) {
      if (!(problem instanceof LockedError)) store.unreadable();
      return [];
    }
  };
  return {
    kept,
    async load() {
      const keys = lock.open.value;
      if (!keys) {
        kept.value = [];
        return;
      }
      const slips = await Promise.all((await db.slips.toArray()).map(open));
      // Locked or another clerk's turn meanwhile: whoever is there now reads anew.
      if (stillOpen(keys, lock.open.value)) kept.value = slips.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
}

/** Slips with how far each has come; newest first. */
export function slipViews(
  kept: readonly KeptSlip[],
  commands: readonly HeldCommand[],
  inFlight: ReadonlySet<string>,
): readonly SlipView[] {
  const underWay = new Map<string, HeldCommand>();
  for (const one of commands) if (one.row.kind === 'slip') underWay.set(one.row.stream, one);
  return kept.map(({ end, ...slip }) => {
    const command = underWay.get(slip.id);
    return { ...slip, progress: end ?? (command ? progressOf(command, inFlight) : 'recorded') };
  });
}
