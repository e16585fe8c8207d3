/** Files of cases as a device makes, names and sends them. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { Upload } from 'tus-js-client';
import * as v from 'valibot';
import type { CaseFile, FileType } from '../../src/domain/files.ts';
import type { Envelope } from '../../src/protocol/command.ts';
import { FILE_NONCE_BYTES, FILE_SEAL, FilesHeld, uploadText } from '../../src/protocol/files.ts';
import { authorisation } from '../../src/protocol/signing.ts';
import { call } from './endpoint.ts';
import { receive, receivePayload } from './intake.ts';
import { authorise, type CommandParts, type TestHand } from './signing.ts';

type Place = { readonly url: string };
export type Sender = Pick<TestHand, 'device' | 'deviceKey'>;

export interface TestFile {
  readonly hash: string;
  readonly size: number;
  readonly type: FileType;
  /** What opens it. */
  readonly key: string;
  readonly sealed: Buffer;
  readonly content: Buffer;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

const BEGINNINGS: Readonly<Record<FileType, Buffer>> = {
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  // Whole, of one pixel: what a PNG is, its chunks say.
  'image/png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'application/pdf': Buffer.from('%PDF-1.7\n'),
};

/** A photograph of a paper, sealed with a key of its own. @param is what it really is */
export function fileOf(type: FileType = 'image/jpeg', bytes = 4_000, is: FileType = type): TestFile {
  const beginning = BEGINNINGS[is];
  return sealedFile(Buffer.concat([beginning, randomBytes(Math.max(0, bytes - beginning.length))]), type);
}

export function sealedFile(content: Buffer, type: FileType): TestFile {
  const [key, nonce] = [randomBytes(32), randomBytes(FILE_NONCE_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(FILE_SEAL));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  const sealed = Buffer.concat([nonce, body, cipher.getAuthTag()]);
  const named = { hash: sha256Of(sealed), size: sealed.length, type };
  return { ...named, key: key.toString('base64url'), sealed, content };
}

const named = ({ hash, size, type }: TestFile) => ({ hash, size, type });

/** How a command names files: in header and payload, with their keys. */
export const naming = (files: readonly TestFile[]) => ({
  header: { files: files.map(named) },
  fileKeys: files.map((file) => file.key),
});

export const caseFiles = (files: readonly TestFile[], paper: string): CaseFile[] =>
  files.map((file) => ({ ...named(file), for: paper }));

/** A new case at the hand's office, with photographs of its first paper. */
export function receiveWith(
  hand: TestHand,
  at: string,
  files: readonly TestFile[],
  more: Partial<CommandParts> = {},
): Promise<Envelope> {
  const [paper = ''] = Object.keys(receivePayload(hand, at).marks);
  return receive(hand, at, { ...naming(files), ...more, payload: { files: caseFiles(files, paper) } });
}

export async function uploadHeader(
  { device, deviceKey }: Sender,
  method: string,
  path: string,
  at = new Date().toISOString(),
): Promise<string> {
  return authorisation(device, at, await deviceKey.sign(uploadText(device, at, method, path)));
}

export interface TusCall {
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
  readonly at?: string;
  /** In the place of the right one. */
  readonly authorization?: string;
}

/** One signed request of tus. */
export async function tus(place: Place, by: Sender, method: string, path: string, request: TusCall = {}) {
  const { headers, body, at } = request;
  const authorization = request.authorization ?? (await uploadHeader(by, method, path, at));
  return fetch(place.url + path, {
    method,
    headers: {
      ...{ 'tus-resumable': '1.0.0', authorization },
      ...(body === undefined ? {} : { 'content-type': 'application/offset+octet-stream' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

export const begun = (by: Sender, hash: string, size: number): Record<string, string> => ({
  'upload-length': String(size),
  'upload-metadata': `hash ${base64(hash)},device ${base64(by.device)}`,
});

/** Begins an upload. @returns its path */
export async function begin(
  place: Place,
  by: Sender,
  file: Pick<TestFile, 'hash' | 'size'>,
): Promise<string> {
  const answer = await tus(place, by, 'POST', '/api/files', { headers: begun(by, file.hash, file.size) });
  const path = answer.headers.get('location');
  if (answer.status !== 201 || path === null) throw new Error(`${answer.status} ${await answer.text()}`);
  return path;
}

export const piece = (place: Place, by: Sender, path: string, offset: number, body: Uint8Array, more = {}) =>
  tus(place, by, 'PATCH', path, { body, headers: { 'upload-offset': String(offset) }, ...more });

/** Brings a file whole. @returns the last answer */
export async function bring(place: Place, by: Sender, file: TestFile): Promise<Response> {
  return piece(place, by, await begin(place, by, file), 0, file.sealed);
}

/** An upload by the client that devices have. */
export function clientUpload(
  { url }: Place,
  by: Sender,
  file: TestFile,
  more: Partial<ConstructorParameters<typeof Upload>[1]> = {},
): Upload {
  return new Upload(file.sealed, {
    endpoint: `${url}/api/files`,
    metadata: { hash: file.hash, device: by.device },
    chunkSize: 1_024,
    retryDelays: null,
    onBeforeRequest: async (request) => {
      const { pathname } = new URL(request.getURL());
      request.setHeader('Authorization', await uploadHeader(by, request.getMethod(), pathname));
    },
    ...more,
  });
}

/** Which of these the endpoint says it has. */
export async function held(place: Place, by: Sender, hashes: readonly string[]): Promise<string[]> {
  const answer = await askHeld(place, by, { device: by.device, hashes });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return v.parse(FilesHeld, await answer.json()).held;
}

export async function askHeld(place: Place, by: Sender, asked: unknown): Promise<Response> {
  const body = JSON.stringify(asked);
  const authorization = await authorise(by, body, new Date().toISOString());
  return call(place, '/api/files/held', { body, headers: { authorization } });
}
