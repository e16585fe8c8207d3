import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call, enrolDevice, post, send, signIn, type TestPerson } from '../support/endpoint.ts';
import { startChild } from '../support/endpointChild.ts';
import { accept, receive, XIJI } from '../support/intake.ts';

it('an endpoint killed between commit and answer has recorded once, and says so when asked again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinban-killed-'));
  const first = await startChild({ dataDir, demoStaff: true });
  const staff = first.staff.find((one) => one.username === 'xiji.clerk');
  if (!staff) throw new Error('no clerk');
  const cookie = await signIn(first, staff);
  const { person } = (await (await call(first, '/api/session', { cookie })).json()) as {
    person: { id: string };
  };
  const clerk: TestPerson = { ...staff, id: person.id };
  const hand = await enrolDevice(first, clerk, XIJI);
  await first.kill();

  const silent = await startChild({ dataDir, silentAfterCommit: true });
  const at = new Date().toISOString();
  const received = await receive(hand, at);
  const accepted = await accept(hand, received, at);
  const unanswered = post(silent, hand, [received, accepted]).catch((error: Error) => error);
  await silent.committed;
  await silent.kill();
  expect(await unanswered).toBeInstanceOf(Error);

  const again = await startChild({ dataDir });
  const outcomes = await send(again, hand, [received, accepted]);
  expect(outcomes.map(({ outcome, first: told, version }) => ({ outcome, told, version }))).toEqual([
    { outcome: 'duplicate', told: 'recorded', version: 1 },
    { outcome: 'duplicate', told: 'recorded', version: 2 },
  ]);
  const feed = await call(again, `/api/feed?scope=${XIJI}&after=0`, { cookie: await signIn(again, clerk) });
  expect(((await feed.json()) as { rows: unknown[] }).rows).toHaveLength(1);
  await again.kill();
}, 60_000);
