/** How requests of a device end. */
import type { Reply } from '../../src/app/local/ports.ts';
import type { Problem } from '../../src/protocol/resources.ts';

export const problem = (status: number, code: string, retryAfterMs?: number): Reply<never> => {
  const body: Problem = { type: 'about:blank', title: code, status, code };
  return { kind: 'problem', problem: body, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

export const OFFLINE: Reply<never> = { kind: 'unreachable', why: 'offline' };
export const TIMEOUT: Reply<never> = { kind: 'unreachable', why: 'timeout' };

export const value = <T>(what: T): Extract<Reply<T>, { kind: 'answer' }> => ({
  kind: 'answer',
  value: structuredClone(what),
});
