import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { AccessCommandType } from '../../domain/commands.ts';
import type { Role } from '../../domain/office.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';
import type { CommandHeader, WireCommand } from '../../protocol/command.ts';
import type { CommandRow, Database } from './database.ts';
import { LockedError } from './lock/locked.ts';
import { inOrder } from './order.ts';
import type { Vault } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';

export type CommandType = CaseCommandType | 'issueSlip' | AccessCommandType;
export type CommandKind = CommandRow['kind'];

/** The copy for the screen, sealed under the vault key. */
export interface CommandBody {
  readonly type: CommandType;
  /** As it was signed, byte for byte. */
  readonly wire: WireCommand;
  /** Number of its case or slip, and the item's short name, for lists. */
  readonly number: string;
  readonly item: string;
  /** The person's posts at the office when it was made. */
  readonly roles: readonly Role[];
  /** The name that stands under what the person does; absent in what was made before handling was. */
  readonly name?: string;
}

/** A command of this device, opened. */
export interface HeldCommand {
  readonly row: CommandRow;
  readonly body: CommandBody;
  readonly header: CommandHeader;
  /** Parsed; its shape follows from the type, since it was made here. */
  readonly payload: unknown;
}

type Content = Omit<HeldCommand, 'row'>;

/** A command just made: what it says need not be opened again. */
export interface MadeCommand {
  readonly row: CommandRow;
  readonly content: Content;
}

export const commandRowName = (id: string): string => `commands/${id}`;

/** The commands on this device as signals over the table, which alone counts. */
export class Outbox {
  readonly #db: Database;
  readonly #vault: Vault;
  readonly #store: StoreWatch;
  readonly #rows = signal<readonly CommandRow[]>([]);
  readonly #contents = signal<ReadonlyMap<string, Content>>(new Map());
  #open = false;
  #begun = 0;
  #shown = 0;
  #added = 0;

  /** In the order in which they take effect: what sending needs, also while locked. */
  readonly rows: ReadonlySignal<readonly CommandRow[]> = this.#rows;
  /** The same with their content, as far as it could be opened; empty while locked. */
  readonly commands: ReadonlySignal<readonly HeldCommand[]> = computed(() =>
    this.#rows.value.flatMap((row): HeldCommand[] => {
      const content = this.#contents.value.get(row.id);
      return content ? [{ row, ...content }] : [];
    }),
  );

  constructor(db: Database, vault: Vault, store: StoreWatch) {
    this.#db = db;
    this.#vault = vault;
    this.#store = store;
  }

  find(id: string): HeldCommand | undefined {
    return this.commands.value.find((one) => one.row.id === id);
  }

  /** Shows commands that were just saved, without reading the whole table: a person waits for this. */
  add(saved: readonly MadeCommand[]): void {
    this.#added += 1;
    const present = new Set(this.#rows.value.map((row) => row.id));
    const missing = saved.map(({ row }) => row).filter((row) => !present.has(row.id));
    // New ones have the highest `seq` and follow nothing that comes later: they stand last.
    this.#show(
      [...this.#rows.value, ...missing],
      new Map(saved.map(({ row, content }) => [row.id, content])),
    );
  }

  /** Reads the table again. Cheap: a body never changes, so each is opened once. */
  async load(): Promise<void> {
    this.#begun += 1;
    const mine = this.#begun;
    let read: CommandRow[];
    let fresh: ReadonlyMap<string, Content>;
    let before: number;
    do {
      before = this.#added;
      read = inOrder(await this.#db.commands.toArray());
      fresh = await this.#openMissing(read);
      // What was added meanwhile may not be in what was read.
    } while (before !== this.#added);
    // A reading that began earlier may end later: the later beginning has seen more.
    if (mine < this.#shown) return;
    this.#shown = mine;
    this.#show(read, fresh);
  }

  /** Opens what is there, once somebody has unlocked. */
  async unlocked(): Promise<void> {
    this.#open = true;
    const fresh = await this.#openMissing(this.#rows.value);
    this.#show(this.#rows.value, fresh);
  }

  /** Forgets every content: nobody is there to read it. */
  locked(): void {
    this.#open = false;
    this.#contents.value = new Map();
  }

  async #openMissing(present: readonly CommandRow[]): Promise<ReadonlyMap<string, Content>> {
    const fresh = new Map<string, Content>();
    if (!this.#open) return fresh;
    const missing = present.filter((row) => !this.#contents.value.has(row.id));
    await Promise.all(
      missing.map(async (row) => {
        const content = await this.#contentOf(row);
        if (content) fresh.set(row.id, content);
      }),
    );
    return fresh;
  }

  async #contentOf(row: CommandRow): Promise<Content | undefined> {
    if (row.body === null) return undefined;
    try {
      const body = (await this.#vault.open(commandRowName(row.id), row.body)) as CommandBody;
      return { body, header: JSON.parse(body.wire.header), payload: JSON.parse(body.wire.payload) };
    } catch (problem) {
      // One unreadable row must not hide or stop the others. It stays in the table, and the bar says so.
      if (!(problem instanceof LockedError)) this.#store.unreadable();
      return undefined;
    }
  }

  #show(present: readonly CommandRow[], fresh: ReadonlyMap<string, Content>): void {
    batch(() => {
      // Locked meanwhile: what was being opened is nobody's to read.
      if (this.#open) {
        const known = new Map([...this.#contents.value, ...fresh]);
        const there = present.flatMap(({ id }) => {
          const content = known.get(id);
          return content ? [[id, content] as const] : [];
        });
        this.#contents.value = new Map(there);
      }
      this.#rows.value = present;
    });
  }
}
