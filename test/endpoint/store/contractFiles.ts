/** What every implementation of the Store port keeps to about files. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Recorded } from '../../../src/endpoint/store/recordingPort.ts';
import type { Store } from '../../../src/endpoint/store/store.ts';

const AT = '2026-11-23T02:00:00.000Z';
const START = { stream: '', hash: '' };

const named = (hash: string, key = `key of ${hash}`) => ({ hash, size: 7, type: 'image/jpeg', key });

interface Opened {
  readonly store: Store;
}
type Make = () => Recorded;

const naming = (recordedOf: Make, ...hashes: string[]): Recorded => {
  const one = recordedOf();
  return { ...one, command: { ...one.command, files: hashes.map((hash) => named(hash)) } };
};
const arriving = (opened: Opened) => (hash: string) =>
  opened.store.write((tx) => tx.fileArrived(hash, 7, AT));

/** @param recordedOf a recorded command that begins a case */
export function files(opened: Opened, recordedOf: Make): void {
  arrivals(opened, recordedOf);
  lookingAt(opened, recordedOf);
}

function arrivals(opened: Opened, recordedOf: Make): void {
  const arrive = arriving(opened);
  const positions = async () =>
    (await opened.store.read.feed('all', 0, 10)).map(({ id, position }) => [id, position]);

  it('a case waits for the files that it names, and moves in its feeds with each that comes, once', async () => {
    const [one, other] = [naming(recordedOf, 'a', 'b'), naming(recordedOf, 'b')];
    const ids = [one.stream.id, other.stream.id] as const;
    await opened.store.write((tx) => tx.record([one, other]));
    const awaited = async (stream: string) =>
      (await opened.store.read.awaited([stream, v7()])).map((row) => row.hash).sort();
    expect([await awaited(ids[0]), await awaited(ids[1])]).toEqual([['a', 'b'], ['b']]);
    expect((await arrive('a')).sort()).toEqual(['370406102', 'all']);
    expect(await positions()).toEqual([
      [ids[1], 2],
      [ids[0], 3],
    ]);
    expect(await arrive('a')).toEqual([]);
    await arrive('b');
    expect((await positions()).map(([, position]) => position)).toEqual([4, 5]);
    expect([await awaited(ids[0]), await awaited(ids[1])]).toEqual([[], []]);
    expect(await opened.store.read.feedEnd()).toBe(5);
  });

  it('a file that nobody has named yet is here, and moves nothing', async () => {
    expect(await arrive('a')).toEqual([]);
    expect(await opened.store.read.arrived(['a', 'b'])).toEqual([{ hash: 'a', size: 7 }]);
    expect(await opened.store.read.feedEnd()).toBe(0);
    await opened.store.write((tx) => tx.record([naming(recordedOf, 'a')]));
    expect(await opened.store.read.forgottenFiles(10)).toEqual([]);
  });
}

function lookingAt(opened: Opened, recordedOf: Make): void {
  const arrive = arriving(opened);

  it('what is named and here is to be looked at, page by page, until it was', async () => {
    const one = naming(recordedOf, 'a', 'b', 'c');
    await opened.store.write((tx) => tx.record([one]));
    for (const hash of ['a', 'b']) await arrive(hash);
    const [first] = await opened.store.read.unchecked(START, 1);
    expect(first).toEqual({ stream: one.stream.id, ...named('a'), fault: null });
    const [second, ...more] = await opened.store.read.unchecked(first ?? START, 10);
    expect([second?.hash, more]).toEqual(['b', []]);
    await opened.store.write(async (tx) => {
      await tx.checked({ stream: one.stream.id, hash: 'a' }, null, AT);
      await tx.checked({ stream: one.stream.id, hash: 'b' }, 'type', AT);
    });
    expect(await opened.store.read.unchecked(START, 10)).toEqual([]);
    expect(await opened.store.read.faulty(one.stream.id)).toEqual(['b']);
  });

  it('a reader of feeds finds how cases there name a file, also of a case that has left them', async () => {
    const one = naming(recordedOf, 'a');
    await opened.store.write((tx) => tx.record([one]));
    const found = (...scopes: string[]) => opened.store.read.namings('a', scopes);
    expect(await found('370406102')).toEqual([
      { stream: one.stream.id, ...named('a'), fault: null, arrived: false, gone: false },
    ]);
    expect([await found(), await found('370406103')]).toEqual([[], []]);
    await arrive('a');
    await opened.store.write((tx) => tx.forgetContent([one.stream.id]));
    expect(await found('all')).toMatchObject([{ key: null, arrived: true, gone: true }]);
  });

  it('a file is forgotten when the last that names it is, and never before', async () => {
    const [one, other] = [naming(recordedOf, 'a', 'b'), naming(recordedOf, 'b')];
    await opened.store.write((tx) => tx.record([one, other]));
    for (const hash of ['a', 'b', 'c']) await arrive(hash);
    await opened.store.write((tx) => tx.forgetContent([one.stream.id]));
    expect(await opened.store.read.forgottenFiles(10)).toEqual(['a']);
    await opened.store.write((tx) => tx.forgetContent([other.stream.id]));
    expect((await opened.store.read.forgottenFiles(10)).sort()).toEqual(['a', 'b']);
    await opened.store.write((tx) => tx.dropFiles(['a', 'b']));
    expect(await opened.store.read.arrivedAfter('', 10)).toEqual([{ hash: 'c', size: 7 }]);
    expect(await opened.store.read.arrivedAfter('c', 10)).toEqual([]);
  });
}
