import { ERRORS, Server } from '@tus/server';
import * as v from 'valibot';
import { Hash, Id, MAX_FILE_BYTES } from '../../protocol/command.ts';
import { Problem } from '../problems.ts';
import type { FileShelf } from './shelf.ts';

export const UPLOADS_PATH = '/api/files';

/**
 * How long a request goes on, in milliseconds, once the same device asks for the same upload again: by then its line is
 * dead, and whoever asks is kept waiting.
 */
const DEAD_LINE_MS = 100;

/** What an upload is begun with. */
const Begun = v.object({ hash: Hash, device: Id });

export interface UploadsDeps {
  readonly shelf: FileShelf;
  /** Names an upload. */
  readonly newId: () => string;
  /** A file is whole and safe: what is to be known of it before its sender hears so. */
  readonly onWhole: (hash: string, size: number) => Promise<void>;
}

export interface Uploads {
  /**
   * One request of the tus protocol, whose sender has been authenticated.
   * @throws Problem upload.malformed, upload.unknown, upload.conflict, upload.tooLarge, upload.hashMismatch, store.busy
   */
  handle(request: Request, device: string): Promise<Response>;
}

/** What is going on in one request: tus gives the request, and nothing else, to its hooks. */
interface Asked {
  readonly device: string;
  error?: unknown;
}

export function createUploads({ shelf, newId, onWhole }: UploadsDeps): Uploads {
  const asked = new WeakMap<object, Asked>();
  const tus = new Server({
    path: UPLOADS_PATH,
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    lockDrainTimeout: DEAD_LINE_MS,
    datastore: shelf.incoming(onWhole),
    // Of its own for each upload: two devices may bring the same file at once.
    namingFunction: newId,
    onUploadCreate: async (request, upload) => {
      const begun = v.safeParse(Begun, upload.metadata);
      if (!begun.success || begun.output.device !== asked.get(request)?.device || !upload.size)
        throw new Problem('upload.malformed');
      return { metadata: begun.output };
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST') return;
      const begun = v.is(Id, id) ? await shelf.begun(id) : undefined;
      if (begun?.device !== asked.get(request)?.device) throw new Problem('upload.unknown');
    },
    onResponseError: (request, error) => {
      const one = asked.get(request);
      if (one) one.error = error;
      return undefined;
    },
  });
  return {
    handle: async (request, device) => {
      const one: Asked = { device };
      asked.set(request, one);
      const answer = await tus.handleWeb(request);
      if (answer.ok) return answer;
      throw problemOf(one.error, answer.status);
    },
  };
}

/** tus refuses in plain text, mostly with constants; here it is said in our codes. */
function problemOf(error: unknown, status: number): unknown {
  switch (error) {
    case ERRORS.FILE_NOT_FOUND:
    case ERRORS.FILE_NO_LONGER_EXISTS:
      return new Problem('upload.unknown');
    case ERRORS.INVALID_OFFSET:
      return new Problem('upload.conflict');
    case ERRORS.ERR_MAX_SIZE_EXCEEDED:
      return new Problem('upload.tooLarge');
    case ERRORS.ABORTED:
    case ERRORS.ERR_LOCK_TIMEOUT:
      return new Problem('store.busy');
    default:
      // More than was announced, or against the protocol.
      if (status < 500) return new Problem('upload.malformed');
      return error;
  }
}
