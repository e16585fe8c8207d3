import { toBase64url, utf8 } from '../../protocol/bytes.ts';
import { authorisation, sendingText } from '../../protocol/signing.ts';
import type { CommandRow } from './database.ts';
import { sha256 } from './hash.ts';
import { isHeldBack, type Links, linksOf, parentOf } from './order.ts';
import type { DeviceKeys } from './ports.ts';
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
export function chooseBatch(rows: readonly CommandRow[], choice: Choice): CommandRow[] {
  const links = linksOf(rows);
  const chosen = new Map<string, CommandRow>();
  let bytes = 0;
  for (const row of rows) {
    if (chosen.size >= choice.limit) break;
    if (!maySend(row, choice) || !mayFollow(row, links, chosen)) continue;
    if (chosen.size > 0 && bytes + row.size > BATCH_BYTES) break;
    chosen.set(row.id, row);
    bytes += row.size;
  }
  return [...chosen.values()];
}

function maySend(row: CommandRow, choice: Choice): boolean {
  // Sealed to a key that the endpoint does not have: it waits for somebody to unlock, who can seal it again.
  if (choice.settled.has(row.id) || row.reseal) return false;
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
export function nextDue(rows: readonly CommandRow[]): number | null {
  const links = linksOf(rows);
  let earliest: number | null = null;
  for (const row of rows) {
    if (!isOpen(row) || row.reseal || isHeldBack(row, links)) continue;
    const due = dueOf(row, links);
    if (earliest === null || due < earliest) earliest = due;
  }
  return earliest;
}

/** Whether a line is all that something waits for: nobody has to mend it, to rule on it or to unlock first. */
export function waitsForLine(rows: readonly CommandRow[]): boolean {
  const links = linksOf(rows);
  return rows.some((row) => row.state === 'waiting' && !row.reseal && !isHeldBack(row, links));
}

const isOpen = (row: CommandRow): boolean =>
  row.state === 'waiting' || row.state === 'held' || row.state === 'quarantined';

/** Not before the command that it comes after. */
export function dueOf(row: CommandRow, links: Links<CommandRow>): number {
  const parent = parentOf(row, links);
  return parent && isOpen(parent) ? Math.max(row.nextAt, dueOf(parent, links)) : row.nextAt;
}

/** The body of `POST /api/commands` and the device's signature over it. Nothing in it is readable on the way. */
export async function signBatch(
  keys: DeviceKeys,
  device: string,
  made: number,
  chosen: readonly CommandRow[],
  at: string,
): Promise<{ readonly body: string; readonly authorisation: string }> {
  const commands = chosen.map((row) => row.envelope);
  return await signedBody(keys, device, { device, made, commands }, at);
}

/** A body that this device sends, with its signature: a batch or a contact. */
export async function signedBody(
  keys: DeviceKeys,
  device: string,
  content: unknown,
  at: string,
): Promise<{ readonly body: string; readonly authorisation: string }> {
  const body = JSON.stringify(content);
  const hash = toBase64url(await sha256(utf8(body)));
  const key = await keys.device();
  const signature = await key.sign(utf8(sendingText(device, at, hash)));
  return { body, authorisation: authorisation(device, at, signature) };
}
