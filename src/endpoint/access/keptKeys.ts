import { type Contact, KEPT_SECRET_BYTES, type Session } from '../../protocol/resources.ts';
import { keptKeyText, SEAL_KEPT_KEY, type Sealed } from '../../protocol/sealing.ts';
import type { Context } from '../context.ts';
import type { KeptKeyRow } from '../store/devicePort.ts';

type Kept = NonNullable<Contact['keep']>[number];
type Needed = Pick<Context, 'store' | 'sealing' | 'now'>;

/** The key in a copy, or undefined when it is not one that was sealed to this endpoint for that device and person. */
function opened(device: string, { person, sealed }: Kept, { sealing }: Pick<Needed, 'sealing'>) {
  const frame = keptKeyText(device, person, sealed.key);
  const secret = sealing.open(SEAL_KEPT_KEY, frame, sealed satisfies Sealed);
  return Buffer.isBuffer(secret) && secret.length === KEPT_SECRET_BYTES ? secret : undefined;
}

/**
 * Keeps the copies that a device brings. The first one that can be opened stays: it is what a sign-in gives back, and
 * what is sealed under it must not become unreadable because somebody who copied the device's key sends another.
 * @returns of whom a copy is kept that can be opened: any other the device has to seal again
 */
export async function keepKeys(
  device: string,
  copies: readonly Kept[],
  context: Needed,
): Promise<(string | null)[]> {
  const stored = await context.store.read.keptKeys(device);
  const kept = new Set(stored.filter((row) => opened(device, row, context)).map((row) => row.person));
  const readable = copies.filter((copy) => opened(device, copy, context));
  if (readable.some((copy) => !kept.has(copy.person)))
    await context.store.write(async (tx) => {
      // Read again: another contact of the same device may have brought them meanwhile.
      const now = await tx.keptKeys(device);
      for (const row of now) if (opened(device, row, context)) kept.add(row.person);
      for (const { person, sealed } of readable) {
        if (kept.has(person)) continue;
        const row: KeptKeyRow = { device, person, sealed };
        await tx.keepKey(row, context.now());
        kept.add(person);
      }
    });
  return [...kept];
}

/** The device's vault key and the person's draft key there, as far as copies are kept. */
export async function keptKeysOf(
  device: string,
  person: string,
  context: Needed,
): Promise<NonNullable<Session['kept']>> {
  const copies = await context.store.read.keptKeys(device);
  const secretOf = (whose: string | null): string | undefined => {
    const copy = copies.find((one) => one.person === whose);
    return copy && opened(device, copy, context)?.toString('base64url');
  };
  const [vault, drafts] = [secretOf(null), secretOf(person)];
  return { ...(vault === undefined ? {} : { vault }), ...(drafts === undefined ? {} : { drafts }) };
}
