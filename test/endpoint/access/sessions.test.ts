import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROOF_HEADER } from '../../../src/protocol/proof.ts';
import { codeOf } from '../../support/codes.ts';
import {
  addPerson,
  call,
  startEndpoint,
  type TestEndpoint,
  type TestPerson,
} from '../../support/endpoint.ts';
import { XIJI } from '../../support/intake.ts';
import { rowsOf } from '../../support/rows.ts';

const PROOF = 'kept-in-memory-alone';
let endpoint: TestEndpoint;
let person: TestPerson;
beforeAll(async () => {
  endpoint = await startEndpoint();
  person = await addPerson(endpoint, XIJI, ['clerk']);
});
afterAll(() => endpoint.stop());

const withProof = (proof: string) => ({ headers: { [PROOF_HEADER]: proof } });
const begin = ({ username, password }: TestPerson, proof: string): Promise<Response> =>
  call(endpoint, '/api/session', { body: { username, password }, ...withProof(proof) });

describe('a session that was begun with a proof', () => {
  let cookie: string;
  beforeEach(async () => {
    const answer = await begin(person, PROOF);
    cookie = (answer.headers.get('set-cookie') ?? '').replace(/;.*/s, '');
  });

  it('counts only together with it: the cookie alone, as it lies on the disk, opens nothing', async () => {
    for (const path of [
      '/api/session',
      `/api/feed?scope=${XIJI}`,
      `/api/feed/live?scope=${XIJI}`,
      '/api/cases',
    ]) {
      expect(await codeOf(await call(endpoint, path, { cookie }))).toBe('session.required');
      for (const wrong of ['', PROOF.slice(1), PROOF.toUpperCase()])
        expect(await codeOf(await call(endpoint, path, { cookie, ...withProof(wrong) }))).toBe(
          'session.required',
        );
    }
    expect(await codeOf(await call(endpoint, '/api/session', { cookie, ...withProof(PROOF) }))).toBe(200);
  });

  it('is ended by whoever has the cookie, and the proof is kept nowhere but as a hash', async () => {
    expect(JSON.stringify(rowsOf(`${endpoint.dataDir}/jinban.sqlite`).session)).not.toContain(PROOF);
    await call(endpoint, '/api/session', { method: 'DELETE', cookie });
    expect(await codeOf(await call(endpoint, '/api/session', { cookie, ...withProof(PROOF) }))).toBe(
      'session.required',
    );
  });

  it('takes no proof that is longer than any is', async () => {
    const answer = await begin(person, 'x'.repeat(101));
    expect(await answer.json()).toMatchObject({ code: 'request.malformed', facts: { path: PROOF_HEADER } });
  });
});
