import type { Vault } from '../ports.ts';

/** Somebody wanted to seal or open while nobody has unlocked. Whoever works in the background stops and is woken again. */
export class LockedError extends Error {
  override readonly name = 'LockedError';

  constructor() {
    super('nobody has unlocked this device');
  }
}

/**
 * The vault of whoever has unlocked at the moment of each call.
 * @param now that vault; null while locked, when both methods reject with a `LockedError`
 */
export function vaultBehind(now: () => Vault | null): Vault {
  const vault = (): Vault => {
    const open = now();
    if (!open) throw new LockedError();
    return open;
  };
  return {
    seal: async (row, body) => await vault().seal(row, body),
    open: async (row, sealed) => await vault().open(row, sealed),
  };
}
