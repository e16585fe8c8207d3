import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyHere } from '../../../../src/app/local/verifyHere.ts';
import { checkSeal } from '../../../../src/app/window/handling/sealCheck.ts';
import type { Case } from '../../../../src/domain/case.ts';
import { issuedDocument } from '../../../../src/domain/documents.ts';
import { keyIdOfSpki } from '../../../../src/endpoint/recording/keys.ts';
import { type DocumentClaim, documentCode } from '../../../../src/protocol/documentCode.ts';
import { onTheWay } from '../../../support/handlingActs.ts';
import { handledItem } from '../../../support/handlingCatalogue.ts';

const item = handledItem('birth');
const here: Case = { ...onTheWay('birth', 'atDepartment'), id: '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6b' };

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  return { id: keyIdOfSpki(spki), publicKey: spki, secret: privateKey };
};
const [ours, others] = [pair(), pair()];

/** The opinion of a case, with its code as the district signs it. */
function signedOf(found: Case, other: Partial<DocumentClaim> = {}, by = ours, as = ours.id) {
  const issued = issuedDocument(found, 'opinion', item);
  if (!issued) throw new Error('nothing was sealed');
  const { title, office, on, serial = null, hash } = issued;
  const claim = { title, case: found.id, office, on, serial, hash, ...other };
  const code = documentCode(claim, as, (text) =>
    sign('sha256', Buffer.from(text), { key: by.secret, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  );
  return { kind: issued.kind, title, hash, code };
}

const check = (found: Case, signed: readonly ReturnType<typeof signedOf>[], keys = [ours]) =>
  checkSeal(found, item, {
    documentsOf: async () => ({ signed, prints: [] }) as never,
    verifyDocument: (text) => verifyHere(text, keys),
  });

describe('whoever follows a town’s opinion', () => {
  it('hears that the district signed exactly this opinion', async () => {
    expect(await check(here, [signedOf(here)])).toEqual({ kind: 'genuine' });
  });

  it('hears that the code is not here yet, also when only that of an earlier sealing is', async () => {
    expect(await check(here, [])).toEqual({ kind: 'noCode' });
    const again: Case = { ...here, sealings: [...(here.sealings ?? []), ...(here.sealings ?? [])] };
    expect(await check(again, [signedOf(here)])).toEqual({ kind: 'noCode' });
  });

  it('hears that this device has no key', async () => {
    expect(await check(here, [signedOf(here)], [])).toEqual({ kind: 'noKey' });
  });

  it('is told of a signature that is none, and of one over something else', async () => {
    const forged = await check(here, [signedOf(here, {}, others)]);
    expect(forged).toMatchObject({ kind: 'false', refusal: { code: 'document.forged' } });
    const moved = signedOf(here, { case: '01a20d18-ca70-7aaa-8bbb-1c2d3e4f5a6c' });
    expect(await check(here, [moved])).toEqual({ kind: 'another' });
    const numbered = signedOf(here, { serial: 77 });
    expect(await check(here, [numbered])).toEqual({ kind: 'another' });
  });
});
