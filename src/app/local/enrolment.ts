import { ok, type Result } from '../../domain/result.ts';
import type { Enrolled } from '../../protocol/resources.ts';
import type { Core } from './core.ts';
import { newId } from './ids.ts';
import { refusalOf } from './line.ts';
import { getMeta, putMeta } from './meta.ts';
import type { DeviceInfo } from './types.ts';

/** What a device keeps of what it was told when it enrolled, and at each contact since. */
export function infoOf({
  id,
  name,
  office,
  slot,
  policy,
  diskEncrypted,
  documentKeys,
}: Omit<Enrolled, 'sealing' | 'now'>): DeviceInfo {
  return { id, name, office, slot, policy, diskEncrypted, documentKeys };
}

/** Asks with a code, always under the same id, so that asking twice enrols once. */
export async function askToEnrol(
  { db, ports, store, line }: Pick<Core, 'db' | 'ports' | 'store' | 'line'>,
  code: string,
): Promise<Result<Enrolled>> {
  const idKept = await store.run(async () => {
    const id = newId(ports);
    return await db.transaction('rw', db.meta, async () => {
      const before = await getMeta(db, 'deviceId');
      if (before === undefined) await putMeta(db, 'deviceId', id);
      return before ?? id;
    });
  });
  if (!idKept.ok) return idKept;
  const key = await ports.deviceKeys.device(true);
  const body = { id: idKept.value, code, deviceKey: key.publicKey };
  const reply = await line.ask(
    () => ports.transport.enrol(body),
    (answer) => answer.now,
  );
  return reply.kind === 'answer' ? ok(reply.value) : refusalOf(reply);
}
