import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UPLOAD_WINDOW_MS } from '../../../src/endpoint/access/authenticateDevice.ts';
import { MAX_FILE_BYTES } from '../../../src/protocol/command.ts';
import { codeOf } from '../../support/codes.ts';
import { addPerson, call, handAt, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import {
  begin,
  begun,
  bring,
  clientUpload,
  fileOf,
  held,
  piece,
  type TestFile,
  tus,
  uploadHeader,
} from '../../support/files.ts';
import { DISTRICT, XIJI } from '../../support/intake.ts';
import type { TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let hand: TestHand;
beforeAll(async () => {
  endpoint = await startEndpoint();
  hand = await handAt(endpoint, XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

const pathOf = ({ hash }: TestFile): string => join(endpoint.dataDir, 'files', hash.slice(0, 2), hash);
const incoming = (): string[] => readdirSync(join(endpoint.dataDir, 'files/incoming'));

describe('a file that a device brings', () => {
  it('stands on the shelf under its hash when the last piece is answered, and nothing else is left of it', async () => {
    const file = fileOf();
    const path = await begin(endpoint, hand, file);
    const first = await piece(endpoint, hand, path, 0, file.sealed.subarray(0, 1_000));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '1000']);
    expect(await held(endpoint, hand, [file.hash])).toEqual([]);
    const last = await piece(endpoint, hand, path, 1_000, file.sealed.subarray(1_000));
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(file.size)]);
    for (const answer of [first, last])
      expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([
        ...['no-store', 'nosniff'],
      ]);
    expect(readFileSync(pathOf(file)).equals(file.sealed)).toBe(true);
    expect(incoming()).toEqual([]);
    expect(await held(endpoint, hand, [file.hash, fileOf().hash])).toEqual([file.hash]);
  });

  it('may be begun with its bytes at once', async () => {
    const file = fileOf();
    const headers = begun(hand, file.hash, file.size);
    const answer = await tus(endpoint, hand, 'POST', '/api/files', { headers, body: file.sealed });
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([201, String(file.size)]);
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
  });

  it('is carried by two devices at the same time, and again later: each succeeds', async () => {
    const file = fileOf();
    const other = await handAt(endpoint, XIJI, 'clerk');
    const paths = [await begin(endpoint, hand, file), await begin(endpoint, other, file)] as const;
    const half = file.size >> 1;
    const [a, b] = [file.sealed.subarray(0, half), file.sealed.subarray(half)];
    for (const [by, path] of [[hand, paths[0]] as const, [other, paths[1]] as const])
      expect((await piece(endpoint, by, path, 0, a)).status).toBe(204);
    const answers = await Promise.all([
      piece(endpoint, hand, paths[0], half, b),
      piece(endpoint, other, paths[1], half, b),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([204, 204]);
    expect((await bring(endpoint, other, file)).status).toBe(204);
    expect(readFileSync(pathOf(file)).equals(file.sealed)).toBe(true);
    expect(incoming()).toEqual([]);
  });

  it('is sent again when the disk has lost it', async () => {
    const file = fileOf();
    await bring(endpoint, hand, file);
    await endpoint.context.shelf.remove(file.hash);
    expect(await held(endpoint, hand, [file.hash])).toEqual([]);
    await bring(endpoint, hand, file);
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
  });

  it('is no upload any more once it is whole: the device then asks what is held', async () => {
    const file = fileOf();
    const path = await begin(endpoint, hand, file);
    await piece(endpoint, hand, path, 0, file.sealed);
    expect((await tus(endpoint, hand, 'HEAD', path)).status).toBe(404);
    expect(await codeOf(await piece(endpoint, hand, path, 0, file.sealed))).toBe('upload.unknown');
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
  });
});

/** Sends the beginning of a piece and cuts the line; resolves when the endpoint has it. */
async function cutPiece(path: string, file: TestFile, sent: number): Promise<void> {
  const authorization = await uploadHeader(hand, 'PATCH', path);
  const headers = {
    ...{ 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' },
    ...{ 'upload-offset': '0', 'content-length': file.size, authorization },
  };
  const cut = request(endpoint.url + path, { method: 'PATCH', headers });
  const closed = new Promise<void>((resolve) => cut.on('error', () => resolve()));
  cut.write(file.sealed.subarray(0, sent));
  await expect
    .poll(() => readFileSync(join(endpoint.dataDir, 'files/incoming', path.split('/').at(-1) ?? '')).length)
    .toBe(sent);
  cut.destroy();
  await closed;
}

describe('a line that is cut', () => {
  it('at half of a file: the device’s client asks where it stands and sends no byte twice', async () => {
    const file = fileOf('image/jpeg', 40_000);
    const path = await begin(endpoint, hand, file);
    const half = 20_000;
    await cutPiece(path, file, half);
    const sent: number[] = [];
    await new Promise<void>((resolve, reject) => {
      const upload = clientUpload(endpoint, hand, file, {
        ...{ uploadUrl: endpoint.url + path, chunkSize: 8_192, onSuccess: () => resolve(), onError: reject },
        onChunkComplete: (size) => sent.push(size),
      });
      upload.start();
    });
    expect(sent.reduce((sum, size) => sum + size, 0)).toBe(file.size - half);
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
    expect(readFileSync(pathOf(file)).equals(file.sealed)).toBe(true);
  });

  it('after the last piece and before its answer was made: the next question finishes the file', async () => {
    const file = fileOf();
    const path = await begin(endpoint, hand, file);
    // The process ended between the bytes and their place on the shelf.
    writeFileSync(join(endpoint.dataDir, 'files/incoming', path.split('/').at(-1) ?? ''), file.sealed);
    expect(existsSync(pathOf(file))).toBe(false);
    expect((await tus(endpoint, hand, 'HEAD', path)).status).toBe(404);
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
  });
});

describe('a store that does not take it', () => {
  it('is no answer that a file is safe: the device asks, and brings it again', async () => {
    const file = fileOf();
    const { store } = endpoint;
    const { write } = store;
    const path = await begin(endpoint, hand, file);
    Object.assign(store, { write: () => Promise.reject(new Error('the disk is full')) });
    const answer = await piece(endpoint, hand, path, 0, file.sealed);
    Object.assign(store, { write });
    expect(await codeOf(answer)).toBe('internal.error');
    expect(await held(endpoint, hand, [file.hash])).toEqual([]);
    expect((await tus(endpoint, hand, 'HEAD', path)).status).toBe(404);
    expect((await bring(endpoint, hand, file)).status).toBe(204);
    expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
  });
});

describe('what is not what it was said to be', () => {
  it('other bytes under a hash: nothing of them is kept, and the right ones are still taken', async () => {
    const file = fileOf();
    const spoilt = Buffer.from(file.sealed);
    spoilt[100] = (spoilt[100] ?? 0) ^ 1;
    const path = await begin(endpoint, hand, file);
    expect(await codeOf(await piece(endpoint, hand, path, 0, spoilt))).toBe('upload.hashMismatch');
    expect([existsSync(pathOf(file)), incoming()]).toEqual([false, []]);
    expect(await held(endpoint, hand, [file.hash])).toEqual([]);
    expect((await bring(endpoint, hand, file)).status).toBe(204);
  });

  it('a file that is larger than any may be', async () => {
    const headers = begun(hand, fileOf().hash, MAX_FILE_BYTES + 1);
    const answer = await tus(endpoint, hand, 'POST', '/api/files', { headers });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'upload.tooLarge']);
    expect(incoming()).toEqual([]);
  });

  it('more bytes than were announced', async () => {
    const file = fileOf();
    const path = await begin(endpoint, hand, { ...file, size: 1_000 });
    expect(await codeOf(await piece(endpoint, hand, path, 0, file.sealed))).toBe('upload.malformed');
    expect(existsSync(pathOf(file))).toBe(false);
  });

  it('a piece that does not follow what came: the device asks, and goes on from there', async () => {
    const file = fileOf();
    const path = await begin(endpoint, hand, file);
    await piece(endpoint, hand, path, 0, file.sealed.subarray(0, 1_000));
    const answer = await piece(endpoint, hand, path, 900, file.sealed.subarray(900));
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'upload.conflict']);
    const asked = await tus(endpoint, hand, 'HEAD', path);
    expect([asked.status, asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual([
      ...[200, '1000', String(file.size)],
    ]);
  });

  const { hash } = fileOf();
  const said = (more: Record<string, string>) => ({ headers: { ...begun(hand, hash, 100), ...more } });
  it.each([
    ['no hash', () => said({ 'upload-metadata': `device ${Buffer.from(hand.device).toString('base64')}` })],
    ['a hash that is none', () => ({ headers: begun(hand, 'short', 100) })],
    ['another device’s name', () => ({ headers: begun({ ...hand, device: v7() }, hash, 100) })],
    ['no length', () => said({ 'upload-length': '' })],
    ['a length of nothing', () => said({ 'upload-length': '0' })],
    ['another version of tus', () => said({ 'tus-resumable': '0.2.2' })],
    ['no metadata that can be read', () => said({ 'upload-metadata': 'hash ???' })],
    ['a length that comes later', () => said({ 'upload-length': '', 'upload-defer-length': '1' })],
  ])('an upload that is begun with %s', async (_, request) => {
    const answer = await tus(endpoint, hand, 'POST', '/api/files', request());
    expect(await codeOf(answer)).toBe('upload.malformed');
    expect(incoming().filter((name) => !name.endsWith('.json'))).not.toContain(hash);
  });
});

describe('who may bring files', () => {
  it('whoever holds the key of an enrolled device; each request is signed for what it asks', async () => {
    const file = fileOf();
    const stranger = await handAt(endpoint, XIJI, 'clerk');
    const headers = begun(hand, file.hash, file.size);
    const ask = (authorization: string) =>
      tus(endpoint, hand, 'POST', '/api/files', { headers, authorization });
    expect(await codeOf(await ask(''))).toBe('device.signatureInvalid');
    const forged = await uploadHeader({ ...hand, deviceKey: stranger.deviceKey }, 'POST', '/api/files');
    expect(await codeOf(await ask(forged))).toBe('device.signatureInvalid');
    const unknown = await uploadHeader({ ...hand, device: v7() }, 'POST', '/api/files');
    expect(await codeOf(await ask(unknown))).toBe('device.unknown');
    const path = await begin(endpoint, hand, file);
    const elsewhere = await uploadHeader(hand, 'PATCH', await begin(endpoint, hand, file));
    const patched = await piece(endpoint, hand, path, 0, file.sealed, { authorization: elsewhere });
    expect(await codeOf(patched)).toBe('device.signatureInvalid');
    expect(await held(endpoint, hand, [file.hash])).toEqual([]);
  });

  it('another device does not add to an upload that is not its own', async () => {
    const file = fileOf();
    const other = await handAt(endpoint, XIJI, 'clerk');
    const path = await begin(endpoint, hand, file);
    expect(await codeOf(await piece(endpoint, other, path, 0, file.sealed))).toBe('upload.unknown');
    expect((await tus(endpoint, other, 'HEAD', path)).status).toBe(404);
    expect((await piece(endpoint, hand, path, 0, file.sealed)).status).toBe(204);
  });

  it('what was signed long ago, or far ahead, is told the endpoint’s time', async () => {
    const file = fileOf();
    const headers = begun(hand, file.hash, file.size);
    for (const away of [-UPLOAD_WINDOW_MS - 60_000, UPLOAD_WINDOW_MS + 60_000]) {
      const at = new Date(Date.now() + away).toISOString();
      const answer = await tus(endpoint, hand, 'POST', '/api/files', { headers, at });
      const problem = (await answer.json()) as { code: string; facts: { now: string } };
      expect([answer.status, problem.code]).toEqual([401, 'upload.clock']);
      expect(Math.abs(Date.parse(problem.facts.now) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('a device that is revoked, or told to wipe itself: its queue goes to quarantine, and so do its files', async () => {
    const admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin']));
    for (const change of [{ revoked: true }, { wipe: true }]) {
      const lost = await handAt(endpoint, XIJI, 'clerk');
      const changed = await call(endpoint, `/api/devices/${lost.device}`, {
        ...{ method: 'PATCH', cookie: admin, body: { ...change, reason: '遗失' } },
      });
      expect(changed.status).toBe(200);
      const file = fileOf();
      expect((await bring(endpoint, lost, file)).status).toBe(204);
      expect(await held(endpoint, lost, [file.hash])).toEqual([file.hash]);
    }
  });
});
