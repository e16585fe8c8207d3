import { addMs } from '../../domain/time.ts';
import type { Renewal } from '../../protocol/resources.ts';
import { renewalText } from '../../protocol/sealing.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { createAttempts, MAX_ATTEMPTS, MAX_ATTEMPTS_EVERYWHERE } from './attempts.ts';
import { isBarred } from './devices.ts';

/** How far the signed time may be from the endpoint's clock, in milliseconds. */
export const RENEWAL_WINDOW_MS = 5 * 60_000;

/**
 * Whose session is renewed: an unlocked person's, proved by that person's key on the device. Every signed time counts
 * once, so that what was overheard opens nothing.
 * @throws Problem session.renewalRefused, whatever the reason; rate.limited
 */
export async function renewedPerson(body: Renewal, address: string, context: Context): Promise<string> {
  const succeeded = await createAttempts(context).begin([
    { subject: `renewal ${address} ${body.keyId}`, most: MAX_ATTEMPTS, forgiving: true },
    { subject: `renewal ${body.keyId}`, most: MAX_ATTEMPTS_EVERYWHERE, forgiving: false },
  ]);
  if (!succeeded) throw new Problem('rate.limited', { seconds: 900 });
  const person = await proved(body, context);
  if (person === undefined) throw new Problem('session.renewalRefused');
  await succeeded();
  return person;
}

async function proved(
  { device, keyId, at, signature }: Renewal,
  { store, verifier, now }: Context,
): Promise<string | undefined> {
  if (at < addMs(now(), -RENEWAL_WINDOW_MS) || at > addMs(now(), RENEWAL_WINDOW_MS)) return undefined;
  const key = await store.read.personKey(keyId);
  if (!key || key.device !== device) return undefined;
  if (!(await verifier.verify(key.publicKey, renewalText(device, keyId, at), signature))) return undefined;
  return store.write(async (tx) => {
    const [place, person, last] = [
      await tx.device(device),
      await tx.person(key.person),
      await tx.personKey(keyId),
    ];
    if (!place || isBarred(place) || !person || person.disabledAt !== null) return undefined;
    if (last?.renewedAt && at <= last.renewedAt) return undefined;
    await tx.renewed(keyId, at);
    return person.id;
  });
}
