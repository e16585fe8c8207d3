import type { Instant } from '../../domain/time.ts';
import type { ContactRow } from '../store/recordingPort.ts';

/** Devices remembered; the others cost a query. */
const HELD_DEVICES = 4_096;

/**
 * The last contact of each device, as this process knows it. It only spares queries: an older contact than the latest
 * is a lower bound as well, a weaker one.
 */
export interface Heard {
  /** When the device was heard from with fewer commands made than `seq`, if that was its last contact. */
  before(device: string, seq: number): Instant | undefined;
  remember(contact: ContactRow): void;
}

export function createHeard(): Heard {
  const last = new Map<string, ContactRow>();
  return {
    before: (device, seq) => {
      const contact = last.get(device);
      return contact && contact.made < seq ? contact.at : undefined;
    },
    remember: (contact) => {
      const known = last.get(contact.device);
      // A batch that comes late, or twice, says less than what is known already.
      if (known && known.at > contact.at) return;
      if (last.size >= HELD_DEVICES) last.clear();
      last.set(contact.device, contact);
    },
  };
}
