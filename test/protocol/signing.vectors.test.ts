import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseCaseNumber } from '../../src/domain/caseNumber.ts';
import { contentOfFile } from '../../src/endpoint/files/sealedFile.ts';
import { openSealed } from '../../src/endpoint/opening/hpke.ts';
import { createOpener } from '../../src/endpoint/opening/opener.ts';
import { sealsOf } from '../../src/endpoint/opening/seals.ts';
import { verifyChain } from '../../src/endpoint/recording/chain.ts';
import { createVerifier, sha256 } from '../../src/endpoint/recording/keys.ts';
import { Batch, Envelope, WireCommand } from '../../src/protocol/command.ts';
import { EventHeader } from '../../src/protocol/record.ts';
import { Renewal } from '../../src/protocol/resources.ts';
import { SEAL_COMMAND, SEAL_KEPT_KEY, type Sealed, SealingKey } from '../../src/protocol/sealing.ts';
import { parseAuthorisation } from '../../src/protocol/signing.ts';
import { makeVectors, openingKeyIn, privateKeyIn, type Vectors } from './makeVectors.ts';

const FOLDER = join(import.meta.dirname, '../../src/protocol');
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors;
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
/** Lines that stand in code blocks. */
const shown = [...readme.matchAll(/^```\n([\s\S]*?)\n```$/gm)].flatMap((match) => [
  match[1] ?? '',
  ...(match[1] ?? '').split('\n'),
]);
const verifier = createVerifier();

const openedWith = ({ enc, body }: Sealed, info: string, aad: string): Buffer | undefined =>
  openSealed(
    openingKeyIn(vectors.keys),
    Buffer.from(enc, 'base64url'),
    Buffer.from(body, 'base64url'),
    info,
    aad,
  );

describe('the worked examples of the protocol', () => {
  it('follow from the code, but for signatures and sealed bodies, which were made once', async () => {
    expect(await makeVectors(vectors.keys, vectors.made)).toEqual(vectors);
  });

  it('are what the page shows', () => {
    const { personKey, deviceKey, sealingKey, payload, header, made, envelope, batch } = vectors;
    const { sending, keptKey, renewal, file, upload, caseNumber, chain } = vectors;
    const examples = [
      ...[personKey.publicKey, personKey.keyId, deviceKey.publicKey, sealingKey.publicKey, sealingKey.id],
      ...[payload.text, payload.salt, payload.hash, header.text, header.hash, made.command],
      ...[envelope.content, envelope.aad, envelope.text, made.envelope, batch.body],
      ...[sending.text, sending.authorization],
      ...[keptKey.secret, keptKey.aad, JSON.stringify(keptKey.sealed)],
      ...[renewal.text, JSON.stringify(renewal.body)],
      ...[file.content, file.key, file.sealed, file.hash, upload.text, upload.authorization],
      ...[caseNumber.text, ...chain.flatMap((event) => [event.header, event.data, event.salt, event.hash])],
    ];
    for (const example of examples) expect(shown).toContain(example);
  });

  it('the command is signed by the person, and by nobody else over nothing else', () => {
    const { publicKey } = vectors.personKey;
    const { command } = vectors.made;
    expect(verifier.verify(publicKey, vectors.header.text, command)).toBe(true);
    expect(verifier.verify(publicKey, `${vectors.header.text} `, command)).toBe(false);
    expect(verifier.verify(vectors.deviceKey.publicKey, vectors.header.text, command)).toBe(false);
    expect(verifier.verify('AAAA', vectors.header.text, command)).toBe(false);
    expect(verifier.verify(publicKey, vectors.header.text, 'AAAA')).toBe(false);
  });

  it('the envelope is signed by the device and opens to the command, in its own frame only', () => {
    const { content, aad, text, travels } = vectors.envelope;
    expect(v.parse(Envelope, travels)).toEqual(travels);
    expect(v.parse(SealingKey, vectors.sealingKey)).toEqual(vectors.sealingKey);
    expect(verifier.verify(vectors.deviceKey.publicKey, text, travels.signature)).toBe(true);
    const packed = openedWith(travels, SEAL_COMMAND, aad) ?? Buffer.alloc(0);
    expect(inflateRawSync(packed).toString('utf8')).toBe(content);
    expect(v.parse(WireCommand, JSON.parse(content))).toMatchObject({ header: vectors.header.text });
    expect(openedWith(travels, SEAL_COMMAND, `${aad} `)).toBeUndefined();
    expect(openedWith(travels, SEAL_KEPT_KEY, aad)).toBeUndefined();
  });

  it('the batch is one that the endpoint opens, signed by the device', async () => {
    expect(v.parse(Batch, JSON.parse(vectors.batch.body)).commands).toEqual([vectors.envelope.travels]);
    const { device, by } = JSON.parse(vectors.header.text) as { device: string; by: string };
    const { keyId, publicKey } = vectors.personKey;
    const opener = createOpener(sealsOf([privateKeyIn(vectors.keys)]), async () => ({
      devices: [{ id: device, deviceKey: vectors.deviceKey.publicKey }],
      personKeys: [{ keyId, person: by, publicKey }],
    }));
    const { authorization } = vectors.sending;
    const body = new TextEncoder().encode(vectors.batch.body);
    expect(await opener.open({ body, encoding: undefined, authorization })).toMatchObject({
      ...{ device, made: 7, sentAt: '2026-11-23T02:00:00.000Z' },
      arrived: [{ is: 'command', headerHash: vectors.header.hash, content: { type: 'withdraw' } }],
    });
    expect(parseAuthorisation(`${authorization} `)).toBeUndefined();
  });

  it('the kept key opens as what it is, of the device and the person that it is of', () => {
    const { secret, aad, sealed } = vectors.keptKey;
    expect(openedWith(sealed, SEAL_KEPT_KEY, aad)?.toString('base64url')).toBe(secret);
    expect(openedWith(sealed, SEAL_COMMAND, aad)).toBeUndefined();
    expect(openedWith(sealed, SEAL_KEPT_KEY, aad.replace(/\n[^\n]*\n([^\n]*)$/, '\n-\n$1'))).toBeUndefined();
  });

  it('the renewal is one, signed by the person', () => {
    const { text, body } = vectors.renewal;
    expect(v.parse(Renewal, body)).toEqual(body);
    expect(verifier.verify(vectors.personKey.publicKey, text, body.signature)).toBe(true);
  });

  it('the file opens to the picture that it is named to be, under its own name and key only', async () => {
    const { content, key, sealed, hash } = vectors.file;
    const bytes = Buffer.from(sealed, 'base64url');
    const named = { size: bytes.length, type: 'image/png', key };
    expect(sha256(bytes)).toBe(hash);
    expect(await contentOfFile(bytes, named)).toEqual(Buffer.from(content, 'base64url'));
    expect(await contentOfFile(bytes, { ...named, key: vectors.keptKey.secret })).toBe('seal');
  });

  it('the upload is signed by the device', () => {
    const { text, authorization } = vectors.upload;
    const { signature = '' } = parseAuthorisation(authorization) ?? {};
    expect(verifier.verify(vectors.deviceKey.publicKey, text, signature)).toBe(true);
  });

  it('the case number reads back, and the chain holds', () => {
    expect(parseCaseNumber(vectors.caseNumber.text)).toEqual(vectors.caseNumber.parts);
    for (const event of vectors.chain) v.parse(EventHeader, JSON.parse(event.header));
    expect(verifyChain(vectors.chain, vectors.chain.at(-1)?.hash ?? null)).toEqual([]);
  });
});
