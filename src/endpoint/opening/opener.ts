import { Problem } from '../problems.ts';
import type { Store } from '../store/store.ts';
import { readElement } from './envelope.ts';
import { type FindKeys, type Found, KeyRing } from './keyRing.ts';
import type { Arrived, OpenedBatch } from './opened.ts';
import { type RawRequest, type RequestResult, readRequest } from './request.ts';
import type { Seals } from './seals.ts';

/** Opens what devices send. What it gives has been read and verified; only the rules, and what stands, are left. */
export interface Opener {
  /**
   * @param raw its body may be gone afterwards
   * @throws Problem why the request is refused as a whole; `store.busy` when it was not opened and is to be sent again
   */
  open(raw: RawRequest): Promise<OpenedBatch>;
  close(): Promise<void>;
}

/** In this thread: for tests, and for programs that open little. */
export function createOpener(seals: Seals, find: FindKeys): Opener {
  const ring = new KeyRing();
  return {
    open: async (raw) => batchIn(await ring.reading((keys) => readRequest(raw, keys, seals), find)),
    close: async () => {},
  };
}

/** @throws Problem */
export function batchIn(result: RequestResult): OpenedBatch {
  if (!result.ok) throw new Problem(result.code, result.facts);
  return result.batch;
}

/** Opens an envelope again that was kept as it came. @param carrier who sent it */
export function openKept(envelope: string, carrier: string, seals: Seals, find: FindKeys): Promise<Arrived> {
  const element: unknown = JSON.parse(envelope);
  return new KeyRing().reading((keys) => readElement(element, carrier, keys, seals), find);
}

/** A device brings its people's keys along: it is they who act on it. */
export function keysIn(read: Pick<Store['read'], 'device' | 'personKey' | 'personKeysOf'>): FindKeys {
  return async ({ devices, personKeys }): Promise<Found> => {
    const found = await Promise.all(devices.map((id) => read.device(id)));
    const theirs = await Promise.all(devices.map((id) => read.personKeysOf(id)));
    const others = await Promise.all(personKeys.map((keyId) => read.personKey(keyId)));
    return {
      devices: found.filter((one) => one !== undefined).map(({ id, deviceKey }) => ({ id, deviceKey })),
      personKeys: [...theirs.flat(), ...others]
        .filter((one) => one !== undefined)
        .map(({ keyId, person, publicKey }) => ({ keyId, person, publicKey })),
    };
  };
}
