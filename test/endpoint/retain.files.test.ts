import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runRetain } from '../../src/endpoint/retain.ts';
import { codeOf } from '../support/codes.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../support/endpoint.ts';
import {
  bring,
  caseFiles,
  fileOf,
  held,
  naming,
  receiveWith,
  sha256Of,
  type TestFile,
} from '../support/files.ts';
import { receive, receivePayload, streamOf, withdraw, XIJI } from '../support/intake.ts';
import { rowsOf } from '../support/rows.ts';
import type { TestHand } from '../support/signing.ts';

let endpoint: TestEndpoint;
let hand: TestHand;
let clerk: string;
beforeEach(async () => {
  endpoint = await startEndpoint();
  hand = await handAt(endpoint, XIJI, 'clerk');
  clerk = await signIn(endpoint, await addPerson(endpoint, XIJI, ['clerk']));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endpoint.stop();
});

const stands = ({ hash }: TestFile): boolean =>
  existsSync(join(endpoint.dataDir, 'files', hash.slice(0, 2), hash));
const database = () => rowsOf(join(endpoint.dataDir, 'jinban.sqlite'));

/** The rule of retention, as its program carries it out beside a running endpoint. */
async function forgetAll(): Promise<string> {
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  expect(await runRetain([endpoint.dataDir, '--ended-before', later])).toBe(0);
  return String(vi.mocked(console.log).mock.lastCall?.[0]);
}

async function ended(files: readonly TestFile[]): Promise<string> {
  const received = await receiveWith(hand, endpoint.now(), files);
  const back = await withdraw(hand, streamOf(received), endpoint.now(), { after: received.id });
  const outcomes = await send(endpoint, hand, [received, back]);
  expect(outcomes.map((one) => one.outcome)).toEqual(['recorded', 'recorded']);
  return streamOf(received);
}

describe('the rule of retention', () => {
  it('destroys the files of ended cases with their keys; those that an open case names stay', async () => {
    const [theirs, shared, open] = [fileOf(), fileOf(), fileOf()];
    const stream = await ended([theirs, shared]);
    await send(endpoint, hand, [await receiveWith(hand, endpoint.now(), [shared, open])]);
    for (const file of [theirs, shared, open]) await bring(endpoint, hand, file);
    expect(await forgetAll()).toContain('1 files of theirs are removed');
    expect([theirs, shared, open].map(stands)).toEqual([false, true, true]);
    const rows = database();
    expect(JSON.stringify(rows)).not.toContain(theirs.key);
    expect((rows.file_of ?? []).filter((row) => row.stream === stream)).toMatchObject([
      ...[{ key: null }, { key: null }],
    ]);
    expect(await held(endpoint, hand, [theirs.hash, shared.hash])).toEqual([shared.hash]);
    const look = (file: TestFile) => call(endpoint, `/api/files/${file.hash}`, { cookie: clerk });
    expect(await codeOf(await look(theirs))).toBe('file.gone');
    expect((await look(shared)).status).toBe(200);
  });

  it('reaches files of papers that never became a case', async () => {
    const file = fileOf();
    const paper = Object.keys(receivePayload(hand, endpoint.now()).marks)[0] ?? '';
    const payload = { number: '370406103-20261123-K7-0007-4QXM-R', files: caseFiles([file], paper) };
    const refused = await receive(hand, endpoint.now(), { ...naming([file]), payload });
    expect(await send(endpoint, hand, [refused])).toMatchObject([{ outcome: 'refused' }]);
    await bring(endpoint, hand, file);
    await forgetAll();
    expect(stands(file)).toBe(false);
    expect(JSON.stringify(database())).not.toContain(file.key);
  });

  it('never what no command has named yet, since that may be on its way', async () => {
    const file = fileOf();
    await bring(endpoint, hand, file);
    expect(await forgetAll()).toContain('0 files');
    expect(stands(file)).toBe(true);
  });

  it('removes again what a device brings after its case was forgotten, and nobody waits for it', async () => {
    const file = fileOf();
    await ended([file]);
    await forgetAll();
    const before = await endpoint.store.read.feedEnd();
    await bring(endpoint, hand, file);
    expect(await endpoint.store.read.feedEnd()).toBe(before);
    expect([stands(file), sha256Of(file.sealed)]).toEqual([true, file.hash]);
    expect(await forgetAll()).toContain('1 files');
    expect([stands(file), database().file]).toEqual([false, []]);
  });
});
