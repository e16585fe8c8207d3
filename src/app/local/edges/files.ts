import { FILE_TYPES } from '../../../domain/files.ts';
import type { Reply } from '../ports.ts';
import { readProblem } from './http.ts';
import { proofHeaders } from './proof.ts';

/** A page over a slow line: three hundred kilobytes at thirty kilobits a second. */
const TIMEOUT_MS = 90_000;

/** The opened content of a file of a case. What is of no kind that a case has is no answer of ours. */
export async function fetchFile(base: string, hash: string): Promise<Reply<Blob>> {
  const giveUp = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(`${base}/api/files/${hash}`, {
      headers: proofHeaders(),
      ...{ credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: giveUp },
    });
    if (!response.ok) return readProblem(response, await response.text());
    const content = await response.blob();
    const known = FILE_TYPES.some((type) => type === content.type);
    return known ? { kind: 'answer', value: content } : { kind: 'unreachable', why: 'notOurs' };
  } catch {
    return { kind: 'unreachable', why: giveUp.aborted ? 'timeout' : 'offline' };
  }
}
