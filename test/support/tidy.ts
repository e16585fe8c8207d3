/**
 * The checks behind `tidy.test.ts`: what DESIGN §2 says of the house, as functions from files to violations.
 * Code is read with the parser that the build uses (oxc, through vite), never by pattern.
 */
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { edgeOf, mayImport, mayUsePackage, placeOf } from './tidyRules.ts';

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  /** The rule in words, with what broke it. */
  readonly rule: string;
}

export const MAX_FILE_LINES = 300;
export const MAX_DATA_LINES = 600;
export const MAX_FUNCTION_LINES = 70;

export const describeViolation = (one: Violation): string => `${one.path}:${one.line} ${one.rule}`;

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const parsed = new WeakMap<SourceFile, ReturnType<typeof parseSync>>();

function parse(file: SourceFile): ReturnType<typeof parseSync> {
  const known = parsed.get(file);
  if (known) return known;
  const result = parseSync(file.path, file.text);
  if (result.errors.length > 0)
    throw new Error(`${file.path} cannot be parsed: ${result.errors[0]?.message}`);
  parsed.set(file, result);
  return result;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** Visits every node, parents first. */
function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent?: SyntaxNode) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of value) isNode(child) && walk(child, visit, node);
    else if (isNode(value)) walk(value, visit, node);
  }
}

const programOf = (file: SourceFile): SyntaxNode => parse(file).program as unknown as SyntaxNode;
const lineAt = (file: SourceFile, offset: number): number => file.text.slice(0, offset).split('\n').length;
const isCode = (file: SourceFile): boolean => /\.tsx?$/.test(file.path);
const isName = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === 'Identifier' && node.name === name;

/** Each module that a file imports or re-exports, types included, with the offset where it is named. */
function importsOf(file: SourceFile): { specifier: string; offset: number }[] {
  const { module } = parse(file);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest ?? [])),
  ].map((request) => ({ specifier: request.value, offset: request.start }));
  walk(programOf(file), (node) => {
    const source = node.source;
    const dynamic = node.type === 'ImportExpression' || node.type === 'TSImportType';
    if (dynamic && isNode(source) && typeof source.value === 'string')
      requests.push({ specifier: source.value, offset: source.start });
  });
  return [...new Map(requests.map((one) => [one.offset, one])).values()];
}

