import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { itemStatusOn } from '../../../src/domain/item.ts';
import { type CatalogueAnswer, mergeCatalogue } from '../../../src/protocol/catalogue.ts';
import { CatalogueAnswer as Answer } from '../../../src/protocol/catalogueAnswer.ts';
import {
  addPerson,
  call,
  handAt,
  send,
  signIn,
  startEndpoint,
  type TestEndpoint,
} from '../../support/endpoint.ts';
import { accept, DISTRICT, receive, streamOf, XIJI } from '../../support/intake.ts';

let endpoint: TestEndpoint;
let editor: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  editor = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['editor']));
});
afterAll(() => endpoint.stop());

const suspend = { state: 'suspended', from: '2026-11-01', basis: '区审批局通知' };
const publish = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  call(endpoint, `/api/items/${id}/status`, { body, cookie: editor, headers });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

it('anybody reads the catalogue; what is unchanged is not sent again', async () => {
  const whole = await call(endpoint, '/api/catalogue');
  const answer = v.parse(Answer, await whole.json()) as unknown as CatalogueAnswer;
  expect(answer).toMatchObject({ version: 1, since: null });
  expect(answer.items).toHaveLength(13);
  const etag = whole.headers.get('etag') ?? '';
  const again = await call(endpoint, '/api/catalogue?since=1', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

it('an editor suspends an item: a new version, of which only the change is sent', async () => {
  const hand = await handAt(endpoint, XIJI, 'clerk');
  const received = await receive(hand, endpoint.now());
  const before = (await (await call(endpoint, '/api/catalogue')).json()) as CatalogueAnswer;
  const published = await publish('10', suspend);
  expect([published.status, await published.json()]).toEqual([201, { version: 2 }]);
  const since = (await (await call(endpoint, '/api/catalogue?since=1')).json()) as CatalogueAnswer;
  expect(since).toMatchObject({ version: 2, since: 1, calendar: null, offices: [], guides: [] });
  expect(since.items.map((item) => item.id)).toEqual(['10']);
  const merged = mergeCatalogue(mergeCatalogue(null, before) ?? null, since);
  const item = merged?.items.find((one) => one.id === '10');
  expect(item && itemStatusOn(item, '2026-11-24').state).toBe('suspended');
  // A device that has not heard of it hands over a receipt: recorded, and flagged.
  await send(endpoint, hand, [received]);
  const found = await endpoint.store.read.caseIn(streamOf(received), ['all']);
  expect(JSON.parse(found?.state ?? '').flags).toMatchObject([{ code: 'item.notInForce' }]);
  expect(await send(endpoint, hand, [await accept(hand, received, endpoint.now())])).toMatchObject([
    { outcome: 'recorded' },
  ]);
});

it('a version that is not known is answered with everything', async () => {
  const answer = (await (await call(endpoint, '/api/catalogue?since=77')).json()) as CatalogueAnswer;
  expect(answer.since).toBeNull();
  expect((await call(endpoint, '/api/catalogue?since=x')).status).toBe(400);
});

it('what does not pass the lint, or was made over an older version, is not published', async () => {
  const { etag, catalogue } = endpoint.context.published.current();
  const other = await publish('10', suspend, { 'if-match': 'W/"1-older"' });
  expect([other.status, await codeOf(other)]).toEqual([409, 'catalogue.conflict']);
  expect(await codeOf(await publish('99', suspend))).toBe('item.unknown');
  expect(await codeOf(await publish('10', { ...suspend, from: '2026-02-30' }))).toBe('request.malformed');
  expect(endpoint.context.published.current().catalogue).toBe(catalogue);
  const good = await publish(
    '10',
    { ...suspend, state: 'in_force', from: '2026-12-01' },
    { 'if-match': etag },
  );
  expect(good.status).toBe(201);
});

it('only an editor publishes', async () => {
  const cookie = await signIn(endpoint, await addPerson(endpoint, DISTRICT, ['admin', 'supervisor']));
  expect((await call(endpoint, '/api/items/10/status', { body: suspend, cookie })).status).toBe(403);
  expect((await call(endpoint, '/api/items/10/status', { body: suspend })).status).toBe(401);
});

it('what was published is there after a restart', async () => {
  const { dataDir } = endpoint;
  const { version } = endpoint.context.published.current().catalogue;
  await endpoint.stop();
  endpoint = await startEndpoint({ dataDir });
  expect(endpoint.context.published.current().catalogue.version).toBe(version);
});
