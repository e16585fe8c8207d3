import { type Result, refuse } from '../../../domain/result.ts';
import type { PhotoWork, PreparedPage, Preview } from '../photos.ts';
import type { PhotoAnswer, PhotoQuestion } from './photo.worker.ts';

/** A slow tablet takes two seconds for a photo; after this long the worker has died without a word. Milliseconds. */
const PATIENCE_MS = 60_000;
/** Who has looked at a photo uses it next, and then photographs another. Milliseconds. */
const IDLE_MS = 30_000;

/**
 * Questions wait for each other: ten chosen files must not be open at the same time. The worker ends soon after the
 * last, so that a device that does something else has its memory back.
 */
export function openPhotoWork(): PhotoWork {
  let worker: Worker | null = null;
  let stopIdling = (): void => undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const answered = async <T>(question: PhotoQuestion): Promise<Result<T>> => {
    stopIdling();
    worker ??= new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' });
    const result = await ask<T>(worker, question);
    // What has failed once is not trusted with the next photo.
    if (!result) end();
    const idle = setTimeout(end, IDLE_MS);
    stopIdling = () => clearTimeout(idle);
    return result ?? refuse('photo.unreadable');
  };
  const inTurn = <T>(question: PhotoQuestion): Promise<Result<T>> => {
    const run = () => answered<T>(question);
    const answer = last.then(run, run);
    last = answer;
    return answer;
  };
  return {
    prepare: (source, how) => inTurn<PreparedPage>({ ask: 'prepare', source, how }),
    preview: (source) => inTurn<Preview>({ ask: 'preview', source }),
  };
}

/** Never rejects. @returns undefined when the worker failed, for want of memory as a rule */
function ask<T>(worker: Worker, question: PhotoQuestion): Promise<Result<T> | undefined> {
  return new Promise((resolve) => {
    const end = (result: Result<T> | undefined): void => {
      clearTimeout(patience);
      resolve(result);
    };
    const failed = (why: string): void => {
      console.error(`a photo could not be prepared: ${why}`);
      end(undefined);
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
