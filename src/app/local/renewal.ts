import { addMs } from '../../domain/time.ts';
import { utf8 } from '../../protocol/bytes.ts';
import type { Session } from '../../protocol/resources.ts';
import { renewalText } from '../../protocol/sealing.ts';
import type { Core } from './core.ts';
import type { OpenKeys } from './lock/keys.ts';
import { getMeta, putMeta } from './meta.ts';
import type { Reply } from './ports.ts';
import type { SignedIn } from './types.ts';

type Base = Pick<Core, 'db' | 'ports' | 'store' | 'line'>;

/**
 * A session for whoever works here: the browser's cookie when it is theirs, else a new one by their key on this device.
 * @param hearClock asks the endpoint for its time in a way that a wrong clock does not hinder: a signed time far from
 *   the endpoint's is refused, and a tablet whose battery was empty begins in another year
 */
export async function sessionFor(
  base: Base,
  device: string,
  { person, signing }: OpenKeys,
  hearClock: () => Promise<void>,
): Promise<Reply<Session>> {
  const { ports, line } = base;
  const standing = await line.ask(() => ports.transport.session(), nowOf);
  if (standing.kind === 'answer' && standing.value.person.id === person.id) return standing;
  if (standing.kind === 'unreachable') return standing;
  const first = await renew(base, device, signing);
  if (!refused(first)) return first;
  await hearClock();
  return await renew(base, device, signing);
}

export const refused = (reply: Reply<unknown>): boolean =>
  reply.kind === 'problem' && reply.problem.status === 401;

export const isSessionGone = (reply: Reply<unknown>): boolean =>
  reply.kind === 'problem' && reply.problem.code === 'session.required';

/** Each signed time counts once, so it moves on even while the clock is put back a little. */
async function renew(
  { db, ports, line, store }: Base,
  device: string,
  { keyId, sign }: OpenKeys['signing'],
): Promise<Reply<Session>> {
  const last = await getMeta(db, 'renewedAt');
  const now = line.now();
  const at = last !== undefined && last >= now && last < addMs(now, NEAR_MS) ? addMs(last, 1) : now;
  const signature = await sign(utf8(renewalText(device, keyId, at)));
  const reply = await line.ask(() => ports.transport.renew({ device, keyId, at, signature }), nowOf);
  if (reply.kind === 'answer') await store.guard(() => putMeta(db, 'renewedAt', at));
  return reply;
}

/** The endpoint takes times that are no further than this ahead of its own. */
const NEAR_MS = 5 * 60_000;

export const nowOf = (answer: { readonly now: string }): string => answer.now;

export function personOf({ person, posts, origin, colleagues }: Session): SignedIn {
  return { ...person, posts, ...(origin ? { origin } : {}), ...(colleagues ? { colleagues } : {}) };
}
