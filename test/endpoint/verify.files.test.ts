import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runVerify } from '../../src/endpoint/verify.ts';
import { handAt, startEndpoint, type TestEndpoint } from '../support/endpoint.ts';
import { bring, fileOf, type TestFile } from '../support/files.ts';
import { XIJI } from '../support/intake.ts';

let endpoint: TestEndpoint;
const files = [fileOf(), fileOf('image/png'), fileOf('application/pdf')] as const;
beforeEach(async () => {
  endpoint = await startEndpoint();
  const hand = await handAt(endpoint, XIJI, 'clerk');
  for (const file of files) await bring(endpoint, hand, file);
  for (const say of ['log', 'error'] as const) vi.spyOn(console, say).mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endpoint.stop();
});

const pathOf = ({ hash }: TestFile): string => join(endpoint.dataDir, 'files', hash.slice(0, 2), hash);

it('the verifier reads every file that has arrived, and finds nothing where nothing is wrong', async () => {
  expect(await runVerify([endpoint.dataDir])).toBe(0);
  expect(console.log).toHaveBeenLastCalledWith('1 streams and 3 files read, 0 faults');
});

it('the verifier names a file that is missing, and one whose bytes are others', async () => {
  const [lost, spoilt] = files;
  rmSync(pathOf(lost));
  const bytes = Buffer.from(spoilt.sealed);
  bytes[17] = (bytes[17] ?? 0) ^ 1;
  writeFileSync(pathOf(spoilt), bytes);
  expect(await runVerify([endpoint.dataDir])).toBe(1);
  expect(console.log).toHaveBeenLastCalledWith('1 streams and 3 files read, 2 faults');
  const told = vi.mocked(console.error).mock.calls.map(([line]) => String(line).replace(/^.*: (?=file)/, ''));
  expect(told.sort()).toEqual([`file ${lost.hash}: missing`, `file ${spoilt.hash}: bytes`].sort());
});
