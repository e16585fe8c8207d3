import type { Kdf, KdfParameters } from '../ports.ts';
import type { KdfAnswer, KdfQuestion } from './kdf.worker.ts';

/** argon2id in a worker of its own, which lives for one question: the secret stays nowhere. */
export const deviceKdf: Kdf = {
  tune: () => ask<KdfParameters>({ ask: 'tune' }),
  derive: (secret, salt, parameters) =>
    ask<Uint8Array<ArrayBuffer>>({ ask: 'derive', secret, salt, parameters }),
};

function ask<T>(question: KdfQuestion): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<KdfAnswer>) => {
      end();
      if ('failed' in data) reject(new Error(`the key could not be derived: ${data.failed}`));
      else resolve(data.value as T);
    };
    worker.onerror = (event) => {
      end();
      reject(new Error(`the key could not be derived: ${event.message}`));
    };
    worker.postMessage(question);
  });
}
