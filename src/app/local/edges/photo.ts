import { type Result, refuse } from '../../../domain/result.ts';
import type { PhotoWork, PreparedPage, Preview } from '../photos.ts';
import type { PhotoAnswer, PhotoQuestion } from './photo.worker.ts';

/** A slow tablet takes two seconds for a photo; after this long the worker has died without a word. Milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Each question has a worker of its own, so that a large photo's memory is given back at once, and waits for the one
 * before: ten chosen files must not be open at the same time.
 */
export function openPhotoWork(): PhotoWork {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(question: PhotoQuestion): Promise<Result<T>> => {
    const answer = last.then(() => ask<T>(question));
    last = answer;
    return answer;
  };
  return {
    prepare: (source, how) => inTurn<PreparedPage>({ ask: 'prepare', source, how }),
    preview: (source) => inTurn<Preview>({ ask: 'preview', source }),
  };
}

/** Never rejects: a worker that fails, for want of memory as a rule, could not read the photo. */
function ask<T>(question: PhotoQuestion): Promise<Result<T>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<T>): void => {
      clearTimeout(patience);
      worker.terminate();
      resolve(result);
    };
    const failed = (why: string): void => {
      console.error(`a photo could not be prepared: ${why}`);
      end(refuse('photo.unreadable'));
    };
    const patience = setTimeout(() => failed('no answer'), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<PhotoAnswer>) => {
      if ('failed' in data) failed(data.failed);
      else end(data.value as Result<T>);
    };
    worker.onerror = (event) => failed(event.message);
    worker.postMessage(question);
  });
}
