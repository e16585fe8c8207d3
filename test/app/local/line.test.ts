import { expect, it } from 'vitest';
import { databaseAt } from '../../../src/app/local/database.ts';
import { createLine } from '../../../src/app/local/line.ts';
import type { Reply } from '../../../src/app/local/ports.ts';
import { createStoreWatch } from '../../../src/app/local/storeWatch.ts';
import { Hall } from '../../support/hall.ts';

const ANSWER: Reply<null> = { kind: 'answer', value: null };

it('an answer that was already on its way does not say that a lost line is there; a later one does', async () => {
  const ports = new Hall().profile().ports();
  const db = databaseAt(ports.store);
  const line = createLine(ports, db, createStoreWatch());
  let arrive: (reply: Reply<null>) => void = () => undefined;
  const asked = line.ask(() => new Promise<Reply<null>>((resolve) => (arrive = resolve)));
  line.lost();
  arrive(ANSWER);
  await asked;
  expect(line.reachable.value).toBe(false);
  expect(line.lastContact.value, 'the district was heard all the same').not.toBeNull();
  await line.ask(async () => ANSWER);
  expect(line.reachable.value).toBe(true);
  db.close();
});
