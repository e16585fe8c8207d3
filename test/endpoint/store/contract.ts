/** What every implementation of the Store port keeps to. */
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import type { Recorded } from '../../../src/endpoint/store/recordingPort.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';
import { feedback } from './contractFeedback.ts';
import { files } from './contractFiles.ts';
import { people } from './contractPeople.ts';
import { seals } from './contractSeals.ts';
import { stickers } from './contractStickers.ts';

const AT = '2026-11-23T02:00:00.000Z';

/** A recorded command that begins a stream, in the hall's feed and in everybody's. */
export function recordedOf(stream = v7(), more: Partial<Recorded> = {}): Recorded {
  const id = v7();
  const command = {
    ...{ id, header: '{}', headerHash: 'h', signature: 's', payload: '{}', salt: 'x', stream },
    ...{ device: 'd', sentBy: 'd', receivedAt: AT, replaces: null, legalAt: AT, files: [] },
  };
  return {
    command,
    version: 1,
    events: [{ version: 1, type: 'received', header: '{}', hash: 'h', salt: 'x', data: '{}' }],
    stream: {
      ...{ id: stream, kind: 'case', version: 1, head: 'h', state: '{"a":1}', numberKey: stream },
      ...{ item: '10', status: 'received', hall: '370406102' },
    },
    scopes: ['370406102', 'all'],
    mends: [],
    ...more,
  };
}

interface Opened {
  store: Store;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<Store>;
}

/** Registers the whole suite for one implementation. */
export function describeStore(name: string, openStore: () => Promise<Opened>): void {
  describe(`${name} as a store`, () => {
    const opened = {} as Opened;
    beforeEach(async () => {
      Object.assign(opened, await openStore());
    });
    commits(opened);
    groups(opened);
    lookups(opened);
    times(opened);
    files(opened, recordedOf);
    feedback(opened);
    people(opened);
    stickers(opened, recordedOf);
    seals(opened);
  });
}

