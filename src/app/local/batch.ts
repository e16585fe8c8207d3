import { toBase64url, utf8 } from '../../protocol/bytes.ts';
import type { Envelope } from '../../protocol/command.ts';
import { authorisation, sendingText } from '../../protocol/signing.ts';
import type { CommandRow } from './database.ts';
import { isHeldBack, type Links, linksOf, parentOf } from './order.ts';
import type { HeldCommand } from './outbox.ts';
import type { KeyRing } from './ports.ts';
import { isDue, LONGEST_MS, QUARANTINE_MS } from './schedule.ts';

/** Kept under the endpoint's body limit of 1 MiB with room for the frame and for a gateway's own idea of a megabyte. */
export const BATCH_BYTES = 900_000;

export interface Choice {
  readonly now: number;
  /** Whatever the waiting time: a reconnect or 立即上报. */
  readonly atOnce: boolean;
  /** Most commands in this batch. */
  readonly limit: number;
  /** Commands that had their say in this run already. */
  readonly settled: ReadonlySet<string>;
}

/**
 * What goes into the next batch, in order. A command goes along only when what it comes after is recorded, or goes
 * before it in the same batch: so one stream's trouble never delays another's.
 */
export function chooseBatch(commands: readonly HeldCommand[], choice: Choice): HeldCommand[] {
  const links = linksOf(commands.map((one) => one.row));
  const chosen = new Map<string, HeldCommand>();
  let bytes = 0;
  for (const one of commands) {
    if (chosen.size >= choice.limit) break;
    if (!maySend(one.row, choice) || !mayFollow(one.row, links, chosen)) continue;
    if (chosen.size > 0 && bytes + one.row.size > BATCH_BYTES) break;
    chosen.set(one.row.id, one);
    bytes += one.row.size;
  }
  return [...chosen.values()];
}

function maySend(row: CommandRow, choice: Choice): boolean {
  if (choice.settled.has(row.id)) return false;
  if (row.state === 'quarantined') return choice.atOnce || isDue(row.nextAt, choice.now, QUARANTINE_MS);
  if (row.state !== 'waiting' && row.state !== 'held') return false;
  return choice.atOnce || isDue(row.nextAt, choice.now, LONGEST_MS);
}

function mayFollow(row: CommandRow, links: Links<CommandRow>, chosen: ReadonlyMap<string, unknown>): boolean {
  if (isHeldBack(row, links)) return false;
  const parent = parentOf(row, links);
  return !parent || parent.state === 'recorded' || chosen.has(parent.id);
}

/** When the next command is due by itself; `null` when none is waiting for a time. */
export function nextDue(commands: readonly HeldCommand[]): number | null {
  const links = linksOf(commands.map((one) => one.row));
  let earliest: number | null = null;
  for (const { row } of commands) {
    if (!isOpen(row) || isHeldBack(row, links)) continue;
    const due = dueOf(row, links);
    if (earliest === null || due < earliest) earliest = due;
  }
  return earliest;
}

const isOpen = (row: CommandRow): boolean =>
  row.state === 'waiting' || row.state === 'held' || row.state === 'quarantined';

/** Not before the command that it comes after. */
export function dueOf(row: CommandRow, links: Links<CommandRow>): number {
  const parent = parentOf(row, links);
  return parent && isOpen(parent) ? Math.max(row.nextAt, dueOf(parent, links)) : row.nextAt;
}

/** The body of `POST /api/commands` and the device's signature over it. */
export async function signBatch(
  keys: KeyRing,
  device: { readonly id: string; readonly keyName: string },
  made: number,
  chosen: readonly HeldCommand[],
  at: string,
): Promise<{ readonly body: string; readonly authorisation: string }> {
  const commands: Envelope[] = chosen.map((one) => ({ id: one.row.id, open: one.body.wire }));
  const body = JSON.stringify({ device: device.id, made, commands });
  const hash = toBase64url(await keys.sha256(utf8(body)));
  const key = await keys.key(device.keyName);
  const signature = await key.sign(utf8(sendingText(device.id, at, hash)));
  return { body, authorisation: authorisation(device.id, at, signature) };
}
