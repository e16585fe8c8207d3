import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../../src/app/local/types.ts';
import { sortOutbox } from '../../../../src/app/window/outbox/outboxModel.ts';
import { NOW } from '../builders.ts';

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
