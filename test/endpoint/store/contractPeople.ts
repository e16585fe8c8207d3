/** What the Store port keeps of people's posts. */
import { expect, it } from 'vitest';
import type { PostRow } from '../../../src/endpoint/store/peoplePort.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';

const at = (day: number): string => `2026-11-${day}T02:00:00.000Z`;

export function people(opened: { store: Store; reopen(): Promise<Store> }): void {
  const own: PostRow = { person: 'p1', office: '370406102', roles: ['clerk'], from: at(10), to: null };
  const acting = (id: string, away: string): PostRow => ({
    ...{ person: 'p1', office: '370406102', roles: ['leader'], from: at(20), to: at(28) },
    deputy: { id, for: away },
  });
  const posts = async (store = opened.store) =>
    (await store.read.posts(['p1'])).toSorted((one, other) =>
      (one.deputy?.id ?? '') < (other.deputy?.id ?? '') ? -1 : 1,
    );

  it('knows of a deputy’s post for whom it is held, and is the same after it was closed and opened', async () => {
    const rows = [own, acting('d1', 'p2')];
    await opened.store.write(async (tx) => {
      for (const row of rows) await tx.addPost(row);
    });
    expect(await posts()).toEqual(rows);
    opened.store = await opened.reopen();
    expect(await posts()).toEqual(rows);
  });

  it('ends one naming of a deputy alone, and with a person’s posts all of them', async () => {
    const [first, second] = [acting('d1', 'p2'), acting('d2', 'p3')];
    await opened.store.write(async (tx) => {
      for (const row of [own, first, second]) await tx.addPost(row);
      await tx.endDeputy('d1', at(22));
    });
    expect(await posts()).toEqual([own, { ...first, to: at(22) }, second]);
    await opened.store.write((tx) => tx.endPosts('p1', at(24)));
    expect((await posts()).map((row) => row.to)).toEqual([at(24), at(22), at(24)]);
  });
}
