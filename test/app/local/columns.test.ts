import { describe, expect, it } from 'vitest';
import { columnsOf, objectsOf } from '../../../src/app/local/columns.ts';

const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('columns', () => {
  it('give the same objects back, with nothing, lists and repeated values in them', () => {
    const objects = Array.from({ length: 5 }, (_, index) => ({
      id: `case ${index}`,
      status: index > 2 ? 'accepted' : 'received',
      endedOn: null,
      flagged: index === 1,
      names: ['王芳', '李强'].slice(index % 2),
    }));
    expect(objectsOf(wire(columnsOf(objects)))).toEqual(objects);
  });

  it('write a value that often comes once', () => {
    const objects = Array.from({ length: 100 }, () => ({ status: 'received' }));
    expect(JSON.stringify(columnsOf(objects)).split('received')).toHaveLength(2);
  });

  it('keep a key that only some have, and give it to nobody else', () => {
    const objects = [
      { id: 1 },
      { id: 2, due: { date: '2026-12-01' }, suspended: true },
      { id: 3 },
      { id: 4, suspended: true },
    ];
    expect(objectsOf(wire(columnsOf(objects)))).toEqual(objects);
    const turned = [...objects].reverse();
    // Strictly: a key with nothing in it is another object.
    expect(objectsOf(wire(columnsOf(turned)))).toStrictEqual(turned);
  });

  it('of nothing are nothing', () => {
    expect(objectsOf(wire(columnsOf([])))).toEqual([]);
  });
});
