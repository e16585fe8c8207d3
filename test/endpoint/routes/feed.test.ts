import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerify } from '../../../src/endpoint/verify.ts';
import { FeedPage } from '../../../src/protocol/feed.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import {
  accept,
  DISTRICT,
  numberIn,
  receive,
  SANGCUN,
  streamOf,
  withdraw,
  XIJI,
} from '../../support/intake.ts';
import { signedCommand, type TestHand } from '../../support/signing.ts';

/** The department of item 10. */
const REVIEW = '370406-xzsp';

let endpoint: TestEndpoint;
let supervisor: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  supervisor = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['supervisor']));
});
afterAll(() => endpoint.stop());

async function feed(scope: string, after: number, cookie: string) {
  const answer = await call(endpoint, `/api/feed?scope=${scope}&after=${after}`, { cookie });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return v.parse(FeedPage, await answer.json());
}

describe('the feed of an office', () => {
  it('has one row for each case: its last position, state and chain head', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const at = endpoint.now();
    const received = await receive(hand, at);
    await send(endpoint, hand, [received]);
    const before = await feed(XIJI, 0, supervisor);
    await send(endpoint, hand, [await accept(hand, received, at)]);
    const after = await feed(XIJI, before.next, supervisor);
    expect(after.rows).toMatchObject([{ id: streamOf(received), version: 2, gone: false }]);
    expect(after.rows[0]?.state).toMatchObject({ status: 'accepted', version: 2 });
    const events = await endpoint.store.read.events(streamOf(received));
    expect(after.rows[0]?.head).toBe(events.at(-1)?.hash);
    expect((await feed(XIJI, after.next, supervisor)).rows).toEqual([]);
  });

  it('goes on telling a department that has had the paper and given it back', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const officer = await handAt(endpoint, REVIEW, 'officer');
    const at = endpoint.now();
    const received = await receive(hand, at);
    const [stream, list] = [streamOf(received), v7()];
    const moved = (by: TestHand, type: string, to?: string) =>
      signedCommand(by, { type, stream, at, payload: { catalogue: 1, list, ...(to ? { to } : {}) } });
    await send(endpoint, hand, [received, await moved(hand, 'dispatchPapers', REVIEW)]);
    await send(endpoint, officer, [
      await moved(officer, 'signForPapers'),
      await moved(officer, 'dispatchPapers', XIJI),
    ]);
    await send(endpoint, hand, [await moved(hand, 'signForPapers')]);
    const back = (await feed(REVIEW, 0, supervisor)).rows.find((row) => row.id === stream);
    expect(back).toMatchObject({ gone: false, state: { custody: { at: XIJI, past: [XIJI, REVIEW] } } });
    await send(endpoint, hand, [await withdraw(hand, stream, at)]);
    const later = (await feed(REVIEW, back?.position ?? 0, supervisor)).rows;
    expect(later).toMatchObject([{ id: stream, gone: false, state: { status: 'withdrawn' } }]);
  });

  it('is read by those who work there, and by those who oversee; by nobody else', async () => {
    const clerk = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['clerk']));
    const admin = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin', 'editor']));
    const ask = (scope: string, cookie?: string) =>
      call(endpoint, `/api/feed?scope=${scope}`, cookie === undefined ? {} : { cookie });
    expect((await ask(SANGCUN, clerk)).status).toBe(200);
    expect((await ask(XIJI, supervisor)).status).toBe(200);
    for (const answer of [await ask(XIJI, clerk), await ask('all', clerk), await ask(DISTRICT, admin)])
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        403,
        'feed.scopeForbidden',
      ]);
    expect((await ask(XIJI)).status).toBe(401);
    expect((await ask('nonsense', clerk)).status).toBe(400);
  });

  it('loses nothing and repeats nothing to a reader who reads while others write', async () => {
    const hands = await Promise.all(Array.from({ length: 8 }, () => handAt(endpoint, SANGCUN, 'clerk')));
    const start = (await feed('all', 0, supervisor)).next;
    const seen = new Map<string, number>();
    let writing = true;
    const reading = (async () => {
      for (let after = start, last = false; ; ) {
        last = !writing;
        const page = await feed('all', after, supervisor);
        for (const row of page.rows) {
          expect(row.position).toBeGreaterThan(after);
          seen.set(row.id, row.version);
        }
        after = page.next;
        if (last && page.rows.length === 0) return;
      }
    })();
    const at = endpoint.now();
    const streams = await Promise.all(
      hands.map(async (hand) => {
        const made: string[] = [];
        for (let round = 0; round < 5; round += 1) {
          const received = await receive(hand, at);
          await send(endpoint, hand, [received]);
          await send(endpoint, hand, [await accept(hand, received, at)]);
          made.push(streamOf(received));
        }
        return made;
      }),
    );
    writing = false;
    await reading;
    expect([...seen.keys()].sort()).toEqual(streams.flat().sort());
    expect(new Set(seen.values()).size).toBeLessThanOrEqual(2);
  });
});

