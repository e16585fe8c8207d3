import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Role } from '../../domain/office.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';
import type { CommandHeader, WireCommand } from '../../protocol/command.ts';
import type { CommandRow, Database } from './database.ts';
import { inOrder } from './order.ts';
import type { Vault } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';

export type CommandType = CaseCommandType | 'issueSlip';

/** The sealed part of a command's row. */
export interface CommandBody {
  readonly type: CommandType;
  /** As it will be sent, byte for byte. */
  readonly wire: WireCommand;
  /** Number of its case or slip, and the item's short name, for lists. */
  readonly number: string;
  readonly item: string;
  /** The person's posts at the office when it was made. */
  readonly roles: readonly Role[];
}

/** A command of this device, opened. */
export interface HeldCommand {
  readonly row: CommandRow;
  readonly body: CommandBody;
  readonly header: CommandHeader;
  /** Parsed; its shape follows from the type, since it was made here. */
  readonly payload: unknown;
}

export const commandRowName = (id: string): string => `commands/${id}`;

/** The commands on this device as a signal over the table, which alone counts. */
export interface Outbox {
  /** In the order in which they take effect. */
  readonly commands: ReadonlySignal<readonly HeldCommand[]>;
  /** Reads the table again. Cheap: a body never changes, so each is opened once. */
  load(): Promise<void>;
  /** Shows commands that were just saved, without reading the whole table: a person waits for this. */
  add(rows: readonly CommandRow[]): Promise<void>;
  find(id: string): HeldCommand | undefined;
}

export function createOutbox(db: Database, vault: Vault, store: StoreWatch): Outbox {
  const commands = signal<readonly HeldCommand[]>([]);
  const opened = new Map<string, Omit<HeldCommand, 'row'>>();
  let begun = 0;
  let shown = 0;
  let added = 0;

  const open = async (row: CommandRow): Promise<Omit<HeldCommand, 'row'> | undefined> => {
    const known = opened.get(row.id);
    if (known) return known;
    try {
      const body = (await vault.open(commandRowName(row.id), row.body)) as CommandBody;
      const fresh = { body, header: JSON.parse(body.wire.header), payload: JSON.parse(body.wire.payload) };
      opened.set(row.id, fresh);
      return fresh;
    } catch {
      // One unreadable row must not hide or stop the others. It stays in the table, and the bar says so.
      store.unreadable();
      return undefined;
    }
  };

  const read = async (): Promise<HeldCommand[]> => {
    const held: HeldCommand[] = [];
    for (const row of inOrder(await db.commands.toArray())) {
      const content = await open(row);
      if (content) held.push({ row, ...content });
    }
    return held;
  };

  return {
    commands,
    async add(rows) {
      const content = await Promise.all(rows.map(open));
      added += 1;
      const fresh = rows.flatMap((row, index) => {
        const known = content[index];
        return known && !commands.value.some((one) => one.row.id === row.id) ? [{ row, ...known }] : [];
      });
      // New ones have the highest `seq` and follow nothing that comes later: they stand last.
      commands.value = [...commands.value, ...fresh];
    },
    find: (id) => commands.value.find((one) => one.row.id === id),
    async load() {
      begun += 1;
      const mine = begun;
      let held: HeldCommand[];
      let before: number;
      do {
        before = added;
        held = await read();
        // What was added meanwhile may not be in what was read.
      } while (before !== added);
      // A reading that began earlier may end later: the later beginning has seen more.
      if (mine < shown) return;
      shown = mine;
      for (const id of opened.keys()) if (!held.some((one) => one.row.id === id)) opened.delete(id);
      commands.value = held;
    },
  };
}
