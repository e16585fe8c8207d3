/**
 * A counter as every working day begins: the district has enrolled it, its clerk has a secret there, and its worker
 * has fetched the app. `journeySetup.ts` makes it once for each run; every journey begins with copies of its own, of
 * the district's data and of the browser's profile. A profile belongs to an address: so all copies of the district
 * listen at the same one, one after the other.
 */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Plain values: Vitest carries them from its global set-up to the journeys. */
export interface PreparedCounter {
  /** The district's folder, and the browser's: to be copied, never to be used. */
  readonly dataDir: string;
  readonly profile: string;
  readonly port: number;
  /** Enrolment codes that are used up. */
  readonly usedCodes: string[];
}

/** Who works at the prepared counter, in which town, and under which name the district knows the device. */
export const COUNTER = {
  clerk: 'xiji.clerk',
  office: '370406102',
  device: '演示设备 1',
} as const;

/** A copy of one of the prepared folders, to be removed by the caller. */
export async function copyOf(folder: string, name: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), name));
  await cp(folder, copy, { recursive: true });
  return copy;
}
