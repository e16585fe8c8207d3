/** What somebody does who has a copy of the profile folder, knows this program, and does not know the secret. */
import { createDecipheriv, createPrivateKey, createPublicKey } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { WrappedKeys } from '../../src/app/local/lock/keys.ts';
import type { KdfParameters } from '../../src/app/local/ports.ts';
import { derived } from './atRestPrice.ts';
import { JourneyDesk } from './journeyDesk.ts';
import type { JourneyDistrict } from './journeyDistrict.ts';
import { everythingIn } from './profileScan/index.ts';

/** A lock as it lies there; bytes in base64url. */
export interface FoundLock {
  readonly person: string;
  readonly username: string;
  readonly kind: string;
  readonly salt: string;
  readonly kdf: KdfParameters | null;
  readonly wrapped: string;
}

export interface FoundRow {
  readonly id: string;
  readonly body: string;
}

export interface Found {
  readonly deviceId: string;
  /** SPKI of the device's key, in base64url. */
  readonly devicePublicKey: string;
  readonly extractable: boolean;
  readonly locks: readonly FoundLock[];
  readonly cases: readonly FoundRow[];
  /** Names of everything that lies beside the locks. */
  readonly otherKeys: readonly string[];
}

/** Opens the copy in a browser, at the endpoint's address but without the app. */
export async function withCopy<T>(
  district: JourneyDistrict,
  copy: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const desk = new JourneyDesk(district, copy, {});
  await desk.start();
  try {
    await desk.open('/robots.txt');
    return await work(desk.page);
  } finally {
    await desk.close();
  }
}

export const readLocks = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const text = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string =>
      btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    const locks = await result(indexedDB.open('jinban-locks'));
    const store = locks.transaction('keys').objectStore('keys');
    const [names, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
    const all = new Map(names.map((name, at) => [String(name), values[at]]));
    const device = all.get('device') as CryptoKeyPair;
    const db = await result(indexedDB.open('jinban-desk'));
    const transaction = db.transaction(['cases', 'meta']);
    const cases = await result(transaction.objectStore('cases').getAll());
    const meta = await result(transaction.objectStore('meta').get('device'));
    return {
      deviceId: meta.value.id as string,
      devicePublicKey: text(await crypto.subtle.exportKey('spki', device.publicKey)),
      extractable: device.privateKey.extractable,
      locks: [...all]
        .filter(([name]) => name.startsWith('lock:'))
        .map(([, record]) => ({ ...record, wrapped: text(record.wrapped) })),
      cases: cases.map((row: { id: string; body: Uint8Array<ArrayBuffer> }) => ({
        id: row.id,
        body: text(row.body),
      })),
      otherKeys: [...all.keys()].filter((name) => !name.startsWith('lock:')),
    };
  });

/** Signs with the device's key, which any page of the origin can do although none can read it. */
export const signAsDevice = (page: Page, text: string): Promise<string> =>
  page.evaluate(async (words) => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const locks = await result(indexedDB.open('jinban-locks'));
    const device = await result<CryptoKeyPair>(locks.transaction('keys').objectStore('keys').get('device'));
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(how, device.privateKey, new TextEncoder().encode(words));
    return btoa(Array.from(new Uint8Array(signature), (byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  }, text);

/** Private P-256 keys that lie in the files for everybody to take: PKCS #8, as browsers write them. */
export function privateKeysIn(copy: string): string[] {
  const head = Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex');
  const length = head.length + 32 + 5 + 65;
  const found = new Set<string>();
  for (const { bytes } of everythingIn(copy))
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1))
      if (at + length <= bytes.length) found.add(bytes.subarray(at, at + length).toString('base64url'));
  return [...found];
}

export const publicKeyOf = (pkcs8: string): string =>
  createPublicKey(createPrivateKey({ key: Buffer.from(pkcs8, 'base64url'), format: 'der', type: 'pkcs8' }))
    .export({ format: 'der', type: 'spki' })
    .toString('base64url');

/** Where bytes stand, in any of the ways in which a key may be written. */
export function liesIn(copy: string, key: Buffer): boolean {
  const forms = [
    key,
    ...(['base64url', 'base64', 'hex'] as const).map((how) => Buffer.from(key.toString(how))),
  ];
  return everythingIn(copy).some(({ bytes }) => forms.some((form) => bytes.includes(form)));
}

/** One guess: what a thief's program has to do for it. @returns the keys when it is right */
export async function guess(
  { salt, kdf, wrapped, person }: FoundLock,
  device: string,
  secret: string,
): Promise<WrappedKeys | null> {
  if (!kdf) throw new Error('a passkey gives its key itself: there is nothing to guess');
  const key = await derived(secret, Buffer.from(salt, 'base64url'), kdf);
  const content = opened(key, Buffer.from(wrapped, 'base64url'), `lock/${device}/${person}`);
  return content === null ? null : (JSON.parse(content) as WrappedKeys);
}

export const openRow = (vault: string, { id, body }: FoundRow): string | null =>
  opened(Buffer.from(vault, 'base64url'), Buffer.from(body, 'base64url'), `cases/${id}`);

function opened(key: Buffer, sealed: Buffer, about: string): string | null {
  const open = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  open.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([open.update(sealed.subarray(12, -16)), open.final()]).toString('utf8');
  } catch {
    return null;
  }
}