/** Transactions, savepoints and positions. */
function commits(opened: Opened): void {
  it('shows nothing before the commit and everything after it', async () => {
    const one = recordedOf();
    await opened.store.write(async (tx) => {
      await tx.record([one]);
      expect(await tx.known([one.command.id])).toMatchObject([{ outcome: 'recorded', version: 1 }]);
      expect(await opened.store.read.feed('all', 0, 10)).toEqual([]);
    });
    expect(await opened.store.read.feed('all', 0, 10)).toMatchObject([
      { id: one.stream.id, position: 1, version: 1 },
    ]);
    expect(await opened.store.read.events(one.stream.id)).toHaveLength(1);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const one = recordedOf();
    const failing = opened.store.write(async (tx) => {
      await tx.record([one]);
      await tx.setMeta('a', 'b');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await opened.store.read.feed('all', 0, 10)).toEqual([]);
    expect(await opened.store.write((tx) => tx.getMeta('a'))).toBeUndefined();
  });

  it('undoes one savepoint alone', async () => {
    const [good, bad] = [recordedOf(), recordedOf()];
    await opened.store.write(async (tx) => {
      await tx.savepoint(() => tx.record([good]));
      const twice = tx.savepoint(async () => {
        await tx.record([bad]);
        await tx.record([bad]);
      });
      await expect(twice).rejects.toThrow();
    });
    expect((await opened.store.read.feed('all', 0, 10)).map((row) => row.id)).toEqual([good.stream.id]);
    expect(await opened.store.read.events(bad.stream.id)).toEqual([]);
  });

  it('gives positions in the order of commits, one row for each scope and case', async () => {
    const [first, second] = [recordedOf(), recordedOf()];
    await opened.store.write((tx) => tx.record([first]));
    await opened.store.write((tx) => tx.record([second]));
    const again = recordedOf(first.stream.id, { events: [{ ...first.events[0]!, version: 2 }] });
    await opened.store.write((tx) => tx.record([again]));
    const rows = await opened.store.read.feed('370406102', 0, 10);
    expect(rows.map(({ id, position }) => [id, position])).toEqual([
      [second.stream.id, 2],
      [first.stream.id, 3],
    ]);
    expect(await opened.store.read.feed('370406102', 2, 10)).toHaveLength(1);
    expect(await opened.store.read.feed('370406102', 0, 1)).toHaveLength(1);
    expect(await opened.store.read.feed('370406103', 0, 10)).toEqual([]);
  });
}

/** What a group of commands leaves behind, written together. */
function groups(opened: Opened): void {
  it('records many commands at once as it would one after the other', async () => {
    const many = Array.from({ length: 75 }, () => recordedOf());
    await opened.store.write((tx) => tx.record(many));
    const rows = await opened.store.read.feed('all', 0, 100);
    expect(rows.map(({ id, position }) => [id, position])).toEqual(
      many.map((one, index) => [one.stream.id, index + 1]),
    );
    const known = await opened.store.write((tx) => tx.known(many.map((one) => one.command.id)));
    expect(new Set(known.map((one) => one.outcome))).toEqual(new Set(['recorded']));
    expect(known).toHaveLength(75);
  });

  it('leaves a case as the last of several commands leaves it, once in each feed', async () => {
    const first = recordedOf();
    const { id } = first.stream;
    const second = recordedOf(id, {
      version: 2,
      events: [{ ...first.events[0]!, version: 2, hash: 'h2' }],
      stream: { ...first.stream, version: 2, head: 'h2', status: 'accepted' },
    });
    const other = recordedOf();
    await opened.store.write((tx) => tx.record([first, other, second]));
    expect(await opened.store.read.feed('all', 0, 10)).toMatchObject([
      { id: other.stream.id, position: 2 },
      { id, position: 3, version: 2, head: 'h2' },
    ]);
    expect((await opened.store.read.events(id)).map((one) => one.version)).toEqual([1, 2]);
  });

  it('keeps nothing of a group of which one command cannot be stored', async () => {
    const [one, other] = [recordedOf(), recordedOf()];
    const failing = opened.store.write((tx) => tx.record([one, other, one]));
    await expect(failing).rejects.toThrow();
    expect(await opened.store.read.feed('all', 0, 10)).toEqual([]);
    expect(await opened.store.write((tx) => tx.known([one.command.id, other.command.id]))).toEqual([]);
  });

  it('takes a group in which nothing is recorded', async () => {
    await opened.store.write((tx) => tx.record([]));
    expect(await opened.store.read.feedEnd()).toBe(0);
  });
}

/** Numbers, commands and streams by their keys. */
function lookups(opened: Opened): void {
  it('holds one number for one stream', async () => {
    const [one, other] = [recordedOf(), recordedOf()];
    await opened.store.write((tx) => tx.record([one]));
    expect(await opened.store.write((tx) => tx.numbers([one.stream.id, 'none']))).toEqual([
      { numberKey: one.stream.id, stream: one.stream.id },
    ]);
    const taken = { ...other, stream: { ...other.stream, numberKey: one.stream.id } };
    await expect(opened.store.write((tx) => tx.record([taken]))).rejects.toThrow();
  });

  it('knows a command by its strongest trace, and what stands in its place', async () => {
    const [refused, mended] = [recordedOf(), recordedOf()];
    const { id } = refused.command;
    await opened.store.write(async (tx) => {
      await tx.turnAway(id, refused.stream.id, 'signature.invalid', 'd', AT);
      expect(await tx.known([id])).toMatchObject([{ outcome: 'turnedAway', code: 'signature.invalid' }]);
      await tx.refuse(refused.command, 'power.role', { office: '370406102' });
      await tx.record([{ ...mended, mends: [id] }]);
    });
    expect(await opened.store.write((tx) => tx.known([id, id, v7()]))).toMatchObject([
      {
        outcome: 'refused',
        code: 'power.role',
        facts: { office: '370406102' },
        mendedBy: mended.command.id,
      },
    ]);
  });

  it('looks many keys up at once', async () => {
    const many = Array.from({ length: 130 }, () => recordedOf());
    await opened.store.write(async (tx) => {
      for (const one of many) await tx.record([one]);
    });
    const found = await opened.store.write((tx) => tx.streams(many.map((one) => one.stream.id)));
    expect(new Set(found.map((one) => one.id)).size).toBe(130);
  });
}

/** What outlives a moment: contacts, slots, a restart. */
function times(opened: Opened): void {
  it('remembers the last contact with fewer commands made', async () => {
    const at = (minute: string) => `2026-11-23T02:${minute}:00.000Z`;
    await opened.store.write(async (tx) => {
      await tx.contacts([
        { device: 'd', made: 0, at: at('00') },
        { device: 'd', made: 5, at: at('10') },
      ]);
      await tx.contacts([{ device: 'd', made: 5, at: at('20') }]);
      expect(await tx.contactBefore('d', 5)).toBe(at('00'));
      expect(await tx.contactBefore('d', 6)).toBe(at('20'));
      expect(await tx.contactBefore('d', 0)).toBeUndefined();
    });
  });

  it('counts slots up, and is the same after it was closed and opened', async () => {
    const one = recordedOf();
    expect(await opened.store.write((tx) => tx.nextSlot())).toBe(0);
    await opened.store.write((tx) => tx.record([one]));
    const row = { catalogue: seedCatalogue, etag: 'e', at: AT, by: null, reason: 'seed' };
    await opened.store.write((tx) => tx.publish(row));
    opened.store = await opened.reopen();
    expect(await opened.store.write((tx) => tx.nextSlot())).toBe(1);
    expect(await opened.store.read.newestCatalogue()).toEqual({ catalogue: seedCatalogue, etag: 'e' });
    expect(await opened.store.read.feed('all', 0, 10)).toHaveLength(1);
    await opened.store.write((tx) => tx.record([recordedOf()]));
    expect((await opened.store.read.feed('all', 0, 10)).map((row) => row.position)).toEqual([1, 2]);
  });

  it('lets one reader search while another writes, and writers follow one another', async () => {
    const many = Array.from({ length: 20 }, () => recordedOf());
    await Promise.all(many.map((one) => opened.store.write((tx) => tx.record([one]))));
    const rows = await opened.store.read.feed('all', 0, 100);
    expect(rows.map((row) => row.position)).toEqual(many.map((_, index) => index + 1));
  });
}
