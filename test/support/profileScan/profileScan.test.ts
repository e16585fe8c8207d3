import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { type Found, findIn, scan } from './index.ts';
import { log, packedValue, put, table } from './madeUp.ts';

const NAME = '王秀兰';
const NUMBER = '370406198001010025';
const PLACE = 'Default/IndexedDB/http_hall_80.indexeddb.leveldb';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A profile with these files. */
function profile(files: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jinban-scan-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const whereIn = (files: Readonly<Record<string, Buffer>>, ...needles: string[]): Partial<Found>[] =>
  findIn(profile(files), needles).map(({ needle, how, where }) => ({ needle, how, where }));

/** Twice as long as Snappy remembers, and full of what it can shorten. */
const repetitive = (text: string): Buffer => {
  const familiar = '{"name":"王秀","more":"秀兰"}'.repeat(40);
  return Buffer.from(familiar + text + familiar);
};

describe('the scan of a profile', () => {
  test.each([
    ['utf-8', Buffer.from(NAME)],
    ['utf-16le', Buffer.from(NAME, 'utf16le')],
    ['utf-16be', Buffer.from(NAME, 'utf16le').swap16()],
    ['in an address', Buffer.from(`?name=${encodeURIComponent(NAME)}`)],
    ['base64', Buffer.from(Buffer.from(NAME).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`1${NAME}1`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`12${NAME}12`).toString('base64url'))],
    ['base64 of utf-16', Buffer.from(Buffer.from(`a${NAME}b`, 'utf16le').toString('base64'))],
    ['base64, utf-16le', Buffer.from(Buffer.from(`12${NAME}`).toString('base64'), 'utf16le')],
  ])('finds a name written in %s', (how, bytes) => {
    const around = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]);
    expect(whereIn({ 'Default/History': around }, NAME, NUMBER)).toEqual([
      { needle: NAME, how, where: 'as it lies' },
    ]);
  });

  test('finds both alphabets of base64', () => {
    const text = '镇镇镇镇镇~~~???>>>';
    const [standard, url] = [Buffer.from(text).toString('base64'), Buffer.from(text).toString('base64url')];
    expect(standard).not.toBe(url);
    expect(whereIn({ a: Buffer.from(standard) }, text)).toHaveLength(1);
    expect(whereIn({ a: Buffer.from(url) }, text)).toHaveLength(1);
  });

  test('finds nothing where nothing is, and refuses what is too short to mean anything', () => {
    expect(whereIn({ a: Buffer.from('王秀珍'), b: Buffer.alloc(0) }, NAME)).toEqual([]);
    for (const short of ['秀兰', '3704'])
      expect(() => whereIn({ a: Buffer.from(NAME) }, short)).toThrow('too short');
  });

  test('finds what a packed table hides from whoever reads its bytes', () => {
    const bytes = table([
      ['row 1', repetitive('')],
      ['row 2', repetitive(NAME)],
    ]);
    expect(bytes.includes(NAME)).toBe(false);
    expect(whereIn({ [`${PLACE}/000005.ldb`]: bytes }, NAME)).toEqual([
      { needle: NAME, how: 'utf-8', where: 'table' },
    ]);
  });

  test('finds a key of which the table wrote only the difference', () => {
    const bytes = table([
      ['王秀珍', Buffer.from('1')],
      [NAME, Buffer.from('2')],
    ]);
    expect(bytes.includes(NAME)).toBe(false);
    expect(whereIn({ [`${PLACE}/000005.ldb`]: bytes }, NAME)).toHaveLength(1);
  });

  test('finds what lies across two blocks of a log', () => {
    const before = Buffer.alloc(32_768 - 7 - 12 - 1 - 4 - 3 - 4, 'x');
    const bytes = log([
      put('row', Buffer.concat([before, Buffer.from(NAME)])),
      put('row', Buffer.from('the end')),
    ]);
    expect(bytes.includes(NAME)).toBe(false);
    expect(whereIn({ [`${PLACE}/000003.log`]: bytes }, NAME, 'the end')).toEqual([
      { needle: 'the end', how: 'utf-8', where: 'as it lies' },
      { needle: NAME, how: 'utf-8', where: 'log' },
      { needle: 'the end', how: 'utf-8', where: 'log' },
    ]);
  });

  test('reads a log that a power cut ended in the middle of a row', () => {
    const whole = log([put('row', Buffer.from(NUMBER.repeat(3_000))), put('row', Buffer.from(NAME))]);
    const cut = scan(profile({ [`${PLACE}/000003.log`]: whole.subarray(0, 40_000) }), [NUMBER, NAME]);
    expect(cut.unread).toEqual([]);
    expect(cut.found.map(({ needle, where }) => [needle, where])).toEqual([
      [NUMBER, 'as it lies'],
      [NUMBER, 'log'],
    ]);
  });

  test.each(['log', 'table'])('finds what IndexedDB has packed into a value, in a %s', (where) => {
    const value = packedValue(repetitive(NAME));
    expect(value.includes(NAME)).toBe(false);
    const [name, bytes] =
      where === 'log' ? ['000003.log', log([put('row', value)])] : ['000005.ldb', table([['row', value]])];
    expect(whereIn({ [`${PLACE}/${name}`]: bytes }, NAME)).toEqual([
      { needle: NAME, how: 'utf-8', where: `${where}, a packed value` },
    ]);
  });

  test('finds what a cache keeps as it came', () => {
    const address = Buffer.from('1/0/http://hall/api/feed');
    const header = Buffer.concat([Buffer.from('305c72a71b6dfbfc05000000', 'hex'), Buffer.alloc(12)]);
    header.writeUInt32LE(address.length, 12);
    const entry = (body: Buffer) => Buffer.concat([header, address, body, Buffer.from('more')]);
    const files = {
      'Default/Cache/Cache_Data/0a_0': entry(gzipSync(repetitive(NAME))),
      'Default/Cache/Cache_Data/0b_0': entry(brotliCompressSync(repetitive(NUMBER))),
    };
    expect(whereIn(files, NAME, NUMBER)).toEqual([
      { needle: NAME, how: 'utf-8', where: 'gzip' },
      { needle: NUMBER, how: 'utf-8', where: 'brotli' },
    ]);
  });

  test('finds a text that SQLite has scattered over its pages', () => {
    const folder = profile({});
    const file = new DatabaseSync(join(folder, 'Web Data'));
    file.exec('create table autofill (value text, at integer)');
    file
      .prepare('insert into autofill values (?, ?)')
      .run(`${NAME}${'长'.repeat(9_000)}${NUMBER}`, 1n << 60n);
    file.close();
    const { found, unread } = scan(folder, [NAME, NUMBER]);
    expect(unread).toEqual([]);
    expect(found.filter((one) => one.where === 'sqlite').map((one) => one.needle)).toEqual([NAME, NUMBER]);
  });

  test('says which files it could not look into', () => {
    const folder = profile({
      [`${PLACE}/000005.ldb`]: table([['row', Buffer.from(NAME)]], 2),
      [`${PLACE}/000007.ldb`]: Buffer.from('half a table'),
    });
    expect(scan(folder, [NAME]).unread).toEqual([
      expect.stringMatching(/000005\.ldb: a block is packed in a way/),
      expect.stringMatching(/000007\.ldb: no table/),
    ]);
  });
});
