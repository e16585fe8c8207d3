import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyHelmetOptions } from '@fastify/helmet';

export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

const DESK = /^\/desk(\/|$)/;

/**
 * The staff app asks the card reader's service on the computer it runs on: exactly this address, in numbers, so that no name
 * server has a say. A citizen's page asks nobody but us.
 */
const readerAt = ({ url = '' }: IncomingMessage): string =>
  DESK.test(url) ? 'http://127.0.0.1:*' : "'self'";

/** Only what this origin serves: no inline script, no frame of anybody's, nobody else's anything. */
export function contentPolicy(secure: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // argon2id, which turns a typed secret into a key, is WebAssembly; scripts from text stay forbidden.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // A PDF of a paper, opened on the device, is shown by the browser's own viewer.
        frameSrc: ['blob:'],
        connectSrc: ["'self'", readerAt],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain http (a demonstration on localhost) the header would only be ignored.
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  };
}
