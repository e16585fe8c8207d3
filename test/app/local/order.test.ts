import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followersOf,
  inOrder,
  isHeldBack,
  type Link,
  linksOf,
  parentOf,
} from '../../../src/app/local/order.ts';

const link = (id: string, seq: number, more: Partial<Link> = {}): Link => ({
  id,
  seq,
  after: null,
  state: 'waiting',
  by: null,
  ...more,
});
const ids = (rows: readonly Link[]): string[] => rows.map((row) => row.id);

describe('the order of commands', () => {
  it('puts what came after a refused command behind the one that mends it', () => {
    const rows = [
      link('receive', 1, { state: 'replaced', by: 'mended' }),
      link('accept', 2, { after: 'receive', state: 'held' }),
      link('mended', 3),
    ];
    expect(ids(inOrder(rows))).toEqual(['receive', 'mended', 'accept']);
    expect(parentOf(rows[1] as Link, linksOf(rows))?.id).toBe('mended');
  });

  it('holds back what follows a refused command, directly or not, and nothing else', () => {
    const rows = [
      link('receive', 1, { state: 'refused' }),
      link('accept', 2, { after: 'receive' }),
      link('fulfil', 3, { after: 'accept' }),
      link('other', 4),
    ];
    const links = linksOf(rows);
    expect(rows.filter((row) => isHeldBack(row, links)).map((row) => row.id)).toEqual(['accept', 'fulfil']);
    expect(ids(followersOf('receive', rows))).toEqual(['accept', 'fulfil']);
  });

  it('keeps every command exactly once and parents first, whatever the links', () => {
    const chains = fc.array(fc.record({ after: fc.nat(12), replacedBy: fc.option(fc.nat(12)) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(chains, (parts) => {
        const rows = parts.map((part, index) =>
          link(String(index), index, {
            after: part.after < index ? String(part.after) : null,
            ...(part.replacedBy !== null && part.replacedBy > index && part.replacedBy < parts.length
              ? { state: 'replaced' as const, by: String(part.replacedBy) }
              : {}),
          }),
        );
        expect(ids(inOrder(rows)).sort()).toEqual(ids(rows).sort());
      }),
    );
  });
});
