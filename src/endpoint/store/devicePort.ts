import type { OfficeId } from '../../domain/office.ts';
import type { Instant } from '../../domain/time.ts';
import type { DevicePolicy } from '../../protocol/resources.ts';
import type { Sealed } from '../../protocol/sealing.ts';
import type { DeviceRow } from './peoplePort.ts';

/** A code with which one device can be enrolled. Only its hash is known. */
export interface EnrolmentCodeRow {
  readonly hash: string;
  readonly name: string;
  readonly office: OfficeId;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** The device that was enrolled with it. */
  readonly usedBy: string | null;
}

/** What a device said of itself at its last contact. */
export interface DeviceStatusRow {
  readonly device: string;
  /** When it was sent, or arrived, whichever was earlier. */
  readonly at: Instant;
  /** The id that the device gave this contact. */
  readonly contact: string;
  readonly said: DeviceSaid;
}

export interface DeviceSaid {
  readonly version: string;
  readonly waiting: number;
  readonly storage: { readonly usage: number; readonly quota: number; readonly persisted: boolean };
}

/** A copy of a key of a device (`person` null: the vault's) or of a person's drafts on it, sealed to the endpoint. */
export interface KeptKeyRow {
  readonly device: string;
  readonly person: string | null;
  readonly sealed: Sealed;
}

/** A device with everything that an administrator sees of it. */
export interface ListedDevice {
  readonly device: DeviceRow;
  readonly status: DeviceStatusRow | undefined;
  /** Usernames of those who have a key on it, in order. */
  readonly people: readonly string[];
}

export interface PolicyRow {
  /** `*` = where an office has none of its own. */
  readonly office: string;
  readonly policy: DevicePolicy;
}

export interface Devices {
  enrolmentCode(hash: string): Promise<EnrolmentCodeRow | undefined>;
  deviceStatus(device: string): Promise<DeviceStatusRow | undefined>;
  /** Every device, by office and name; one of them when an id is given. */
  listedDevices(id?: string): Promise<ListedDevice[]>;
  keptKeys(device: string): Promise<KeptKeyRow[]>;
  policies(): Promise<PolicyRow[]>;
}

export interface DeviceChanges {
  addEnrolmentCode(code: EnrolmentCodeRow): Promise<void>;
  useEnrolmentCode(hash: string, device: string): Promise<void>;
  addDevice(device: NewDeviceRow): Promise<void>;
  revokeDevice(id: string, at: Instant): Promise<void>;
  orderWipe(id: string, at: Instant): Promise<void>;
  /** The device has told that it is wiped. */
  wiped(id: string, at: Instant): Promise<void>;
  /** Null takes it back. */
  setDiskEncrypted(id: string, at: Instant | null): Promise<void>;
  /** The disk was found to have been rolled back: numbers carry another slot from now on. */
  rollBack(id: string, slot: string): Promise<void>;
  setDeviceStatus(status: DeviceStatusRow): Promise<void>;
  /** The most commands that the device had made at a contact between two instants, neither included. */
  mostMadeBetween(device: string, after: Instant, before: Instant): Promise<number | undefined>;
  keepKey(key: KeptKeyRow, at: Instant): Promise<void>;
  setPolicy(policy: PolicyRow): Promise<void>;
  /** The next number for a device's slot; never given twice. */
  nextSlot(): Promise<number>;
}

export type NewDeviceRow = Omit<DeviceRow, 'wipe' | 'diskEncrypted' | 'rolledBack'>;
