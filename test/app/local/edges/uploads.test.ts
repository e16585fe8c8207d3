import type { HttpRequest } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { type UploadWay, uploadTo } from '../../../../src/app/local/edges/uploads.ts';
import type { Uploading } from '../../../../src/app/local/ports.ts';

const BYTES = new Uint8Array(500);

/** An endpoint that takes whatever comes, two hundred bytes at a time. */
function takingAll(): { way: UploadWay; asked: string[] } {
  const asked: string[] = [];
  let taken = 0;
  const createRequest = (method: string, url: string): HttpRequest => ({
    getMethod: () => method,
    getURL: () => url,
    setHeader: () => undefined,
    getHeader: () => undefined,
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => null,
    abort: async () => undefined,
    async send(body: Buffer) {
      asked.push(method);
      taken += body.length;
      const headers: Record<string, string> = { location: '/api/files/1', 'upload-offset': String(taken) };
      return {
        getStatus: () => (method === 'POST' ? 201 : 204),
        getHeader: (name) => headers[name.toLowerCase()],
        getBody: () => '',
        getUnderlyingObject: () => new Response(null),
      };
    },
  });
  const way: UploadWay = {
    ...{ base: 'http://localhost', chunkBytes: 200, retryDelays: null },
    source: (bytes) => Buffer.from(bytes),
    stack: () => ({ getName: () => 'test', createRequest }),
  };
  return { way, asked };
}

const uploading = (more: Partial<Uploading> = {}): Uploading => ({
  ...{ hash: 'hash', bytes: BYTES, device: 'device', address: null },
  authorise: async () => 'signed',
  onAddress: async () => undefined,
  onArrived: () => undefined,
  ...more,
});

describe('an upload', () => {
  it('goes piece by piece, and tells where it was begun and how far it has come', async () => {
    const { way, asked } = takingAll();
    const told: unknown[] = [];
    const onAddress = async (address: string): Promise<void> => void told.push(address);
    const done = uploadTo(way, uploading({ onAddress, onArrived: (count) => told.push(count) }));
    expect(await done).toEqual({ kind: 'answer', value: null });
    expect(asked).toEqual(['POST', 'PATCH', 'PATCH']);
    expect(told).toEqual(['http://localhost/api/files/1', 200, 400, 500]);
  });

  it('ends also where its address could not be kept: whoever waits hears why', async () => {
    const { way } = takingAll();
    const onAddress = async (): Promise<void> => {
      throw new Error('the disk is full');
    };
    await expect(uploadTo(way, uploading({ onAddress }))).rejects.toThrow('the disk is full');
  });
});
