/** What the description of the endpoint is put together from. */
import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import * as resources from './resources.ts';

type Schema = v.GenericSchema;
export type Json = Readonly<Record<string, unknown>>;

/** Checks that JSON Schema cannot say (a real calendar date, an instant) are left out of the description only. */
const CONVERSION: ConversionConfig = { target: 'openapi-3.0', errorMode: 'ignore', typeMode: 'input' };

export const schemaOf = (schema: Schema): Json => {
  const { $schema: _, ...json } = toJsonSchema(schema, CONVERSION) as Record<string, unknown>;
  return json;
};
export const content = (schema: Schema | Json, type = 'application/json'): Json => ({
  [type]: { schema: 'kind' in schema ? schemaOf(schema as Schema) : schema },
});
export const body = (schema: Schema, description?: string): Json => ({
  required: true,
  content: content(schema),
  ...(description === undefined ? {} : { description }),
});
export const PROBLEM: Json = {
  description: 'RFC 9457 problem details; `code` is one of those listed under x-codes',
  content: { 'application/problem+json': { schema: schemaOf(resources.Problem) } },
};
export const answers = (schema: Schema | Json | null, description: string, status = 200): Json => ({
  [status]: schema === null ? { description } : { description, content: content(schema) },
  default: PROBLEM,
});
export const query = (name: string, schema: Json, required = false): Json => ({
  name,
  in: 'query',
  required,
  schema,
});
export const inPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});

export const BY_SESSION: Json = { security: [{ session: [] }] };
export const BY_DEVICE: Json = { security: [{ device: [] }] };
