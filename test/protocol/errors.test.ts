import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorEntry, inWords, isErrorCode } from '../../src/protocol/errors.ts';
import { CASE_ERRORS } from '../../src/protocol/errorsCase.ts';
import { HANDLING_ERRORS } from '../../src/protocol/errorsHandling.ts';
import { isRuleCode } from '../../src/protocol/ruleCodes.ts';

const SRC = join(import.meta.dirname, '../../src');

/** Every file of src/ but the catalogue itself, and the lint, which has codes of its own for editors. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .filter((path) => !/^protocol\/errors|^catalogue\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

const CODE = "'([a-z]+\\.[a-zA-Z]+)'";
/** Where a code is written: a refusal, a problem, a flag, a `code:` in an object. */
const CONTEXTS = [
  new RegExp(`\\b(?:refuse|refusal|flagged|Problem|retry)\\(\\s*(?:[\\w.]+,\\s*)?${CODE}`, 'g'),
  new RegExp(`\\bcode: ${CODE}`, 'g'),
];
const inDomain = new RegExp(CODE, 'g');

const codesIn = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));

describe('the codes of the rules', () => {
  it('are told from all others without their words', () => {
    const rules = { ...CASE_ERRORS, ...HANDLING_ERRORS };
    for (const code of Object.keys(ERRORS)) expect(isRuleCode(code), code).toBe(code in rules);
  });
});

describe('the one catalogue of errors', () => {
  it('has every code that is answered, refused or flagged with', () => {
    const unknown = files.flatMap(({ path, text }) => {
      const patterns = path.startsWith('domain/') ? [...CONTEXTS, inDomain] : CONTEXTS;
      return codesIn(text, patterns)
        .filter((code) => !isErrorCode(code))
        .map((code) => `${path}: ${code}`);
    });
    expect(unknown).toEqual([]);
  });

  it('has no code that nobody uses', () => {
    const all = files.map((file) => file.text).join('\n');
    // `line.${why}` uses every code that begins so.
    const composed = [...all.matchAll(/`([a-z]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(ERRORS)
      .filter((code) => !all.includes(`'${code}'`))
      .filter((code) => !composed.some((prefix) => code.startsWith(prefix)));
    expect(unused).toEqual([]);
  });

  it('says for each what happened and what to do, as a sentence', () => {
    for (const [code, entry] of Object.entries<ErrorEntry>(ERRORS)) {
      expect(entry.status, code).toBeGreaterThanOrEqual(400);
      for (const words of [entry.what, entry.todo]) expect(words, code).toMatch(/[。？！}]$/);
    }
  });

  it('fills facts in, and finds words for a code that it does not know', () => {
    expect(inWords('close.tooEarly', { due: '2026-12-01' }).what).toContain('2026-12-01');
    expect(inWords('told.incomplete', { materials: ['章程', '名册'] }).what).toContain('“章程”、“名册”');
    expect(inWords('new.code').todo).toContain('没有丢失');
  });
});
