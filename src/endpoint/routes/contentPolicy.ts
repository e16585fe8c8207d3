import { createHash } from 'node:crypto';
import type { FastifyHelmetOptions } from '@fastify/helmet';

export const sha256Base64 = (text: string): string => createHash('sha256').update(text).digest('base64');

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
        connectSrc: ["'self'"],
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
