import type { Core } from './core.ts';

/**
 * After a contact: the endpoint has the key again that it did not have (the right backup was put back), so what was sealed
 * to it is sent as it is. Needs nobody.
 */
export async function sendUnderSameKey({ db, outbox, store, sealing }: Core): Promise<void> {
  const key = sealing()?.id;
  const known = outbox.rows.value.filter((row) => row.reseal && row.envelope.key === key);
  if (known.length === 0) return;
  const saved = await store.run(() =>
    db.transaction('rw', db.commands, async () => {
      for (const { id } of known) {
        const row = await db.commands.get(id);
        if (row?.reseal && row.envelope.key === key) await db.commands.put({ ...row, reseal: false });
      }
    }),
  );
  if (saved.ok) await outbox.load();
}

/**
 * Seals again what the endpoint could not open, because it does not have the key: same id, same signed content, another
 * envelope. Needs an unlocked vault and a newer key than the one that was refused, which comes with a contact.
 * @returns true when something may be sent again
 */
export async function resealUnknown(core: Core): Promise<boolean> {
  const { db, outbox, store } = core;
  const key = core.sealing();
  if (!key || !core.lock.open.value) return false;
  const stale = outbox.commands.value.filter(({ row }) => row.reseal && row.envelope.key !== key.id);
  if (stale.length === 0) return false;
  const { sealedFor } = await import('./sealing.ts');
  const fresh = await Promise.all(
    stale.map(async ({ row, body, header }) => ({
      id: row.id,
      ...(await sealedFor(core, row.id, header.device, body.wire)),
    })),
  );
  const saved = await store.run(() =>
    db.transaction('rw', db.commands, async () => {
      for (const { id, envelope, size } of fresh) {
        const row = await db.commands.get(id);
        if (row?.reseal) await db.commands.put({ ...row, envelope, size, reseal: false, nextAt: 0 });
      }
    }),
  );
  if (saved.ok) await outbox.load();
  return saved.ok;
}
