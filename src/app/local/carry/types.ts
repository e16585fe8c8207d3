import type { Result } from '../../../domain/result.ts';
import type { Imported } from './carry.ts';
import type { Mirror } from './mirror.ts';

/** The end of a package's name. */
export const PACKAGE_ENDING = '.jinban';

/** How what waits leaves a device without a line, and outlives its disk. */
export interface Carried {
  /** Everything that waits, sealed, as one package for a stick. Codes: `carry.nothing`, `store.*`. */
  exportOutbox(): Promise<Result<Blob>>;
  /** Takes a package over, to be sent from here; twice changes nothing. Codes: `carry.unreadable`, `store.*`. */
  importPackage(chosen: Blob): Promise<Result<Imported>>;
  /** A copy of what waits, in a folder that a rolled-back disk leaves alone. */
  readonly mirror: Pick<Mirror, 'state' | 'failed' | 'choose' | 'leave'>;
}
