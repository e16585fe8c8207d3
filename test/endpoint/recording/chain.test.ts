import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { verifyChain } from '../../../src/endpoint/recording/chain.ts';
import { sha256 } from '../../../src/endpoint/recording/keys.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { accept, receive, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, temporaryFile } from '../../support/recording.ts';

const AT = '2026-11-23T02:00:00.000Z';

async function chain(file = temporaryFile()) {
  const bench = await openRecording(undefined, file);
  const hand = await bench.hand(XIJI, ['clerk'], '2026-11-23T00:00:00.000Z');
  const received = await receive(hand, AT);
  await bench.send(hand, [received, await accept(hand, received, AT)]);
  const stream = streamOf(received);
  const head = (await bench.store.read.caseIn(stream, ['all']))?.head ?? null;
  return { bench, hand, received, stream, head, events: await bench.store.read.events(stream) };
}

it('the chain of a case holds from its first event to the head that the feed tells', async () => {
  const { bench, events, head } = await chain();
  expect(events.map((event) => event.type)).toEqual(['received', 'accepted']);
  expect(verifyChain(events, head)).toEqual([]);
  expect(await verifyStore(bench.store)).toMatchObject({ streams: 1, faults: [] });
});

it('it still holds when personal data has been deleted with its salt', async () => {
  const { events, head } = await chain();
  const emptied = events.map((event) => ({ ...event, data: null, salt: null }));
  expect(verifyChain(emptied, head)).toEqual([]);
});

it('nothing can be rewritten, left out, moved or added unseen', async () => {
  const { events, head } = await chain();
  const [first, second] = events;
  if (!first || !second) throw new Error('two events');
  const faults = (changed: typeof events) => verifyChain(changed, head).map((one) => one.what);
  expect(faults([{ ...first, data: '{}' }, second])).toEqual(['data']);
  expect(faults([{ ...first, header: first.header.replace('received', 'accepted') }, second])).toEqual([
    'header',
    'columns',
  ]);
  expect(faults([second])).toEqual(['order', 'link']);
  expect(faults([second, first])).toEqual(['order', 'link', 'order', 'link', 'head']);
  expect(faults([first])).toEqual(['head']);
  expect(faults([first, second, second])).toContain('order');
});

/** A store with one case, its database for tampering, and what the verifier then says. */
async function tampered(change: string, ...values: string[]): Promise<string[]> {
  const file = temporaryFile();
  const { bench } = await chain(file);
  const other = await bench.hand(XIJI, ['clerk'], AT);
  const db = new DatabaseSync(file);
  db.prepare(change).run(...values.map((one) => (one === 'OTHER' ? other.person : one)));
  db.close();
  const { faults } = await verifyStore(bench.store);
  await bench.store.close();
  return faults.map((one) => one.replace(/^(case|slip|access|stream) [0-9a-f-]{36} ?/, ''));
}

const RECEIVED = 'where id = (select id from command order by version limit 1)';

it.each([
  ['a state', "update stream set state = replace(state, '王秀兰', '王秀')", [': state']],
  ['what search reads', "update stream set hall = '370406103'", [': search']],
  ['a version', 'update stream set version = 9', [': version']],
  ['a kind', "update stream set kind = 'access'", ['event 1: stream', 'event 2: stream', ': state']],
  ['a stream that is gone', 'delete from stream', [': missing']],
  ['a command that is gone', `delete from command ${RECEIVED}`, ['event 1: command.missing']],
  [
    'a command no longer recorded',
    `update command set outcome = 'refused' ${RECEIVED}`,
    ['event 1: command.missing'],
  ],
  [
    'a header',
    `update command set header = replace(header, '"seq":1', '"seq":7') ${RECEIVED}`,
    ['event 1: command.header'],
  ],
  ['a header’s hash', `update command set header_hash = 'x' ${RECEIVED}`, ['event 1: command.header']],
  [
    'a signature',
    `update command set signature = (select signature from command order by version desc limit 1) ${RECEIVED}`,
    ['event 1: command.signature'],
  ],
  [
    'a payload',
    `update command set payload = replace(payload, '王秀兰', '王秀') ${RECEIVED}`,
    ['event 1: command.payload'],
  ],
  ['a version of a command', `update command set version = 2 ${RECEIVED}`, ['event 1: command.version']],
  [
    'whose key it is',
    'update person_key set person = (select id from person order by id desc limit 1)',
    ['event 1: command.signer', 'event 2: command.signer'],
  ],
  [
    'a key',
    'update person_key set public_key = (select public_key from person_key order by created_at desc limit 1)',
    ['event 1: command.key', 'event 2: command.key'],
  ],
  [
    'a column of an event',
    "update event set type = 'declined' where version = 2",
    ['event 2: columns', ': state'],
  ],
])('the verifier finds and names tampering with %s', async (_, change, faults) => {
  expect(await tampered(change)).toEqual(faults);
});

it('an event that names another command, with its chain made right again, does not match what was signed', async () => {
  const file = temporaryFile();
  const { bench, events, stream } = await chain(file);
  const [first, second] = events;
  if (!first || !second) throw new Error('two events');
  const forged = JSON.stringify({ ...JSON.parse(second.header), office: '370406103' });
  const db = new DatabaseSync(file);
  db.prepare('update event set header = ?, hash = ? where version = 2').run(forged, sha256(forged));
  db.prepare('update stream set head = ?').run(sha256(forged));
  db.close();
  const { faults } = await verifyStore(bench.store);
  expect(faults).toEqual([`case ${stream} event 2: command.differs`]);
});

it('events without their last command’s end, and a command without events, are found', async () => {
  expect(await tampered('delete from event where version = 2')).toEqual([
    'event 1: head',
    ': version',
    ': state',
    expect.stringMatching(/^command .*: no event$/),
  ]);
});

it('deleted payloads, data and states are no fault', async () => {
  const file = temporaryFile();
  const { bench } = await chain(file);
  const db = new DatabaseSync(file);
  db.exec('update command set payload = null, salt = null; update event set data = null, salt = null');
  db.exec('update stream set state = null, number_key = null');
  db.close();
  expect((await verifyStore(bench.store)).faults).toEqual([]);
});
