import { mkdtempSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handAt, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { begin, fileOf, held, piece } from '../../support/files.ts';
import { XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let handles: FileHandle;
beforeEach(async () => {
  endpoint = await startEndpoint();
  const one = await open(join(mkdtempSync(join(tmpdir(), 'jinban-handle-')), 'any'), 'w');
  handles = Object.getPrototypeOf(one) as FileHandle;
  await one.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endpoint.stop();
});

/** Writes down each wait for the disk, and each for the store, in their order. */
function watched(): string[] {
  const steps: string[] = [];
  const { datasync, sync } = handles;
  vi.spyOn(handles, 'datasync').mockImplementation(async function (this: FileHandle) {
    await datasync.call(this);
    steps.push('bytes');
  });
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    await sync.call(this);
    steps.push((await this.stat()).isDirectory() ? 'folder' : 'file');
  });
  const { write } = endpoint.store;
  vi.spyOn(endpoint.store, 'write').mockImplementation(async (work) => {
    const result = await write(work);
    steps.push('store');
    return result;
  });
  return steps;
}

it('a piece is on the disk before its answer; the whole, its name and the word of it before the last', async () => {
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const file = fileOf();
  const path = await begin(endpoint, hand, file);
  const steps = watched();
  await piece(endpoint, hand, path, 0, file.sealed.subarray(0, 1_000));
  expect(steps).toEqual(['bytes']);
  await piece(endpoint, hand, path, 1_000, file.sealed.subarray(1_000));
  expect(steps).toEqual(['bytes', 'file', 'folder', 'folder', 'store']);
});

it('a disk that does not take a piece is no answer that it is safe; what is good is taken when asked again', async () => {
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const file = fileOf();
  const path = await begin(endpoint, hand, file);
  vi.spyOn(handles, 'datasync').mockRejectedValueOnce(new Error('the disk is broken'));
  const first = await piece(endpoint, hand, path, 0, file.sealed.subarray(0, 1_000));
  expect([first.status, first.headers.get('upload-offset')]).toEqual([500, null]);
  vi.spyOn(handles, 'sync').mockRejectedValueOnce(new Error('the disk is broken'));
  const last = await piece(endpoint, hand, path, 1_000, file.sealed.subarray(1_000));
  expect(last.status).toBe(500);
  expect(await held(endpoint, hand, [file.hash])).toEqual([]);
  // It is complete: the question finishes it.
  expect((await piece(endpoint, hand, path, file.size, Buffer.alloc(0))).status).toBe(404);
  expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
});
