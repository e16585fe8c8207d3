import type { Instant } from '../../domain/time.ts';
import type { Edges } from '../context.ts';
import { chained } from '../recording/chain.ts';
import { sha256 } from '../recording/keys.ts';
import type { Tx } from '../store/store.ts';

/** The one stream of who may do what: staff, posts, devices, and publications of the catalogue. */
export const ACCESS_STREAM = '00000000-0000-7000-8000-000000000000';

export interface AccessEvent {
  readonly type:
    | 'administratorMade'
    | 'staffAdded'
    | 'staffDisabled'
    | 'staffEnabled'
    | 'postsChanged'
    | 'deputyNamed'
    | 'deputyEnded'
    | 'passwordReset'
    | 'enrolmentCodeMade'
    | 'deviceEnrolled'
    | 'deviceRevoked'
    | 'deviceWipeOrdered'
    | 'deviceWiped'
    | 'deviceDiskEncrypted'
    | 'deviceRolledBack'
    | 'policyChanged'
    | 'cataloguePublished'
    | 'sealingKeyRotated'
    | 'documentKeyRotated'
    | 'quarantineReleased'
    | 'quarantineSetAside'
    | 'followUpAnswered';
  /** The person; the device where it did so itself (wiped, rolled back). */
  readonly by: string;
  /** The post by which the person acted; `system` where the program did. */
  readonly office: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Appends to the access chain. No device signed it: the act came over a session, so `command` is an id made here and
 * `commandHash` stands for the salted content.
 */
export async function appendAccess(
  tx: Tx,
  event: AccessEvent,
  at: Instant,
  { newId, randomBytes }: Pick<Edges, 'newId' | 'randomBytes'>,
): Promise<void> {
  const [before] = await tx.streams([ACCESS_STREAM]);
  const stream = { kind: 'access' as const, id: ACCESS_STREAM };
  const command = newId();
  const salt = Buffer.from(randomBytes(16)).toString('base64url');
  const commandHash = sha256(salt + JSON.stringify(event.data));
  const { by, office } = event;
  const row = chained(
    { version: Number(before?.version ?? 0), head: before?.head ?? null },
    { stream, command, commandHash, by, office, device: null, at, legalAt: at, recordedAt: at },
    event,
    randomBytes,
  );
  const nothing = { state: null, numberKey: null, item: null, status: null, hall: null };
  await tx.append({ ...stream, ...nothing, version: row.version, head: row.hash }, [row], at);
}
