import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizenPagesWith } from '../../src/app/citizen/pages.ts';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { createPasswords } from '../../src/endpoint/access/passwords.ts';
import { openDiskShelf } from '../../src/endpoint/files/diskShelf.ts';
import { buildServer, type Server } from '../../src/endpoint/server.ts';
import { openSqlite } from '../../src/endpoint/store/sqlite.ts';
import type { Store } from '../../src/endpoint/store/store.ts';
import { Problem } from '../../src/protocol/resources.ts';
import { testEdges } from '../support/edges.ts';
import { temporaryFile } from '../support/recording.ts';

let server: Server;
let store: Store;
const lines: string[] = [];

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'jinban-assets-'));
  const assets = { desk: join(root, 'desk'), citizen: join(root, 'citizen') };
  for (const folder of Object.values(assets)) mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(assets.desk, 'index.html'), '<!doctype html>desk');
  writeFileSync(join(assets.desk, 'sw.js'), '// worker');
  writeFileSync(join(assets.desk, 'assets/desk-1a2b.js'), '// desk');
  writeFileSync(join(assets.citizen, 'favicon.svg'), '<svg/>');
  writeFileSync(join(assets.citizen, 'assets/progress-1a2b.js'), '// progress');
  store = await openSqlite(temporaryFile());
  server = await buildServer({
    ...testEdges(() => Date.now()),
    ...{ store, seed: seedCatalogue, lint: () => [], assets, version: '1.2.3', secure: true },
    citizen: citizenPagesWith({ plain: [], search: [], guide: [], progress: [] }),
    shelf: await openDiskShelf(join(root, 'files')),
    publicUrl: () => 'https://jinban.example',
    passwords: await createPasswords(),
    log: pino({ level: 'warn' }, { write: (line) => lines.push(line) }),
  });
});
afterAll(async () => {
  await server.app.close();
  await store.close();
});

const get = (url: string, headers = {}) => server.app.inject({ url, headers });

describe('every refusal is problem details', () => {
  it.each([
    ['GET', '/api/nothing', undefined, 404, 'route.notFound'],
    ['GET', '/desk/assets/gone.js', undefined, 404, 'route.notFound'],
    ['PUT', '/api/session', undefined, 404, 'route.notFound'],
    ['GET', '/%zz', undefined, 404, 'route.notFound'],
    ['GET', '/api/feed?scope=all', undefined, 401, 'session.required'],
    ['POST', '/api/session', '{', 400, 'body.notJson'],
    ['POST', '/api/session', '', 400, 'request.malformed'],
    ['POST', '/api/session', '{"username":7}', 400, 'request.malformed'],
    ['POST', '/api/session', `"${'x'.repeat(1_100_000)}"`, 413, 'body.tooLarge'],
    ['POST', '/api/commands', '{}', 401, 'device.signatureInvalid'],
    ['POST', '/api/progress', '{"number":"1","code":"2"}', 422, 'progress.numberWrong'],
  ] as const)('%s %s', async (method, url, body, status, code) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await server.app.inject({ method, url, headers, ...(body === undefined ? {} : { body }) });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(v.parse(Problem, answer.json())).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
  });

  it('what nobody expected says that nothing was lost, and its details stay in the log', async () => {
    const { persons } = store.read;
    Object.assign(store.read, { personByUsername: () => Promise.reject(new Error('secret detail')) });
    const body = { username: 'x', password: 'y' };
    const answer = await server.app.inject({ method: 'POST', url: '/api/session', body });
    Object.assign(store.read, { persons });
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal.error' });
    expect(answer.body).not.toContain('secret detail');
    expect(lines.join('')).toContain('secret detail');
  });
});

describe('the staff app', () => {
  it('opens at its own address and at every address below it', async () => {
    for (const url of ['/desk/', '/desk/cases/123', '/desk/index.html']) {
      const page = await get(url);
      expect([url, page.statusCode, page.body]).toEqual([url, 200, '<!doctype html>desk']);
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    expect((await get('/desk')).headers.location).toBe('/desk/');
  });

  it('alone may ask a service on the computer that it runs on, and only by the number of its loopback', async () => {
    const connects = async (url: string) =>
      /connect-src ([^;]*)/.exec(String((await get(url)).headers['content-security-policy']))?.[1];
    for (const url of ['/desk/', '/desk/intake/1', '/desk/index.html'])
      expect(await connects(url), url).toBe("'self' http://127.0.0.1:*");
    for (const url of ['/', '/progress', '/deskless', '/api/health'])
      expect(await connects(url), url).not.toContain('127.0.0.1');
  });

  it('hashed files are kept for ever, the worker never', async () => {
    for (const url of ['/desk/assets/desk-1a2b.js', '/assets/progress-1a2b.js'])
      expect((await get(url)).headers['cache-control']).toContain('immutable');
    for (const url of ['/desk/sw.js', '/favicon.svg'])
      expect((await get(url)).headers['cache-control']).toBe('no-cache');
  });
});

describe('the endpoint about itself', () => {
  it('says whether it lives, with store and version', async () => {
    expect((await get('/api/health')).json()).toMatchObject({
      ...{ status: 'ok', store: 'sqlite', version: '1.2.3', catalogue: 1 },
    });
  });

  it('counts without names', async () => {
    const metrics = (await get('/metrics')).body;
    expect(metrics).toContain('jinban_problems_total{code="route.notFound"}');
  });

  it('over https every answer asks for https', async () => {
    expect((await get('/')).headers['strict-transport-security']).toContain('max-age=31536000');
  });
});
