import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';

/**
 * Refuses what another site's page makes a browser send with our cookie. Programs that are no browser send neither
 * header and hold no cookie that they did not ask for.
 */
export function requireSameOrigin({ publicUrl }: Pick<Context, 'publicUrl'>) {
  return async (request: FastifyRequest): Promise<void> => {
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin !== undefined) {
      if (origin === publicUrl() || hostOf(origin) === host) return;
      throw new Problem('session.otherOrigin');
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Problem('session.otherOrigin');
  };
}

/** `null` is what a sandboxed or redirected page sends; it is nobody's origin. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
