import type { KdfParameters } from '../ports.ts';
import { derive, tune } from './kdfWork.ts';

/** Half a second of argon2id away from the main thread, so that the screen stays alive. */
export type KdfQuestion =
  | { readonly ask: 'tune' }
  | {
      readonly ask: 'derive';
      readonly secret: string;
      readonly salt: Uint8Array<ArrayBuffer>;
      readonly parameters: KdfParameters;
    };

export type KdfAnswer = { readonly value: unknown } | { readonly failed: string };

self.addEventListener('message', async ({ data }: MessageEvent<KdfQuestion>) => {
  try {
    const value = data.ask === 'tune' ? await tune() : await derive(data.secret, data.salt, data.parameters);
    self.postMessage({ value } satisfies KdfAnswer);
  } catch (problem) {
    // A rejection in a worker is heard by nobody: whoever asked would wait for ever.
    self.postMessage({ failed: String(problem) } satisfies KdfAnswer);
  }
});
