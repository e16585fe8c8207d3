import { describe, expect, it } from 'vitest';
import type { Draft, OutboxEntry } from '../../../../src/app/local/types.ts';
import { emptyContent } from '../../../../src/app/window/intake/content.ts';
import { handedOver } from '../../../../src/app/window/memory.ts';
import { Mending, sortOutbox } from '../../../../src/app/window/outbox/outboxModel.ts';
import { deskOf, NOW } from '../builders.ts';

const entry = (id: string, stream: string, state: OutboxEntry['state']): OutboxEntry => ({
  id,
  stream: { kind: 'case', id: stream },
  type: 'receive',
  number: stream,
  item: '合作社登记',
  madeAt: NOW,
  state,
  tries: 1,
  nextAttempt: null,
  last: null,
  carried: false,
  mendable: 'no',
});

describe('the outbox', () => {
  it('keeps what belongs to one case together, and puts first what needs a person', () => {
    const sorted = sortOutbox([
      entry('1', 'a', 'waiting'),
      entry('2', 'b', 'refused'),
      entry('3', 'b', 'held'),
      entry('4', 'c', 'quarantined'),
      entry('5', 'a', 'waiting'),
    ]);
    const ids = (parcels: typeof sorted.waiting) => parcels.map((one) => one.entries.map((each) => each.id));
    expect(ids(sorted.attention)).toEqual([['2', '3'], ['4']]);
    expect(ids(sorted.waiting)).toEqual([['1', '5']]);
  });
});

describe('mending a refused receipt', () => {
  const draft: Draft = { id: 'case', updatedAt: NOW, replaces: 'refused', content: emptyContent('hall') };
  const world = () => {
    const { local, writes, drafts } = deskOf();
    return { writes, drafts, mending: new Mending({ ...local, draftFromRefused: async () => draft }) };
  };

  it('keeps the draft at once, so that a reload knows what it mends', async () => {
    const { writes, mending } = world();
    expect(await mending.mend('refused')).toBe('case');
    expect(writes).toEqual([draft]);
  });

  it('goes on with what was mended before', async () => {
    const { writes, drafts, mending } = world();
    drafts.value = [{ ...draft, content: emptyContent('village') }];
    expect(await mending.mend('refused')).toBe('case');
    expect(writes).toEqual([]);
    expect(handedOver.get('case')?.content.channel).toBe('village');
  });
});
