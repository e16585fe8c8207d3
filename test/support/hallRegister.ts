/** What a hall's district knows of devices and of people's keys on them. */
import { createHash } from 'node:crypto';
import { mayRead } from '../../src/domain/reading.ts';
import { openSealed } from '../../src/endpoint/opening/hpke.ts';
import {
  type Contact,
  type ContactAnswer,
  DEFAULT_POLICY,
  type DevicePolicy,
  type Enrolled,
  type Enrolment,
  type SignIn,
} from '../../src/protocol/resources.ts';
import { keptKeyText, SEAL_KEPT_KEY, type Sealed } from '../../src/protocol/sealing.ts';
import type { Authority, Member } from './authority.ts';
import { sealingKeyOf } from './opened.ts';
import { WEST } from './sampleCatalogue.ts';

export interface KnownDevice {
  readonly id: string;
  readonly office: string;
  slot: string;
  order: ContactAnswer['order'];
  diskEncrypted: boolean;
  readonly contacts: Contact[];
  /** Copies of keys, opened, by whose they are. */
  readonly kept: Map<string | null, string>;
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const keyIdOf = (spki: string): string =>
  createHash('sha256').update(bytesOf(spki)).digest('base64url').slice(0, 22);

export abstract class HallRegister {
  abstract readonly authority: Authority;
  abstract readonly time: { instant(): string };
  readonly devices = new Map<string, KnownDevice>();
  /** Hours pass in a test without anybody touching a screen. */
  policy: DevicePolicy = { ...DEFAULT_POLICY, idleMinutes: 240 };
  /** Codes that an administrator has shown, each good for one device of an office. */
  readonly codes = new Map<string, string>();
  /** Whose each key is that people have brought when signing in. */
  readonly keyOwners = new Map<string, Member>();
  /** Public keys in the order in which they were brought. */
  readonly personKeys: string[] = [];
  refuseRenewal = false;
  #slots = 0;
  readonly #renewedAt = new Map<string, string>();

  /** A signed time near the district's own, and each only once. */
  renews(keyId: string, at: string): boolean {
    const near = Math.abs(Date.parse(at) - Date.parse(this.time.instant())) <= 300_000;
    if (this.refuseRenewal || !near || at <= (this.#renewedAt.get(keyId) ?? '')) return false;
    this.#renewedAt.set(keyId, at);
    return true;
  }

  /** A code for one more device. */
  code(office = WEST): string {
    const code = `CODE${String(this.codes.size).padStart(4, '0')}`;
    this.codes.set(code, office);
    return code;
  }

  enrolled({ id, code }: Enrolment): Enrolled | undefined {
    const office = this.codes.get(code);
    if (office === undefined) return undefined;
    this.#slots += 1;
    const slot = `K${this.#slots}`;
    this.devices.set(id, {
      ...{ id, office, slot, order: 'none', diskEncrypted: false, contacts: [] },
      kept: this.devices.get(id)?.kept ?? new Map(),
    });
    return { id, office, ...this.#toldOf(id) };
  }

  hear(contact: Contact): ContactAnswer | undefined {
    const device = this.devices.get(contact.device);
    if (!device) return undefined;
    device.contacts.push(contact);
    for (const { person, sealed } of contact.keep ?? []) this.#keep(device, person, sealed);
    return { order: device.order, kept: [...device.kept.keys()], ...this.#toldOf(device.id) };
  }

  #keep(device: KnownDevice, person: string | null, { key: id, enc, body }: Sealed): void {
    const key = this.authority.keys.find((one) => one.id === id);
    const frame = keptKeyText(device.id, person, id);
    const content = key && openSealed(key, bytesOf(enc), bytesOf(body), SEAL_KEPT_KEY, frame);
    if (content && !device.kept.has(person)) device.kept.set(person, content.toString('base64url'));
  }

  /** What a session brings on a device: the kept keys, for whoever may read there. */
  keysFor(member: Member, body: SignIn) {
    const { id, posts } = member;
    const device = body.device === undefined ? undefined : this.devices.get(body.device);
    if (!device || !body.personKey || !mayRead(posts, device.office)) return {};
    const keyId = keyIdOf(body.personKey);
    this.keyOwners.set(keyId, member);
    this.personKeys.push(body.personKey);
    const [vault, drafts] = [device.kept.get(null), device.kept.get(id)];
    return { keyId, kept: { ...(vault ? { vault } : {}), ...(drafts ? { drafts } : {}) } };
  }

  #toldOf(id: string) {
    const device = this.devices.get(id);
    const key = this.authority.keys.at(-1);
    if (!device || !key) throw new Error('no such device, or no key to seal to');
    return {
      ...{ name: '一号窗口', slot: device.slot, policy: this.policy, diskEncrypted: device.diskEncrypted },
      sealing: sealingKeyOf(key),
      documentKeys: [],
      now: this.time.instant(),
    };
  }
}
