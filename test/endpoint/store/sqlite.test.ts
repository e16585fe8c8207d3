import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { openSqlite } from '../../../src/endpoint/store/sqlite.ts';
import { temporaryFile } from '../../support/recording.ts';
import { describeStore } from './contract.ts';

describeStore('SQLite in a real file', async () => {
  const file = temporaryFile();
  const store = await openSqlite(file);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openSqlite(file);
    },
  };
});

it('keeps its file in WAL mode, so that readers and the writer do not wait for each other', async () => {
  const file = temporaryFile();
  const store = await openSqlite(file);
  const other = new DatabaseSync(file);
  expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  other.close();
  await store.close();
});
