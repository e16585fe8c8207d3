import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IconNode } from 'lucide';
import * as lucide from 'lucide';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../src/app/parts/iconLine.ts';
import { ROOT } from '../../support/root.ts';

const APP = join(ROOT, 'src/app');

describe('an icon as one line', () => {
  it('keeps where each of its paths begins', () => {
    expect(
      lineOf([
        ['path', { d: 'm9 12 2 2' }],
        ['path', { d: 'M1 1h3' }],
      ]),
    ).toBe('M0 0m9 12 2 2M0 0M1 1h3');
  });

  it('draws lines, circles and boxes, with corners and without', () => {
    expect(lineOf([['line', { x1: '3', y1: '4', x2: '5', y2: '6' }]])).toBe('M3 4L5 6');
    expect(lineOf([['polyline', { points: '1 2 3 4 5 6' }]])).toBe('M1 2 3 4 5 6');
    expect(lineOf([['circle', { cx: '12', cy: '12', r: '10' }]])).toBe(
      'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z',
    );
    expect(lineOf([['circle', { cx: '2', cy: '2', r: '1', fill: 'currentColor' }]])).toBe(
      'M1 2a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM2 2h0',
    );
    expect(lineOf([['rect', { x: '2', y: '3', width: '20', height: '14', rx: '2' }]])).toBe(
      'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2z',
    );
  });

  it('does not leave out a shape that it does not know', () => {
    expect(() => lineOf([['ellipse', { cx: '1', cy: '1', rx: '2', ry: '1' }]])).toThrow(
      'no line for ellipse',
    );
    expect(() => lineOf([['path', { d: 'M0 0', fill: 'red' }]])).toThrow('no line for a filled path');
  });

  it('draws each that a screen names', () => {
    const named = readdirSync(APP, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => iconsIn(join(APP, file)));
    expect(named.length).toBeGreaterThan(50);
    for (const icon of named) expect(lineOf(icon)).toMatch(/^M[-\d .,aAcChHlLmMqQsStTvVzZ]+$/);
  });
});

function iconsIn(file: string): readonly IconNode[] {
  const icons = lucide as unknown as Readonly<Record<string, IconNode>>;
  return [...readFileSync(file, 'utf8').matchAll(/^import \{([^}]*)\} from 'lucide'/gm)]
    .flatMap(([, named = '']) => named.split(','))
    .map((one) => one.trim().split(' as ')[0] ?? '')
    .filter((one) => one !== '')
    .map((one) => icons[one] ?? never(one));
}

function never(name: string): never {
  throw new Error(`no icon ${name}`);
}
