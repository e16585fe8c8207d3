import type { Line } from './line.ts';
import type { Reply } from './ports.ts';
import { isSessionGone } from './renewal.ts';
import type { Membership } from './session.ts';

/**
 * A request that needs a session. One that is found to be gone, as after unlocking while only the endpoint was away, is
 * renewed first and the request made once more: nobody is told to sign in again who need not.
 */
export async function askAsMember<T>(
  line: Pick<Line, 'ask'>,
  membership: Pick<Membership, 'heard' | 'check' | 'mayRead'>,
  call: () => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const first = await line.ask(call);
  membership.heard(first);
  if (!isSessionGone(first)) return first;
  await membership.check();
  return membership.mayRead.value ? await line.ask(call) : first;
}
