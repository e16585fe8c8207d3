import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { heldPosts } from '../../../src/endpoint/access/powers.ts';
import { migrate } from '../../../src/endpoint/store/migrations.ts';
import { connect, openSqlite } from '../../../src/endpoint/store/sqlite.ts';
import { temporaryFile } from '../../support/recording.ts';

const OFFICE = '370406102';
const ACCESS = '00000000-0000-7000-8000-000000000000';
/** When a day of December begins in China. */
const day = (number: number): string => new Date(Date.UTC(2026, 11, number) - 8 * 3_600_000).toISOString();
const date = (number: number): string => `2026-12-${String(number).padStart(2, '0')}`;

interface Naming {
  readonly at: string;
  readonly away: string;
  readonly roles: readonly string[];
  readonly days: readonly [number, number];
}

/** A store as it was before it knew for whom a post is held, with what a district wrote into it then. */
async function before(
  file: string,
  posts: readonly (readonly (string | null)[])[],
  namings: readonly Naming[],
) {
  const { db, run } = connect(file);
  await migrate(db, '0008_documents');
  for (const post of posts)
    run(
      `insert into post (person, office, roles, valid_from, valid_to) values ('p1', '${OFFICE}', ?, ?, ?)`,
      post,
    );
  const commands = namings.map(() => v7());
  for (const [index, { at, away, roles, days }] of namings.entries()) {
    const [from, until] = days.map(date);
    const header = { type: 'deputyNamed', at, command: commands[index] };
    const data = {
      person: 'p1',
      for: away,
      post: { office: OFFICE, roles },
      from,
      until,
      reason: '外出培训',
    };
    run(
      `insert into event (stream, version, type, header, hash, data) values ('${ACCESS}', ?, 'deputyNamed', ?, '', ?)`,
      [index + 1, JSON.stringify(header), JSON.stringify(data)],
    );
  }
  await db.destroy();
  return commands;
}

it('a deputy of before it was written down for whom is called by the entry that named them', async () => {
  const file = temporaryFile();
  const now = '2026-12-05T02:00:00.000Z';
  const leader = ['leader'];
  const roles = JSON.stringify(leader);
  const [today, soon, other, over] = await before(
    file,
    [
      ['["clerk"]', '2026-11-01T02:00:00.000Z', null],
      // An own post of before, which ended.
      [roles, '2026-10-01T02:00:00.000Z', '2026-11-01T02:00:00.000Z'],
      [roles, now, day(11)],
      [roles, day(20), day(26)],
      [roles, day(20), day(31)],
      // Ended with the other posts, before its last day.
      [roles, day(1), day(4)],
    ],
    [
      { at: now, away: 'p2', roles: leader, days: [5, 10] },
      { at: now, away: 'p3', roles: leader, days: [20, 30] },
      { at: now, away: 'p4', roles: leader, days: [20, 25] },
      { at: '2026-11-20T02:00:00.000Z', away: 'p5', roles: leader, days: [1, 8] },
    ],
  );
  const store = await openSqlite(file);
  const posts = await store.read.posts(['p1']);
  expect(posts.map(({ from, to, deputy }) => [from, to, deputy])).toEqual([
    ['2026-10-01T02:00:00.000Z', '2026-11-01T02:00:00.000Z', undefined],
    ['2026-11-01T02:00:00.000Z', null, undefined],
    [day(1), day(4), { id: over, for: 'p5' }],
    [now, day(11), { id: today, for: 'p2' }],
    [day(20), day(26), { id: other, for: 'p4' }],
    [day(20), day(31), { id: soon, for: 'p3' }],
  ]);
  await store.write((tx) => tx.endDeputy(today ?? '', day(8)));
  const held = heldPosts(await store.read.posts(['p1']), 'p1', day(9));
  expect(held.map(({ deputy }) => deputy?.for)).toEqual([undefined, 'p4', 'p3']);
  await store.close();
});
