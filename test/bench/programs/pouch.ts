/**
 * The peer's server: PouchDB behind express, with LevelDB in a folder (a district's server keeps what it is given, as
 * ours does), and a page with PouchDB's own build for browsers. The packages bring no types.
 */
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../support/root.ts';

interface Express {
  (): App;
  static(path: string): unknown;
}

interface App {
  get(path: string, answer: (request: unknown, response: { send(text: string): void }) => void): void;
  use(path: string, handler: unknown): void;
  listen(port: number, host: string, done: () => void): Server;
}

interface PouchFactory {
  new (name: string): { info(): Promise<{ doc_count: number }> };
  defaults(options: { prefix: string }): PouchFactory;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>PouchDB</title><link rel="icon" href="data:,">
<script src="/pouchdb.min.js"></script>`;

/** Says its port; told anything, says how many documents it has. */
export async function run(): Promise<void> {
  const load = createRequire(join(ROOT, 'package.json'));
  const express: Express = load('express');
  const PouchDB: PouchFactory = load('pouchdb');
  const expressPouch = load('express-pouchdb') as (pouch: PouchFactory, options: object) => unknown;
  const Stored = PouchDB.defaults({ prefix: `${process.env.FOLDER}/` });
  const cases = new Stored('cases');
  const app = express();
  app.get('/', (_request, response) => response.send(PAGE));
  app.use('/pouchdb.min.js', express.static(join(ROOT, 'node_modules/pouchdb/dist/pouchdb.min.js')));
  app.use('/db', expressPouch(Stored, { mode: 'minimumForPouchDB' }));
  await cases.info();
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, 'localhost', () => resolve(listening));
  });
  process.on(
    'message',
    () => void cases.info().then((info) => process.send?.({ documents: info.doc_count })),
  );
  process.send?.({ port: (server.address() as AddressInfo).port });
}
