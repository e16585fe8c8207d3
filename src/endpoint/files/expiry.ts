import type { FastifyBaseLogger } from 'fastify';
import { UPLOAD_DAYS } from '../../protocol/files.ts';
import type { Context } from '../context.ts';

const DAY_MS = 86_400_000;

/**
 * Removes what was begun and left lying, now and every day. What is whole is never collected: the command that names it
 * may be on its way on another device for months.
 * @returns stops it
 */
export function expireUploads(
  { shelf, clock, timer }: Pick<Context, 'shelf' | 'clock' | 'timer'>,
  log: FastifyBaseLogger,
): () => void {
  const expire = (): void => {
    shelf
      .dropIncoming(clock() - UPLOAD_DAYS * DAY_MS)
      .catch((error: unknown) => log.error({ err: error }, 'old uploads could not be removed'));
  };
  expire();
  return timer.every(DAY_MS, expire);
}
