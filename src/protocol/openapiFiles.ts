import { MAX_FILE_BYTES } from './command.ts';
import { FilesAsked, FilesHeld, UPLOAD_DAYS } from './files.ts';
import { answers, BY_DEVICE, BY_SESSION, body, inPath, type Json, PROBLEM } from './openapiParts.ts';

const header = (name: string, schema: Json, required = true): Json => ({
  name,
  in: 'header',
  required,
  schema,
});
const TUS = header('Tus-Resumable', { type: 'string', enum: ['1.0.0'] });
const LENGTH = header('Upload-Length', { type: 'integer', minimum: 1, maximum: MAX_FILE_BYTES });
const OFFSET = header('Upload-Offset', { type: 'integer', minimum: 0 });
const METADATA = header('Upload-Metadata', { type: 'string', example: 'hash YXJYRGI…,device MDFhMjBk…' });
const PIECE: Json = {
  required: true,
  content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } },
};
const shown = (...names: string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }]));

/** Uploads (tus 1.0: creation, creation-with-upload), what is held, and looking at a file. */
export function filePaths(): Json {
  return {
    '/api/files': {
      post: {
        ...BY_DEVICE,
        description: `begins an upload; one that nothing is added to for ${UPLOAD_DAYS} days is removed`,
        parameters: [TUS, LENGTH, METADATA],
        responses: { 201: { description: 'begun', headers: shown('Location') }, default: PROBLEM },
      },
    },
    '/api/files/{name}': {
      head: {
        ...BY_DEVICE,
        description: 'where an upload stands; 404 when it is none, or none any more',
        parameters: [inPath('name'), TUS],
        responses: {
          200: { description: 'goes on here', headers: shown('Upload-Offset', 'Upload-Length') },
          default: PROBLEM,
        },
      },
      patch: {
        ...BY_DEVICE,
        description: 'the next piece; the answer to the last one says that the file is whole, right and safe',
        parameters: [inPath('name'), TUS, OFFSET],
        requestBody: PIECE,
        responses: {
          204: { description: 'safe so far', headers: shown('Upload-Offset') },
          default: PROBLEM,
        },
      },
      get: {
        ...BY_SESSION,
        description: 'the opened content, by the file’s hash, for who may read a case that names it',
        parameters: [inPath('name')],
        responses: {
          200: {
            description: 'as it was photographed',
            content: { 'image/jpeg': {}, 'image/png': {}, 'application/pdf': {} },
          },
          default: PROBLEM,
        },
      },
    },
    '/api/files/held': {
      post: {
        ...BY_DEVICE,
        requestBody: body(FilesAsked, 'not packed'),
        responses: answers(FilesHeld, 'those of them that are here for good'),
      },
    },
  };
}
