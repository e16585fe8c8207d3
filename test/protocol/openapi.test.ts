import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERRORS } from '../../src/protocol/errors.ts';
import { openApi } from '../../src/protocol/openapi.ts';

const description = openApi('1.2.3') as {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  'x-codes': Record<string, unknown>;
};

it('describes every route under /api that the endpoint has, and no other', () => {
  const folder = join(import.meta.dirname, '../../src/endpoint/routes');
  const written = readdirSync(folder).flatMap((name) =>
    [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /\.(get|head|post|put|patch|delete)(?:<[^(]*>)?\(\s*'(\/(?:api|metrics)[^']*)'/g,
      ),
    ].map(([, method, path]) => `${method} ${path?.replace(/:(\w+)/g, '{$1}')}`),
  );
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(written.sort());
});

it('is made of the schemas that validate: a batch has its limits, a code its words', () => {
  const text = JSON.stringify(description);
  expect(text).toContain('"maxItems":100');
  expect(text).toContain('"maxLength":65536');
  expect(Object.keys(description['x-codes'])).toEqual(Object.keys(ERRORS));
});
