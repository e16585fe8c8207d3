import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { call, enrolWith, makeCode, post, send, signIn } from '../support/endpoint.ts';
import { type ChildOptions, type EndpointChild, startChild } from '../support/endpointChild.ts';
import { accept, receive, XIJI } from '../support/intake.ts';

const children: EndpointChild[] = [];
const child = async (options: ChildOptions): Promise<EndpointChild> => {
  const started = await startChild(options);
  children.push(started);
  return started;
};

// A child that is left running, because the test failed before it killed it, keeps this process from ending.
afterEach(async () => {
  await Promise.all(children.map((one) => one.kill()));
});

it('an endpoint killed between commit and answer has recorded once, and says so when asked again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinban-killed-'));
  const first = await child({ dataDir, demoStaff: true });
  const [clerk, admin] = ['xiji.clerk', 'qu.admin'].map((username) =>
    first.staff.find((one) => one.username === username),
  );
  if (!clerk || !admin) throw new Error('no clerk, or no administrator');
  const hand = await enrolWith(first, await makeCode(first, admin, XIJI), clerk);
  await first.kill();

  const silent = await child({ dataDir, silentAfterCommit: true });
  const at = new Date().toISOString();
  const received = await receive(hand, at);
  const accepted = await accept(hand, received, at);
  const unanswered = post(silent, hand, [received, accepted]).catch((error: Error) => error);
  await silent.committed;
  await silent.kill();
  expect(await unanswered).toBeInstanceOf(Error);

  const again = await child({ dataDir });
  const outcomes = await send(again, hand, [received, accepted]);
  expect(outcomes.map(({ outcome, first: told, version }) => ({ outcome, told, version }))).toEqual([
    { outcome: 'duplicate', told: 'recorded', version: 1 },
    { outcome: 'duplicate', told: 'recorded', version: 2 },
  ]);
  const feed = await call(again, `/api/feed?scope=${XIJI}&after=0`, { cookie: await signIn(again, clerk) });
  expect(((await feed.json()) as { rows: unknown[] }).rows).toHaveLength(1);
}, 60_000);
