import { describe, expect, it } from 'vitest';
import { onlyInWords } from '../../src/app/parts/circumstanceWords.ts';
import type { Case } from '../../src/domain/case.ts';
import { decide } from '../../src/domain/decide.ts';
import { arrowKey, drawingOf, type PaperPlace, paperDrawing } from '../../src/domain/drawing.ts';
import { custodyOf } from '../../src/domain/handling.ts';
import { TRANSITIONS } from '../../src/domain/transitions.ts';
import { act, does, doing, onTheWay } from '../support/handlingActs.ts';
import { fold } from '../support/sampleCase.ts';

const ROUTES = ['direct', 'review', 'window', 'district'] as const;

describe('the drawing of a route', () => {
  it.each(ROUTES)('shows every act of the table on %s, and none besides', (route) => {
    const stations = drawingOf(route);
    const drawn = stations.flatMap(({ state, arrows, stays }) => [
      ...arrows.flatMap(({ command, to, roles, only }) =>
        roles.map((role) => `${state} ${command} ${to} ${role} ${only}`),
      ),
      ...stays.flatMap(({ command, roles, only }) =>
        roles.map((role) => `${state} ${command} same ${role} ${only}`),
      ),
    ]);
    const states = stations.map((one) => one.state);
    const table = TRANSITIONS.filter((row) => row.routes.includes(route)).flatMap((row) =>
      row.from
        .filter((from) => from !== 'any' && states.includes(from))
        .flatMap((from) =>
          row.roles.map((role) => `${from} ${row.command} ${row.to} ${role} ${row.only ?? ''}`),
        ),
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

describe('the conditions of a line', () => {
  it('stand on its arrow: what a clerk decides at once is another arrow than what a reviewer does', () => {
    const accepted = drawingOf('direct').find((one) => one.state === 'accepted');
    const decides = accepted?.arrows.filter((one) => one.command === 'decide');
    expect(decides?.map(({ roles, only }) => [roles, only])).toEqual([
      [['reviewer'], ['promised']],
      [['clerk'], ['instant']],
    ]);
    expect(decides?.map((one) => onlyInWords(one.only))).toEqual(['只限承诺办理的事项', '只限即办事项']);
    expect(onlyInWords([])).toBe('');
  });

  it('tell the arrows of a state apart', () => {
    for (const route of ROUTES)
      for (const { state, arrows, stays } of drawingOf(route)) {
        const keys = [...arrows, ...stays].map(arrowKey);
        expect(new Set(keys).size, `${route} ${state}`).toBe(keys.length);
      }
  });
});

describe('the drawing of the paper', () => {
  const here = onTheWay('coop', 'atDepartment');
  const onItsWay = does(here, 'clerk', act('dispatchPapers'));
  const places: Readonly<Record<PaperPlace, Case>> = {
    here,
    onItsWay,
    missing: does(onItsWay, 'officer', act('reportMissing')),
  };
  const placeOf = (found: Case | null): PaperPlace | undefined => {
    const way = found && custodyOf(found).way;
    return found === null ? undefined : way ? (way.missing === undefined ? 'onItsWay' : 'missing') : 'here';
  };

  it('is what is judged: every move that it shows is possible, and no other', () => {
    const possible = (Object.keys(places) as PaperPlace[]).flatMap((from) =>
      (['dispatchPapers', 'signForPapers', 'reportMissing'] as const).flatMap((command) =>
        (['sender', 'receiver'] as const).flatMap((by) => {
          const found = places[from];
          const result = decide(found, act(command), doing(found, by === 'sender' ? 'clerk' : 'officer'));
          const to = result.ok ? placeOf(fold(found, result.value)) : undefined;
          return to ? [`${from} ${command} ${to} ${by}`] : [];
        }),
      ),
    );
    const drawn = paperDrawing().map(({ from, command, to, by }) => `${from} ${command} ${to} ${by}`);
    expect([...drawn].sort()).toEqual(possible.sort());
    for (const { roles } of paperDrawing()) expect(roles).toEqual(['clerk', 'reviewer', 'officer']);
  });
});
