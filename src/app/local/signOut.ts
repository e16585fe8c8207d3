import type { Core } from './core.ts';
import { putMeta } from './meta.ts';

/** The session is ended at the endpoint, now or when there is a line again. */
export async function paySignOut({
  db,
  ports,
  line,
  store,
}: Pick<Core, 'db' | 'ports' | 'line' | 'store'>): Promise<void> {
  const reply = await line.ask(() => ports.transport.signOut());
  if (reply.kind === 'unreachable') return;
  await store.run(() => putMeta(db, 'signOutOwed', false));
}
