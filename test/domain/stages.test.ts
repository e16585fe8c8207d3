import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { paperDrawing } from '../../src/domain/drawing.ts';
import type { Item, Route } from '../../src/domain/item.ts';
import { lineOf, stagesOf } from '../../src/domain/stages.ts';
import { TRANSITIONS, type Transition } from '../../src/domain/transitions.ts';
import { onTheWay } from '../support/handlingActs.ts';
import { handledItem } from '../support/handlingCatalogue.ts';

const itemOf = (id: string): Item => {
  const item = seedCatalogue.items.find((one) => one.id === id);
  if (!item) throw new Error(id);
  return item;
};

describe('the line of steps', () => {
  it('is read off the table for each way of the notice', () => {
    expect(stagesOf(itemOf('1'), 'direct')).toEqual([
      'received',
      'accepted',
      'decided',
      'approved',
      'sealed',
      'delivered',
    ]);
    expect(stagesOf(itemOf('7'), 'review')).toEqual([
      'received',
      'accepted',
      'opined',
      'approved',
      'sealed',
      'atDepartment',
      'issued',
      'delivered',
    ]);
    expect(stagesOf(itemOf('10'), 'window')).toEqual([
      'received',
      'accepted',
      'atDepartment',
      'decided',
      'approved',
      'sealed',
      'delivered',
    ]);
    expect(stagesOf(itemOf('10'), 'district')).toEqual([
      'received',
      'accepted',
      'decided',
      'approved',
      'sealed',
      'delivered',
    ]);
    expect(stagesOf(itemOf('2'), 'direct')).toEqual(['received', 'accepted', 'decided', 'delivered']);
    expect(stagesOf(itemOf('8'), 'review')).toEqual(['received', 'accepted', 'answered']);
  });

  it('leads every item to its end on both of its routes', () => {
    for (const item of seedCatalogue.items)
      for (const route of [item.route, 'district'] as const)
        expect(['delivered', 'answered'], `${item.id} ${route}`).toContain(stagesOf(item, route).at(-1));
  });

  it('knows where a case is that has been given back, and that one has left it', () => {
    const item = handledItem('birth');
    const line = stagesOf(item, 'review');
    const sent = onTheWay('birth', 'atDepartment');
    expect(lineOf(sent, 'returnedByDepartment', item)).toEqual({
      stages: line,
      at: line.indexOf('approved'),
    });
    expect(lineOf(sent, 'withdrawn', item).at).toBe(-1);
  });
});

const DRAWING = fileURLToPath(new URL('../../src/domain/README.md', import.meta.url));
const ROUTES: Readonly<Record<Route, string>> = {
  direct: '直接下放 (direct)',
  review: '下放实质性审核权 (review)',
  window: '服务窗口前移 (window)',
  district: '区级大厅 (district)',
};

const only = (row: Transition): string => (row.only ? ` [${row.only.join(', ')}]` : '');

/** The table as a drawing, one for each route. `JINBAN_DRAW=1` writes it into the documentation. */
function drawn(): string {
  const pictures = (Object.keys(ROUTES) as Route[]).map((route) => {
    const arrows = TRANSITIONS.filter((row) => row.routes.includes(route) && row.to !== 'same').flatMap(
      (row) =>
        row.from.map(
          (from) =>
            `  ${from === 'none' ? '[*]' : from} --> ${row.to}: ${row.command} (${row.roles.join(', ')})${only(row)}`,
        ),
    );
    return `## ${ROUTES[route]}\n\n\`\`\`mermaid\nstateDiagram-v2\n${[...new Set(arrows)].join('\n')}\n\`\`\`\n`;
  });
  const moves = paperDrawing().map(
    ({ command, from, to, by, roles }) => `  ${from} --> ${to}: ${command} (${by}: ${roles.join(', ')})`,
  );
  pictures.push(
    `## 纸质材料 (paper)\n\nThe same on every route, beside the states above.\n\n\`\`\`mermaid\nstateDiagram-v2\n  [*] --> here\n${moves.join('\n')}\n\`\`\`\n`,
  );
  return [
    '# The state table, drawn',
    'Made from `transitions.ts` by `JINBAN_DRAW=1 npx vitest run --project unit test/domain/stages.test.ts`; a test holds it. In brackets: for which items or cases only (`Circumstance` in `transitionRow.ts`).',
    ...pictures,
  ].join('\n\n');
}

describe('the drawing in the documentation', () => {
  it('is the table', () => {
    if (process.env.JINBAN_DRAW) writeFileSync(DRAWING, drawn());
    expect(readFileSync(DRAWING, 'utf8')).toBe(drawn());
  });
});