/** The import directions of DESIGN §2. */
export function checkImports(file: SourceFile): Violation[] {
  if (!isCode(file) || !file.path.startsWith('src/')) return [];
  const from = placeOf(file.path);
  if (from === undefined)
    return [{ path: file.path, line: 1, rule: 'lies in no place that DESIGN §2 names' }];
  return importsOf(file).flatMap(({ specifier, offset }) => {
    const line = lineAt(file, offset);
    if (!specifier.startsWith('.')) {
      const refusal = mayUsePackage(file.path, from, specifier);
      return refusal === undefined ? [] : [{ path: file.path, line, rule: refusal }];
    }
    const target = posix.join(posix.dirname(file.path), specifier.replace(/[?#].*$/, ''));
    const to = placeOf(target);
    if (to !== undefined && mayImport(from, to)) return [];
    return [
      {
        path: file.path,
        line,
        rule: `${from} must not import ${to ?? target} (import directions, DESIGN §2)`,
      },
    ];
  });
}

/** Files of at most 300 lines; pure data of the catalogue may have 600. */
export function checkFileLength(file: SourceFile): Violation[] {
  if (!isCode(file) && !file.path.endsWith('.css')) return [];
  const lines = file.text.replace(/\n$/, '').split('\n').length;
  const limit = file.path.startsWith('src/catalogue/') && isPureData(file) ? MAX_DATA_LINES : MAX_FILE_LINES;
  if (lines <= limit) return [];
  return [{ path: file.path, line: limit + 1, rule: `has ${lines} lines; a file has at most ${limit}` }];
}

const isFunction = (node: SyntaxNode): boolean =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

/** A file that only declares: no function, no branch, no loop. */
function isPureData(file: SourceFile): boolean {
  let pure = true;
  walk(programOf(file), (node) => {
    if (isFunction(node) || /^(If|For|While|DoWhile|Switch|Try)/.test(node.type)) pure = false;
  });
  return pure;
}

/** `describe('…', () => { … })` is a heading, not a function with work in it. */
function isHeading(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type !== 'CallExpression' || parent.callee === node) return false;
  let callee = parent.callee;
  while (isNode(callee) && !isName(callee, 'describe')) callee = callee.object ?? callee.callee;
  return isNode(callee);
}

/** Functions of at most 70 lines, from the first line of the signature to the closing brace. */
export function checkFunctionLength(file: SourceFile): Violation[] {
  if (!isCode(file)) return [];
  const violations: Violation[] = [];
  walk(programOf(file), (node, parent) => {
    if (!isFunction(node) || isHeading(node, parent)) return;
    const line = lineAt(file, node.start);
    const lines = lineAt(file, node.end) - line + 1;
    if (lines > MAX_FUNCTION_LINES)
      violations.push({
        path: file.path,
        line,
        rule: `a function has ${lines} lines; at most ${MAX_FUNCTION_LINES}`,
      });
  });
  return violations;
}

const AMBIENT_CALLS = ['fetch', 'setTimeout', 'setInterval'];
const GLOBAL_OBJECTS = ['globalThis', 'window', 'self'];

/** What a node takes from the world around it instead of from a parameter, if anything. */
function ambientUse(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') {
    const { object, property } = node;
    if (isName(object, 'Date') && isName(property, 'now')) return 'Date.now';
    if (isName(object, 'Math') && isName(property, 'random')) return 'Math.random';
    if (GLOBAL_OBJECTS.some((name) => isName(object, name)))
      return AMBIENT_CALLS.find((name) => isName(property, name));
  }
  if (node.type === 'CallExpression')
    return (
      AMBIENT_CALLS.find((name) => isName(node.callee, name)) ??
      (isName(node.callee, 'Date') ? 'Date()' : undefined)
    );
  const bareDate = node.type === 'NewExpression' && isName(node.callee, 'Date');
  if (bareDate && (node.arguments as unknown[]).length === 0) return 'new Date()';
  return undefined;
}

/** Clock, chance, network and timers come in as parameters; only the edges reach for them. */
export function checkAmbient(file: SourceFile): Violation[] {
  if (!isCode(file) || !file.path.startsWith('src/') || edgeOf(file.path) !== undefined) return [];
  const violations: Violation[] = [];
  walk(programOf(file), (node) => {
    const use = ambientUse(node);
    if (use !== undefined)
      violations.push({
        path: file.path,
        line: lineAt(file, node.start),
        rule: `${use} outside the edges: take a clock, a random source, a transport or a timer as a parameter`,
      });
  });
  return violations;
}

/** Folders of test/ that mirror nothing in src/. */
const TEST_FOLDERS = ['simulation', 'journeys', 'bench', 'support'];

/**
 * `test/` mirrors `src/`: `test/x/y.test.ts` speaks of `src/x/y.ts`, `src/x/y.tsx` or the folder `src/x/y`;
 * `test/x/y.aspect.test.ts` of one aspect of it.
 */
export function checkMirror(path: string, sources: readonly string[]): Violation[] {
  const match = /^test\/(?:(.+)\/)?([^/]+)\.test\.tsx?$/.exec(path);
  if (!match?.[1] || TEST_FOLDERS.includes(match[1].split('/')[0] ?? '')) return [];
  const stem = match[2] ?? '';
  const subjects = [stem, stem.replace(/\..*$/, '')].map((name) => `src/${match[1]}/${name}`);
  const exists = subjects.some((subject) =>
    sources.some((source) => source.replace(/\.tsx?$/, '') === subject || source.startsWith(`${subject}/`)),
  );
  return exists
    ? []
    : [{ path, line: 1, rule: `mirrors nothing: there is no ${subjects[0]}.ts(x) and no such folder` }];
}

/** Every violation in a set of files that is a whole tree. */
export function checkTree(files: readonly SourceFile[]): Violation[] {
  const paths = files.map((file) => file.path);
  return files.flatMap((file) => [
    ...checkImports(file),
    ...checkFileLength(file),
    ...checkFunctionLength(file),
    ...checkAmbient(file),
    ...checkMirror(file.path, paths),
  ]);
}
