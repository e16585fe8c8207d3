import { isHeldAt, type OfficeId } from '../../domain/office.ts';
import { mayReadRegister } from '../../domain/readingRegister.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { RegisterPage, SealLine } from '../../protocol/sealRegister.ts';
import type { Core } from './core.ts';
import { refusalOf } from './line.ts';
import type { OpenKeys } from './lock/keys.ts';
import { LockedError } from './lock/locked.ts';
import type { Reply } from './ports.ts';
import { REGISTER_ROW } from './registerRow.ts';

/** The seal register of an office and a year as the endpoint had it, and when that was. */
export interface RegisterCopy {
  readonly at: Instant;
  readonly lines: readonly SealLine[];
  readonly years: RegisterPage['years'];
}

const rowName = (office: OfficeId, year: string): string => `${REGISTER_ROW}${office}:${year}`;

/** Whoever has unlocked, if they answer for the seal of the office or supervise. */
function readerOf({ lock, line }: Core, office: OfficeId): OpenKeys | undefined {
  const open = lock.open.value;
  const posts = open?.person.posts.filter((post) => isHeldAt(post, line.now())) ?? [];
  return open && mayReadRegister(posts, office) ? open : undefined;
}

/** The copy that was kept here when it was last read; null where there is none, or it is not this person's to read. */
export async function registerHere(core: Core, office: OfficeId, year: string): Promise<RegisterCopy | null> {
  const open = readerOf(core, office);
  const name = rowName(office, year);
  const row = open && (await core.db.meta.get(name));
  if (!row) return null;
  try {
    return (await open.vault.open(name, row.value as Uint8Array)) as RegisterCopy;
  } catch (problem) {
    if (problem instanceof LockedError) throw problem;
    // A copy is no loss: it is read again when there is a line.
    return null;
  }
}

/** Reads the whole year from the endpoint, and keeps it in the place of what was kept before. */
export async function readRegister(
  core: Core,
  office: OfficeId,
  year: string,
): Promise<Result<RegisterCopy>> {
  const open = readerOf(core, office);
  if (!open) return refuse('session.forbidden');
  const read = await pagesOf(core, office, year);
  if (!read.ok) return read;
  const copy = { ...read.value, at: core.line.now() };
  const name = rowName(office, year);
  const value = await open.vault.seal(name, copy);
  // What could not be kept was read all the same; that the store is in trouble is said beside.
  await core.store.run(() => core.db.meta.put({ key: name, value }));
  return ok(copy);
}

async function pagesOf(
  { asMember, ports: { transport } }: Core,
  office: OfficeId,
  year: string,
): Promise<Result<Omit<RegisterCopy, 'at'>>> {
  const lines: SealLine[] = [];
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const reply: Reply<RegisterPage> = await asMember(() => transport.seals(office, year, from));
    if (reply.kind !== 'answer') return refusalOf(reply);
    lines.push(...reply.value.lines);
    after = reply.value.next;
    if (after === null) return ok({ lines, years: reply.value.years });
  }
}