describe('the epoch of a store', () => {
  it('stands in every page, and changes when the store was put back', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'jinban-test-'));
    const epochOf = async () => {
      const own = await startEndpoint({ dataDir });
      const cookie = await signIn(own, await addPerson(own, XIJI, ['clerk']));
      const answer = await call(own, `/api/feed?scope=${XIJI}`, { cookie });
      const { epoch } = v.parse(FeedPage, await answer.json());
      await own.stop();
      return epoch;
    };
    const first = await epochOf();
    expect(await epochOf()).toBe(first);
    expect(await runVerify([dataDir])).toBe(0);
    expect(await epochOf()).toBe(first);
    expect(await runVerify([dataDir, '--restored'])).toBe(0);
    expect(await epochOf()).not.toBe(first);
    expect(await runVerify([dataDir, '--nonsense'])).toBe(2);
  });

  it('a place that was never given here is told to begin anew', async () => {
    const { next } = await feed('all', 0, supervisor);
    expect(await feed('all', next + 1_000, supervisor)).toMatchObject({ rows: [], next: 0, more: true });
  });
});

describe('the live line', () => {
  it('says that there is more, and nothing else', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const answer = await call(endpoint, `/api/feed/live?scope=${XIJI}`, { cookie: supervisor });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const received = await receive(hand, endpoint.now());
    await send(endpoint, hand, [received]);
    const { value } = (await reader?.read()) ?? {};
    expect(value).toBe('event: more\ndata:\n\n');
    await reader?.cancel();
  });

  it('is not for those who may not read', async () => {
    expect((await call(endpoint, `/api/feed/live?scope=${XIJI}`)).status).toBe(401);
  });
});

describe('search for staff', () => {
  it('finds cases by number, item, status and hall within what the person may see', async () => {
    const hand = await handAt(endpoint, XIJI, 'clerk');
    const at = endpoint.now();
    const received = await receive(hand, at);
    await send(endpoint, hand, [received]);
    const number = numberIn(received);
    const neighbour = await signIn(endpoint, await addPerson(endpoint, SANGCUN, ['clerk']));
    const find = async (query: string, cookie = supervisor) =>
      (await (await call(endpoint, `/api/cases?${query}`, { cookie })).json()) as { rows: { id: string }[] };
    const id = streamOf(received);
    expect((await find(`number=${number.toLowerCase()}`)).rows).toMatchObject([{ id }]);
    expect(
      (await find(`number=${number.slice(0, 20)}&hall=${XIJI}&item=10&status=received`)).rows.map(
        (one) => one.id,
      ),
    ).toContain(id);
    expect((await find(`number=${number}&status=accepted`)).rows).toEqual([]);
    expect((await find(`number=${number}`, neighbour)).rows).toEqual([]);
    const one = await call(endpoint, `/api/cases/${id}`, { cookie: supervisor });
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(await one.json()).toMatchObject({
      state: { id, number },
      history: [{ version: 1, type: 'received', by: '测试人员', office: XIJI, at }],
    });
    expect((await call(endpoint, `/api/cases/${id}`, { cookie: neighbour })).status).toBe(404);
  });

  it('comes in pages, newest first', async () => {
    const hand = await handAt(endpoint, DISTRICT, 'clerk');
    const at = endpoint.now();
    const many = await Promise.all(Array.from({ length: 60 }, () => receive(hand, at)));
    await send(endpoint, hand, many);
    const page = async (before: string) =>
      (await (
        await call(endpoint, `/api/cases?hall=${DISTRICT}${before}`, { cookie: supervisor })
      ).json()) as {
        rows: { id: string }[];
        next: string | null;
      };
    const first = await page('');
    const second = await page(`&before=${first.next}`);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect(ids).toEqual([...new Set(many.map(streamOf))].sort().reverse());
  });
});
