import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseFiles, fileOf, naming, receiveWith } from '../../support/files.ts';
import { receive, receivePayload, streamOf, withdraw, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench, temporaryFile } from '../../support/recording.ts';
import { rowsOf } from '../../support/rows.ts';
import type { CommandParts, TestHand } from '../../support/signing.ts';

const AT = '2026-11-23T03:00:00.000Z';

const file = temporaryFile();
let bench: RecordingBench;
let hand: TestHand;
beforeAll(async () => {
  bench = await openRecording(undefined, file);
  hand = await bench.hand(XIJI, ['clerk'], '2026-11-23T00:00:00.000Z');
});

const [one, two, other] = [fileOf(), fileOf('image/png'), fileOf()];
const files = [one, two];
const { header, fileKeys } = naming(files);

describe('the files that a header names are those of the payload, each with its key', () => {
  const bent: readonly (readonly [string, Partial<CommandParts>])[] = [
    ['none in the header', { header: { files: [] }, fileKeys: [] }],
    ['one too few in the header', naming([one])],
    ['one too many in the header', naming([one, two, other])],
    ['another one in the header', naming([one, other])],
    ['another order', naming([two, one])],
    ['another size', naming([one, { ...two, size: two.size + 1 }])],
    ['another type', naming([one, { ...two, type: 'image/jpeg' }])],
    ['a key too few', { header, fileKeys: fileKeys.slice(1) }],
    ['a key too many', { header, fileKeys: [...fileKeys, other.key] }],
    ['no keys', { header, fileKeys: [] }],
  ];

  it.each(bent)('%s: nothing of the command is recorded, nor of its files', async (_, parts) => {
    const envelope = await receiveWith(hand, AT, files, parts);
    expect(await bench.send(hand, [envelope])).toMatchObject([
      { outcome: 'refused', code: 'files.mismatch' },
    ]);
    expect(await bench.store.read.events(streamOf(envelope))).toEqual([]);
    expect(rowsOf(file).file_of).toEqual([]);
  });

  it('a command that brings no papers names none', async () => {
    const envelope = await withdraw(hand, v7(), AT, naming([one]));
    expect(await bench.send(hand, [envelope])).toMatchObject([{ code: 'files.mismatch' }]);
    const keyed = await receive(hand, AT, { fileKeys: [one.key] });
    expect(await bench.send(hand, [keyed])).toMatchObject([{ code: 'files.mismatch' }]);
  });
});

describe('what is kept of the files of a command', () => {
  const namedBy = (stream: string) =>
    (rowsOf(file).file_of ?? [])
      .filter((row) => row.stream === stream)
      .map(({ hash, size, type, key, recorded }) => ({ hash, size, type, key, recorded }));
  const rowOf = ({ hash, size, type, key }: typeof one, recorded: number) => ({
    ...{ hash, size, type, key, recorded },
  });

  it('their names and keys, with the command that is recorded', async () => {
    const envelope = await receiveWith(hand, AT, files);
    expect(await bench.send(hand, [envelope])).toMatchObject([{ outcome: 'recorded' }]);
    const rows = namedBy(streamOf(envelope));
    expect(rows).toHaveLength(2);
    for (const named of files) expect(rows).toContainEqual(rowOf(named, 1));
  });

  it('those of a refused one too, until its mended one stands in its place', async () => {
    const paper = Object.keys(receivePayload(hand, AT).marks)[0] ?? '';
    const wrong = { number: '370406103-20261123-K7-0007-4QXM-R', files: caseFiles([one], paper) };
    const refused = await receive(hand, AT, { ...naming([one]), payload: wrong });
    const stream = streamOf(refused);
    expect(await bench.send(hand, [refused])).toMatchObject([{ outcome: 'refused' }]);
    expect(namedBy(stream)).toEqual([rowOf(one, 0)]);
    const mended = await receiveWith(hand, AT, [one], { stream, replaces: refused.id });
    expect(await bench.send(hand, [mended])).toMatchObject([{ outcome: 'recorded' }]);
    expect(namedBy(stream)).toEqual([rowOf(one, 1)]);
  });

  it('nothing that is refused afterwards changes the key of what was recorded', async () => {
    const envelope = await receiveWith(hand, AT, [one]);
    const stream = streamOf(envelope);
    await bench.send(hand, [envelope]);
    const again = await receiveWith(hand, AT, [{ ...one, key: other.key }], { stream });
    expect(await bench.send(hand, [again])).toMatchObject([{ outcome: 'refused' }]);
    expect(namedBy(stream)).toEqual([rowOf(one, 1)]);
  });
});
