/** What an endpoint refuses a request with. */
import { expect } from 'vitest';
import type { Problem } from '../../src/protocol/resources.ts';

/** The code of a refusal, whose form and headers are held on the way; else the status. */
export async function codeOf(answer: Response): Promise<string | number> {
  if (answer.ok) return answer.status;
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = (await answer.json()) as Problem;
  expect(problem.status).toBe(answer.status);
  return problem.code;
}
