import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import { accepted, act, along, DEFERRED, does, onTheWay, promiseBroken } from '../support/handlingActs.ts';

/** The same content with the keys of every object in the opposite order. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  ) as T;
}

describe('the hash of a case file', () => {
  const found = onTheWay('birth', 'opined');

  it('is the same whatever order keys came in, and after the wire', () => {
    expect(JSON.stringify(turned(found))).not.toBe(JSON.stringify(found));
    expect(fileHashOf(turned(found))).toBe(fileHashOf(found));
    expect(fileHashOf(JSON.parse(JSON.stringify(found)) as Case)).toBe(fileHashOf(found));
    expect(fileHashOf(found)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same for a case without files or steps as for one with none of them', () => {
    const bare = accepted('sign');
    expect(fileHashOf({ ...bare, files: [], steps: [] })).toBe(fileHashOf(bare));
  });

  it('is the same before the district has given the order to mend its number', () => {
    const { promiseChecks = [], ...rest } = promiseBroken('2026-12-08');
    const numbered = promiseChecks.map((check) => ({ ...check, serial: 3 }));
    expect(promiseChecks.length).toBeGreaterThan(0);
    expect(fileHashOf({ ...rest, promiseChecks: numbered })).toBe(fileHashOf({ ...rest, promiseChecks }));
  });

  it('changes with the answers, the parties, the papers, their pages, the steps, the opinion and the decision', () => {
    const page = { hash: 'a'.repeat(43), size: 1, type: 'image/jpeg', for: 'form' } as const;
    const { opinion: _, ...unopined } = found;
    const changed: readonly Case[] = [
      { ...found, answers: { ...found.answers, open: true } },
      { ...found, parties: [] },
      { ...found, marks: { ...found.marks, drawing: { kind: 'copies', count: 1 } } },
      { ...found, files: [page] },
      { ...found, files: [{ ...page, for: 'drawing' }] },
      { ...found, files: [{ ...page, hash: 'b'.repeat(43) }] },
      { ...found, steps: [] },
      unopined,
      { ...found, decision: { ...found.opinion!, granted: true } },
    ];
    expect(new Set([found, ...changed].map(fileHashOf)).size).toBe(changed.length + 1);
  });

  it('stays when nothing that is judged has changed', () => {
    const before = accepted('sign');
    const after = along(
      before,
      ['clerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
      ['leader', act('extend')],
    );
    expect(fileHashOf(after)).toBe(fileHashOf(before));
  });

  it('is accompanied by what touched the file, with the version that it made', () => {
    const found = along(
      accepted('sign', DEFERRED),
      ['reviewer', act('recordStep')],
      ['clerk', act('fulfil')],
    );
    expect(found.touched).toEqual([
      { version: 3, type: 'stepRecorded' },
      { version: 4, type: 'fulfilled' },
    ]);
    expect(does(found, 'clerk', act('dispatchPapers')).touched).toEqual(found.touched);
  });
});
