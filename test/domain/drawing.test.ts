import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../src/domain/drawing.ts';
import { TRANSITIONS } from '../../src/domain/transitions.ts';

const ROUTES = ['direct', 'review', 'window', 'district'] as const;

describe('the drawing of a route', () => {
  it.each(ROUTES)('shows every act of the table on %s, and none besides', (route) => {
    const stations = drawingOf(route);
    const drawn = stations.flatMap(({ state, arrows, stays }) => [
      ...arrows.flatMap(({ command, to, roles }) => roles.map((role) => `${state} ${command} ${to} ${role}`)),
      ...stays.flatMap(({ command, roles }) => roles.map((role) => `${state} ${command} same ${role}`)),
    ]);
    const states = stations.map((one) => one.state);
    const table = TRANSITIONS.filter((row) => row.routes.includes(route)).flatMap((row) =>
      row.from
        .filter((from) => from !== 'any' && states.includes(from))
        .flatMap((from) => row.roles.map((role) => `${from} ${row.command} ${row.to} ${role}`)),
    );
    expect([...drawn].sort()).toEqual([...new Set(table)].sort());
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('goes the way of a case: from before its receipt to what ends it', () => {
    expect(drawingOf('window').map((one) => one.state)).toEqual([
      ...['none', 'received', 'correcting', 'accepted', 'atDepartment', 'decided', 'approved', 'sealed'],
      ...['delivered', 'revoked', 'returned', 'declined', 'closed', 'withdrawn'],
    ]);
    expect(drawingOf('direct').map((one) => one.state)).not.toContain('opined');
  });

  it('leaves no state of a route out', () => {
    for (const route of ROUTES) {
      const states = drawingOf(route).map((one) => one.state);
      for (const { arrows } of drawingOf(route)) for (const { to } of arrows) expect(states).toContain(to);
    }
  });
});
