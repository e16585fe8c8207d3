import { v7 } from 'uuid';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import type { OfficeId } from '../../../src/domain/office.ts';
import { FeedPage } from '../../../src/protocol/feed.ts';
import { codeOf } from '../../support/codes.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { askHeld, bring, fileOf, held, receiveWith, sealedFile, type TestFile } from '../../support/files.ts';
import { DISTRICT, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { authorise, type TestHand } from '../../support/signing.ts';

let endpoint: TestEndpoint;
let hand: TestHand;
let clerk: string;
const personAt = async (office: OfficeId, ...roles: Parameters<typeof addPerson>[2]): Promise<string> =>
  signIn(endpoint, await addPerson(endpoint, office, roles));
beforeAll(async () => {
  endpoint = await startEndpoint();
  hand = await handAt(endpoint, XIJI, 'clerk');
  clerk = await personAt(XIJI, 'clerk');
});
afterAll(() => endpoint.stop());

/** A case at the hand's hall that names these files. */
async function caseWith(files: readonly TestFile[], by = hand): Promise<string> {
  const received = await receiveWith(by, endpoint.now(), files);
  expect(await send(endpoint, by, [received])).toMatchObject([{ outcome: 'recorded' }]);
  return streamOf(received);
}

async function feedAfter(after: number, scope = XIJI): Promise<FeedPage> {
  const answer = await call(endpoint, `/api/feed?scope=${scope}&after=${after}`, { cookie: clerk });
  return v.parse(FeedPage, await answer.json()) as FeedPage;
}

const look = (hash: string, cookie = clerk): Promise<Response> =>
  call(endpoint, `/api/files/${hash}`, { cookie });

async function found(id: string): Promise<{ state: Case; awaiting: string[]; faulty: string[] }> {
  const answer = await call(endpoint, `/api/cases/${id}`, { cookie: clerk });
  return (await answer.json()) as { state: Case; awaiting: string[]; faulty: string[] };
}

describe('a case and its files come by different ways', () => {
  it('the command first: the case waits for its files, and moves in its feeds with each that arrives', async () => {
    const files = [fileOf(), fileOf('image/png')];
    const [one, two] = files as [TestFile, TestFile];
    const id = await caseWith(files);
    const before = await feedAfter(0);
    const waiting = before.rows.find((row) => row.id === id);
    expect(new Set(waiting?.awaiting)).toEqual(new Set([one.hash, two.hash]));
    expect(waiting?.state?.files?.map((file) => file.hash)).toEqual([one.hash, two.hash]);
    expect(new Set((await found(id)).awaiting)).toEqual(new Set([one.hash, two.hash]));

    const heard: string[] = [];
    const deaf = [XIJI, 'all', SANGCUN].map((scope) =>
      endpoint.context.announcer.listen(scope, () => heard.push(scope)),
    );
    await bring(endpoint, hand, one);
    const moved = await feedAfter(before.next);
    expect(moved.rows).toMatchObject([{ id, version: 1, awaiting: [two.hash] }]);
    expect(heard.sort()).toEqual([XIJI, 'all'].sort());

    await bring(endpoint, hand, two);
    const [last, ...more] = (await feedAfter(moved.next)).rows;
    expect([last?.id, last && 'awaiting' in last, more]).toEqual([id, false, []]);
    expect(await found(id)).toMatchObject({ awaiting: [], faulty: [] });
    for (const stop of deaf) stop();
  });

  it('the file first: the case waits for nothing, and one that comes again moves nothing', async () => {
    const file = fileOf();
    await bring(endpoint, hand, file);
    const { next } = await feedAfter(0);
    const id = await caseWith([file]);
    const { rows, next: end } = await feedAfter(next);
    expect(rows.map((row) => [row.id, 'awaiting' in row])).toEqual([[id, false]]);
    await bring(endpoint, hand, file);
    expect((await feedAfter(end)).rows).toEqual([]);
  });

  it('two cases that name one file both hear of it', async () => {
    const file = fileOf();
    const ids = [await caseWith([file]), await caseWith([file])];
    const { next } = await feedAfter(0);
    await bring(endpoint, hand, file);
    expect((await feedAfter(next)).rows.map((row) => row.id).sort()).toEqual(ids.sort());
  });
});

describe('what a revoked device brings', () => {
  it('waits with its command, and belongs to the case once a supervisor releases it', async () => {
    const lost = await handAt(endpoint, XIJI, 'clerk');
    const file = fileOf();
    const received = await receiveWith(lost, endpoint.now(), [file]);
    await endpoint.store.write((tx) => tx.revokeDevice(lost.device, endpoint.now()));
    expect(await send(endpoint, lost, [received])).toMatchObject([{ outcome: 'quarantined' }]);
    expect((await bring(endpoint, lost, file)).status).toBe(204);
    expect(await codeOf(await look(file.hash))).toBe('file.unknown');
    const supervisor = await personAt(DISTRICT, 'supervisor');
    const ruling = { ruling: 'release', reason: '核实' };
    const ruled = await call(endpoint, `/api/quarantine/${received.id}`, {
      cookie: supervisor,
      body: ruling,
    });
    expect(await ruled.json()).toMatchObject({ outcome: 'recorded' });
    await endpoint.context.inspector.idle();
    expect(await found(streamOf(received))).toMatchObject({ awaiting: [], faulty: [] });
    expect((await look(file.hash)).status).toBe(200);
  });
});

describe('looking at a file', () => {
  it('gives its content to whoever may read the case, in a form in which it can do nothing', async () => {
    const file = fileOf('application/pdf');
    await caseWith([file]);
    await bring(endpoint, hand, file);
    const answer = await look(file.hash);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  it('is for those alone in whose feeds a case stands that names it', async () => {
    const file = fileOf();
    await caseWith([file]);
    await bring(endpoint, hand, file);
    const [neighbour, admin] = [await personAt(SANGCUN, 'clerk'), await personAt(DISTRICT, 'admin')];
    for (const cookie of [neighbour, admin])
      expect(await codeOf(await look(file.hash, cookie))).toBe('file.unknown');
    expect(await codeOf(await call(endpoint, `/api/files/${file.hash}`))).toBe('session.required');
    for (const cookie of [await personAt(XIJI, 'leader'), await personAt(DISTRICT, 'supervisor')])
      expect((await look(file.hash, cookie)).status).toBe(200);
  });

  it('who names a stranger’s file without its key reads nothing of it', async () => {
    const file = fileOf();
    await caseWith([file]);
    await bring(endpoint, hand, file);
    const neighbour = await handAt(endpoint, SANGCUN, 'clerk');
    await caseWith([{ ...file, key: fileOf().key }], neighbour);
    await endpoint.context.inspector.idle();
    expect(await codeOf(await look(file.hash, await personAt(SANGCUN, 'clerk')))).toBe('file.unreadable');
    expect((await look(file.hash)).status).toBe(200);
  });

  it('says when it is on its way, and when nobody has named it', async () => {
    const file = fileOf();
    await caseWith([file]);
    expect(await codeOf(await look(file.hash))).toBe('file.onTheWay');
    const unnamed = fileOf();
    await bring(endpoint, hand, unnamed);
    for (const name of [unnamed.hash, fileOf().hash, 'none', v7()])
      expect(await codeOf(await look(name))).toBe('file.unknown');
  });
});

describe('content that is not what it was named to be', () => {
  it.each([
    ['of another type', () => fileOf('image/jpeg', 4_000, 'image/png')],
    ['that is a page with a script', () => sealedFile(Buffer.from('<script>alert(1)</script>'), 'image/png')],
    ['under another key', () => ({ ...fileOf(), key: fileOf().key })],
    ['of another size', () => ({ ...fileOf(), size: 7 })],
  ])('%s: it shows with the case, stays where it is, and is shown to nobody', async (_, make) => {
    const file = make();
    for (const order of ['command first', 'file first']) {
      const whole = { ...file, size: file.sealed.length };
      if (order === 'file first') await bring(endpoint, hand, whole);
      const id = await caseWith([file]);
      if (order === 'command first') await bring(endpoint, hand, whole);
      await endpoint.context.inspector.idle();
      expect(await found(id)).toMatchObject({ awaiting: [], faulty: [file.hash] });
      expect(await codeOf(await look(file.hash))).toBe('file.unreadable');
      expect(await held(endpoint, hand, [file.hash])).toEqual([file.hash]);
    }
  });

  it('each type that may be named is known', async () => {
    const files = [fileOf('image/jpeg'), fileOf('image/png'), fileOf('application/pdf')];
    const id = await caseWith(files);
    for (const file of files) await bring(endpoint, hand, file);
    await endpoint.context.inspector.idle();
    expect((await found(id)).faulty).toEqual([]);
    expect(await endpoint.store.read.unchecked({ stream: '', hash: '' }, 10)).toEqual([]);
  });
});

describe('asking what is held', () => {
  it('is signed by the device over what it asks', async () => {
    const asked = { device: hand.device, hashes: [fileOf().hash] };
    const other = await handAt(endpoint, XIJI, 'clerk');
    expect(await codeOf(await askHeld(endpoint, hand, asked))).toBe(200);
    expect(await codeOf(await askHeld(endpoint, other, asked))).toBe('device.signatureInvalid');
    expect(await codeOf(await askHeld(endpoint, { ...hand, device: v7() }, asked))).toBe('device.unknown');
    const authorization = await authorise(hand, JSON.stringify(asked), endpoint.now());
    const body = JSON.stringify({ ...asked, hashes: [fileOf().hash] });
    const changed = await call(endpoint, '/api/files/held', { body, headers: { authorization } });
    expect(await codeOf(changed)).toBe('device.signatureInvalid');
  });

  it('names one to a hundred hashes', async () => {
    for (const hashes of [[], Array(101).fill(fileOf().hash), ['short']])
      expect(await codeOf(await askHeld(endpoint, hand, { device: hand.device, hashes }))).toBe(
        'request.malformed',
      );
    const many = Array.from({ length: 100 }, () => fileOf('image/png', 40).hash);
    expect(await held(endpoint, hand, many)).toEqual([]);
  });
});
