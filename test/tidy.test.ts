import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkAmbient,
  checkFileLength,
  checkFunctionLength,
  checkImports,
  checkMirror,
  checkTree,
  describeViolation,
  type SourceFile,
} from './support/tidy.ts';

const ROOT = join(import.meta.dirname, '..');

function readTree(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path
        .slice(ROOT.length + 1)
        .split(sep)
        .join('/'),
      text: readFileSync(path, 'utf8'),
    }));
}

const file = (path: string, text: string): SourceFile => ({ path, text });
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const found = (violations: readonly Parameters<typeof describeViolation>[0][]): string[] =>
  violations.map(describeViolation);

describe('the house', () => {
  it('is tidy', () => {
    expect(found(checkTree([...readTree('src'), ...readTree('test')]))).toEqual([]);
  });
});

describe('import directions', () => {
  it.each([
    ['src/app/window/a.tsx', '../../endpoint/b.ts'],
    ['src/endpoint/a.ts', '../app/local/b.ts'],
    ['src/endpoint/a.ts', '../app/window/b.tsx'],
    ['src/app/window/a.tsx', '../admin/b.tsx'],
    ['src/app/local/a.ts', '../window/b.ts'],
    ['src/app/local/a.ts', '../parts/b.tsx'],
    ['src/domain/a.ts', '../protocol/b.ts'],
    ['src/domain/a.ts', 'dexie'],
    ['src/domain/a.ts', 'node:crypto'],
    ['src/catalogue/a.ts', '../protocol/b.ts'],
    ['src/catalogue/a.ts', 'pinyin-pro'],
    ['src/protocol/a.ts', '../catalogue/b.ts'],
    ['src/protocol/a.ts', 'fastify'],
    ['src/worker/a.ts', '../domain/b.ts'],
    ['src/app/local/a.ts', 'node:fs'],
    ['src/app/local/a.ts', '../../../test/support/b.ts'],
  ])('%s must not import %s', (path, specifier) => {
    const forms = [
      `import { a } from '${specifier}';`,
      `import type { a } from '${specifier}';`,
      `export * from '${specifier}';`,
      `export const a = () => import('${specifier}');`,
      `export type A = import('${specifier}').A;`,
    ];
    for (const form of forms)
      expect(found(checkImports(file(path, `// why\n${form}\n`)))).toEqual([
        expect.stringMatching(new RegExp(`^${path}:2 .*must not|^${path}:2 .*may only`)),
      ]);
  });

  it.each([
    ['src/endpoint/routes/progress.tsx', '../../app/citizen/progress.tsx'],
    ['src/app/main.tsx', './window/desk.tsx'],
    ['src/app/window/a.tsx', '../parts/button.tsx'],
    ['src/app/window/a.tsx', './a.module.css'],
    ['src/catalogue/pinyin.build-time.ts', 'pinyin-pro'],
    ['src/domain/a.ts', 'cdigit'],
    ['src/worker/desk.ts', '../app/local/store.ts'],
    ['src/worker/desk.ts', 'workbox-precaching'],
  ])('%s may import %s', (path, specifier) => {
    expect(found(checkImports(file(path, `import '${specifier}';`)))).toEqual([]);
  });

  it('knows no place outside the plan of the house', () => {
    expect(found(checkImports(file('src/helpers/a.ts', '')))).toEqual([expect.stringContaining('no place')]);
    expect(found(checkImports(file('src/app/misc/a.ts', '')))).toEqual([expect.stringContaining('no place')]);
  });
});

describe('length', () => {
  it('a file has at most 300 lines', () => {
    expect(checkFileLength(file('src/domain/a.ts', lines(300, 'f();')))).toEqual([]);
    expect(found(checkFileLength(file('src/domain/a.ts', lines(301, 'f();'))))).toEqual([
      'src/domain/a.ts:301 has 301 lines; a file has at most 300',
    ]);
  });

  it('pure data of the catalogue may have 600, a catalogue file with logic not', () => {
    const data = `export const guide = [\n${lines(500, '  1,')}];\n`;
    expect(checkFileLength(file('src/catalogue/guides/a.ts', data))).toEqual([]);
    expect(checkFileLength(file('src/catalogue/guides/a.ts', `${data}${lines(200, '//')}`))).toHaveLength(1);
    expect(checkFileLength(file('src/catalogue/guides/a.ts', `${data}const f = () => 1;\n`))).toHaveLength(1);
    expect(checkFileLength(file('src/domain/a.ts', data))).toHaveLength(1);
  });

  it('a function has at most 70 lines, wherever it stands', () => {
    const body = (count: number) => `{\n${lines(count - 2, '  f();')}}`;
    const forms = [
      (b: string) => `function a() ${b}`,
      (b: string) => `const a = () => ${b}`,
      (b: string) => `class A { a() ${b} }`,
    ];
    for (const form of forms) {
      expect(checkFunctionLength(file('src/domain/a.ts', form(body(70))))).toEqual([]);
      expect(found(checkFunctionLength(file('src/domain/a.ts', `\n${form(body(71))}`)))).toEqual([
        'src/domain/a.ts:2 a function has 71 lines; at most 70',
      ]);
    }
  });

  it('a describe block is a heading, not a function', () => {
    const block = `{\n${lines(100, '  f();')}}`;
    expect(checkFunctionLength(file('test/a.test.ts', `describe('a', () => ${block});`))).toEqual([]);
    expect(checkFunctionLength(file('test/a.test.ts', `describe.each([1])('a', () => ${block});`))).toEqual(
      [],
    );
    expect(checkFunctionLength(file('test/a.test.ts', `it('a', () => ${block});`))).toHaveLength(1);
  });
});

describe('clock, chance, network and timers', () => {
  it.each([
    'Date.now()',
    'const clock = Date.now',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    "fetch('/api')",
    "globalThis.fetch('/api')",
    'setTimeout(f, 1)',
    'window.setTimeout(f, 1)',
    'setInterval(f, 1)',
  ])('%s stays at the edges', (code) => {
    expect(found(checkAmbient(file('src/app/local/sync.ts', `\n${code};`)))).toEqual([
      expect.stringContaining('src/app/local/sync.ts:2 '),
    ]);
    expect(checkAmbient(file('src/app/local/edges/browser.ts', code))).toEqual([]);
    expect(checkAmbient(file('src/endpoint/edges.ts', code))).toEqual([]);
  });

  it('leaves alone what only looks like them', () => {
    const text = 'new Date(at); clock.now(); transport.fetch(url); // Date.now()\nconst s = "Math.random()";';
    expect(checkAmbient(file('src/domain/a.ts', text))).toEqual([]);
  });
});

describe('test/ mirrors src/', () => {
  const sources = ['src/domain/rules.ts', 'src/app/window/desk.tsx', 'src/endpoint/store/port.ts'];

  it.each([
    'test/domain/rules.test.ts',
    'test/domain/rules.intake.test.ts',
    'test/app/window/desk.test.ts',
    'test/endpoint/store.test.ts',
    'test/journeys/offline.test.ts',
    'test/tidy.test.ts',
    'test/domain/builders.ts',
  ])('%s has its place', (path) => {
    expect(checkMirror(path, sources)).toEqual([]);
  });

  it('a test of nothing is named', () => {
    expect(found(checkMirror('test/domain/ruless.test.ts', sources))).toEqual([
      expect.stringContaining('no src/domain/ruless.ts(x)'),
    ]);
  });
});
