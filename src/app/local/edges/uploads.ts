import { type HttpRequest, type HttpResponse, type HttpStack, Upload } from 'tus-js-client';
import { CHUNK_BYTES } from '../../../protocol/files.ts';
import type { Reply, Uploading } from '../ports.ts';
import { readProblem } from './http.ts';

/** For one chunk: at thirty kilobits a second it needs seventy. */
const TIMEOUT_MS = 90_000;
/** A cut within a request is mended at once; what lasts longer is for whoever decides when to try again. */
const RETRY_DELAYS = [0];
const DONE = { kind: 'answer', value: null } as const;

/** How the requests of tus travel, as far as that differs between a browser and a simulated line. */
export interface UploadWay {
  /** Absolute, or empty for where the page comes from. */
  readonly base: string;
  readonly chunkBytes: number;
  /** Milliseconds to wait before each further try within one upload. */
  readonly retryDelays: number[] | null;
  /** The bytes as tus reads them here. */
  source(bytes: Uint8Array<ArrayBuffer>): UploadSource;
  stack(giveUp: AbortSignal | undefined): HttpStack;
}
type UploadSource = ConstructorParameters<typeof Upload>[0];

/** Over `fetch`, since a worker has nothing else. */
export const overFetch = (base: string): UploadWay => ({
  ...{ base, chunkBytes: CHUNK_BYTES, retryDelays: RETRY_DELAYS },
  source: (bytes) => new Blob([bytes]),
  stack: fetchStack,
});

/**
 * Sends one file by tus 1.0, resumed at `address` where it was begun. Resolves when the endpoint has it whole, or why it
 * has not. Rejects only with what `onAddress` throws.
 */
export function uploadTo(way: UploadWay, file: Uploading): Promise<Reply<null>> {
  const { hash, bytes, device, address, authorise, onAddress, onArrived, giveUp } = file;
  let told: Promise<unknown> = Promise.resolve();
  return new Promise((resolve, reject) => {
    if (giveUp?.aborted) return resolve(GIVEN_UP);
    const upload = new Upload(way.source(bytes), {
      endpoint: `${way.base}/api/files`,
      uploadUrl: address,
      metadata: { hash, device },
      chunkSize: way.chunkBytes,
      retryDelays: way.retryDelays,
      uploadDataDuringCreation: true,
      storeFingerprintForResuming: false,
      httpStack: way.stack(giveUp),
      onBeforeRequest: async (request) => {
        const { pathname } = new URL(request.getURL(), way.base || location.href);
        request.setHeader('Authorization', await authorise(request.getMethod(), pathname));
      },
      onUploadUrlAvailable: () => {
        told = onAddress(upload.url ?? '');
        // Heard at once: nobody may wait for the end of an upload that has come to grief before it.
        told.catch((error: unknown) => {
          void upload.abort();
          reject(error);
        });
      },
      onChunkComplete: (_, accepted) => onArrived(accepted),
      onShouldRetry: (error) => !giveUp?.aborted && isCut(error.originalResponse),
      onSuccess: () => void told.then(() => resolve(DONE), reject),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null;
        void told.then(() => resolve(replyOf(response, giveUp)), reject);
      },
    });
    giveUp?.addEventListener('abort', () => {
      void upload.abort();
      resolve(GIVEN_UP);
    });
    upload.start();
  });
}

const GIVEN_UP = { kind: 'unreachable', why: 'timeout' } as const;

/** No answer at all, or the endpoint knows another offset: asked once more where to go on. */
const isCut = (response: HttpResponse | null): boolean => response === null || response.getStatus() === 409;

function replyOf(response: HttpResponse | null, giveUp: AbortSignal | undefined): Reply<null> {
  if (!response) return { kind: 'unreachable', why: giveUp?.aborted ? 'timeout' : 'offline' };
  return readProblem(response.getUnderlyingObject() as Response, response.getBody());
}

function fetchStack(giveUp: AbortSignal | undefined): HttpStack {
  return { getName: () => 'fetch', createRequest: (method, url) => fetchRequest(method, url, giveUp) };
}

function fetchRequest(method: string, url: string, giveUp: AbortSignal | undefined): HttpRequest {
  const headers = new Map<string, string>();
  const end = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => void headers.set(name, value),
    getHeader: (name) => headers.get(name),
    // Told by the chunk: `fetch` says nothing of how far a body has gone.
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => null,
    async abort() {
      end.abort();
    },
    async send(body: Blob | null = null) {
      const timer = setTimeout(() => end.abort(), TIMEOUT_MS);
      const stop = (): void => end.abort();
      giveUp?.addEventListener('abort', stop);
      try {
        const response = await fetch(url, {
          ...{ method, headers: [...headers], body, signal: end.signal },
          ...{ cache: 'no-store', credentials: 'omit', redirect: 'error' },
        });
        const text = await response.text();
        return {
          getStatus: () => response.status,
          getHeader: (name) => response.headers.get(name) ?? undefined,
          getBody: () => text,
          getUnderlyingObject: () => response,
        };
      } finally {
        clearTimeout(timer);
        giveUp?.removeEventListener('abort', stop);
      }
    },
  };
}
