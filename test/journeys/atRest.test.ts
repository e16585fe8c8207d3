import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAST } from '../../src/app/local/edges/kdfWork.ts';
import { programWithOpenVault } from '../support/atRestControl.ts';
import { CASES, CHOSEN, CLERK, type Copies, copiesOf } from '../support/atRestJourney.ts';
import { chosenAsKept, type Needle } from '../support/atRestPeople.ts';
import { priceInWords, priceOf } from '../support/atRestPrice.ts';
import {
  type Found,
  guess,
  liesIn,
  openRow,
  privateKeysIn,
  publicKeyOf,
  readLocks,
  signAsDevice,
  withCopy,
} from '../support/atRestThief.ts';
import { call } from '../support/endpoint.ts';
import { XIJI } from '../support/intake.ts';
import { SECRET } from '../support/journeyDesk.ts';
import { type JourneyDistrict, openDistrict } from '../support/journeyDistrict.ts';
import { type Scan, scan } from '../support/profileScan/index.ts';
import { authorise } from '../support/signing.ts';

const folder = mkdtempSync(join(tmpdir(), 'jinban-at-rest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const districts: JourneyDistrict[] = [];
afterAll(() => Promise.all(districts.map((one) => one.end())));

/** A morning of a clerk with a program, in a folder of its own. */
async function morning(name: string, root?: string): Promise<Copies> {
  const place = join(folder, name);
  mkdirSync(place);
  const district = await openDistrict(root === undefined ? {} : { root });
  districts.push(district);
  return copiesOf(district, place);
}

const textsOf = (needles: readonly Needle[]): string[] => needles.map((one) => one.text);

function search(copy: string, texts: readonly string[], what: string): Scan {
  const seen = scan(copy, texts);
  const found = new Set(seen.found.map((one) => one.needle)).size;
  console.log(
    `${what}: ${texts.length} texts in ${seen.files} files, ${seen.bytes} bytes: ${found} were found`,
  );
  return seen;
}

/** Readings that a clerk's session opens. */
const READINGS = ['/api/session', `/api/feed?scope=${XIJI}&after=0`, `/api/cases?number=${XIJI}`];

describe('a profile folder that somebody has copied', () => {
  let copies: Copies;
  beforeAll(async () => {
    copies = await morning('sealed');
  });

  test.each(['locked', 'killed'] as const)('says nobody’s name, number, address or answer (%s)', (when) => {
    const kept = CHOSEN.map(([question, answer]) => chosenAsKept(question, answer));
    const texts = [...textsOf([...copies.early, ...copies.late]), ...kept];
    const { found, unread } = search(copies[when], texts, when);
    expect(found).toEqual([]);
    expect(unread).toEqual([]);
  });

  test('gives whoever knows no secret one key, which the browser could not keep to itself, and it reads nothing', async () => {
    const { district, killed, cookie } = copies;
    await withCopy(district, killed, async (page) => {
      const found = await readLocks(page);
      expect(found.otherKeys).toEqual(['device']);
      expect(found.extractable).toBe(false);
      expect(privateKeysIn(killed).map(publicKeyOf)).toEqual([found.devicePublicKey]);

      const device = found.deviceId;
      const hand = { device, deviceKey: { sign: (text: string) => signAsDevice(page, text) } };
      const contact = {
        ...{ device, made: 99, contact: v7(), answered: null, version: '0', waiting: 0 },
        storage: { usage: 0, quota: 0, persisted: false },
      };
      const body = JSON.stringify(contact);
      const authorization = await authorise(hand, body, new Date().toISOString());
      const heard = await call(district, '/api/contact', { body, headers: { authorization } });
      expect(heard.status).toBe(200);
      const says = await heard.text();
      expect([...copies.early, ...copies.late].filter((one) => says.includes(one.text))).toEqual([]);

      expect(cookie).toContain('jinban_session=');
      for (const path of READINGS) {
        const headers = { authorization };
        expect((await call(district, path, { headers, cookie })).status, path).toBe(401);
      }
    });
  });

  test('opens to the secret alone: every other key lies wrapped, and a guess costs what is printed here', async () => {
    const { district, killed, locked } = copies;
    const found: Found = await withCopy(district, killed, readLocks);
    const [lock, ...others] = found.locks;
    if (!lock?.kdf) throw new Error('the clerk has no lock that could be guessed');
    expect([lock.username, lock.kind, others]).toEqual([CLERK, 'digits', []]);
    expect(await guess(lock, found.deviceId, `${Number(SECRET) + 1}`)).toBeNull();

    const keys = await guess(lock, found.deviceId, SECRET);
    if (!keys) throw new Error('the secret does not open the lock');
    const [readable] = privateKeysIn(killed);
    expect(liesIn(killed, Buffer.from(readable ?? '', 'base64url')), 'what does lie there is found').toBe(
      true,
    );
    for (const copy of [locked, killed])
      for (const key of [keys.vault, keys.drafts, keys.signing])
        expect(liesIn(copy, Buffer.from(key, 'base64url'))).toBe(false);
    expect(found.cases).toHaveLength(CASES);
    const opened = found.cases.map((row) => openRow(keys.vault, row) ?? '').join('\n');
    const names = copies.early.filter((one) => one.of.startsWith('case ') && one.kind === 'name');
    expect(names.filter((one) => !opened.includes(one.text))).toEqual([]);

    expect(lock.kdf.memoryKiB).toBeGreaterThanOrEqual(LEAST.memoryKiB);
    expect(lock.kdf.passes).toBeGreaterThanOrEqual(LEAST.passes);
    for (const kdf of [lock.kdf, LEAST]) console.log(priceInWords(kdf, await priceOf(kdf)).join('\n'));
  });
});

describe('a profile folder of an app whose vault seals nothing', () => {
  let copies: Copies;
  let root = '';
  beforeAll(async () => {
    root = await programWithOpenVault();
    copies = await morning('open', root);
  });
  afterAll(() => {
    if (root !== '') rmSync(root, { recursive: true, force: true });
  });

  test.each(['locked', 'killed'] as const)(
    'says all of it: so the search would have found it (%s)',
    (when) => {
      const { early, late } = copies;
      const kept = (when === 'locked' ? early : [...early, ...late]).filter(
        ({ kind }) => kind !== 'secret' && kind !== 'password',
      );
      const { found } = search(copies[when], textsOf(kept), `nothing sealed, ${when}`);
      const texts = new Set(found.map((one) => one.needle));
      expect(kept.filter((one) => !texts.has(one.text))).toEqual([]);
    },
  );
});
