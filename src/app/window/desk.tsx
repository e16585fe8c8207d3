import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Office, type OfficeId, type Role, rolesHeld } from '../../domain/office.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Actor } from '../../domain/standing.ts';
import { type LegalDate, legalDateOf } from '../../domain/time.ts';
import type { CardReader } from '../local/cardReader.ts';
import type { PhotoWork } from '../local/photos.ts';
import type { Timer } from '../local/ports.ts';
import type { Local } from '../local/types.ts';

/** What the window's screens are handed by the composition root. */
export interface Desk {
  readonly local: Local;
  readonly timer: Timer;
  /** A UUIDv7: the id of a draft is later that of its case. */
  readonly newId: () => string;
  /** Makes pages of photographs. */
  readonly photos: PhotoWork;
  /** Reads identity cards on this device. Fetched when it is needed. */
  readonly cardReader: () => Promise<CardReader>;
  /** Set while something is being written, in an intake or on a case: nothing may reload the page then. */
  readonly formOpen: Signal<boolean>;
  /** Origin of the progress address in the QR. */
  readonly origin: string;
}

export const DeskContext = createContext<Desk | null>(null);

/** Where the person works, read once per rendering. The shell's gate has seen to it that all of it is there. */
export interface Bench {
  readonly desk: Desk;
  readonly local: Local;
  readonly rules: Rules;
  readonly hall: Office;
  readonly roles: readonly Role[];
  readonly actor: Actor;
  readonly today: LegalDate;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this screen');
  return desk;
}

export function useBench(): Bench {
  return benchOf(useDesk());
}

/** Somebody is at work, and all is there that `benchOf` reads. */
export function isReady({ access, catalogue, device, signedIn }: Local): boolean {
  return access.value.state === 'open' && !!catalogue.value && !!device.value && !!signedIn.value;
}

/** @throws when nobody is signed in, or the device or the catalogue is missing */
export function benchOf(desk: Desk): Bench {
  const { local } = desk;
  const rules = local.catalogue.value?.rules;
  const device = local.device.value;
  const person = local.signedIn.value;
  if (!rules || !device || !person) throw new Error('the desk is not ready');
  const hall = rules.office(device.office) ?? unknownOffice(device.office);
  const roles = rolesHeld(person.posts, device.office, local.now());
  return { desk, local, rules, hall, roles, actor: { office: hall, roles }, today: legalDateOf(local.now()) };
}

/** A newer endpoint may know an office that the catalogue on the device does not. */
function unknownOffice(id: OfficeId): Office {
  return { id, kind: 'department', name: id, shortName: id, confirmation: 'pending' };
}
