import { expect, it } from 'vitest';
import { verifyChain } from '../../../src/endpoint/recording/chain.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { accept, receive, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording } from '../../support/recording.ts';

const AT = '2026-11-23T02:00:00.000Z';

async function chain() {
  const bench = await openRecording();
  const hand = await bench.hand(XIJI, ['clerk'], '2026-11-23T00:00:00.000Z');
  const received = await receive(hand, AT);
  await bench.send(hand, [received, await accept(hand, received, AT)]);
  const stream = streamOf(received);
  const head = (await bench.store.read.caseIn(stream, ['all']))?.head ?? null;
  return { bench, stream, head, events: await bench.store.read.events(stream) };
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
  ]);
  expect(faults([second])).toEqual(['order', 'link']);
  expect(faults([second, first])).toEqual(['order', 'link', 'order', 'link', 'head']);
  expect(faults([first])).toEqual(['head']);
  expect(faults([first, second, second])).toContain('order');
});
