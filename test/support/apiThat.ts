import type { Api } from '../../src/app/local/edges/api.ts';

export type Call = { readonly method: string; readonly path: string; readonly body: unknown };

/** Answers like the endpoint does, and remembers what was asked. */
export function apiThat(answer: (call: Call) => unknown): { api: Api; calls: Call[] } {
  const calls: Call[] = [];
  const api: Api = {
    async call(method, path, _schema, body) {
      calls.push({ method, path, body });
      return answer({ method, path, body }) as never;
    },
  };
  return { api, calls };
}
