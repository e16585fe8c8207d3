import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseCaseNumber } from '../../src/domain/caseNumber.ts';
import { verifyChain } from '../../src/endpoint/recording/chain.ts';
import { arrive, open } from '../../src/endpoint/recording/envelope.ts';
import { createVerifier } from '../../src/endpoint/recording/keys.ts';
import { Batch, Envelope } from '../../src/protocol/command.ts';
import { EventHeader } from '../../src/protocol/record.ts';
import { parseAuthorisation } from '../../src/protocol/signing.ts';
import { makeVectors, type Vectors } from './makeVectors.ts';

const FOLDER = join(import.meta.dirname, '../../src/protocol');
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors;
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
/** Lines that stand in code blocks. */
const shown = [...readme.matchAll(/^```\n([\s\S]*?)\n```$/gm)].flatMap((match) => [
  match[1] ?? '',
  ...(match[1] ?? '').split('\n'),
]);
const verifier = createVerifier();

describe('the worked examples of the protocol', () => {
  it('follow from the code, but for signatures, which were made once', () => {
    expect(makeVectors(vectors.keys, vectors.signatures)).toEqual(vectors);
  });

  it('are what the page shows', () => {
    const { personKey, deviceKey, payload, header, signatures, batch, sending, caseNumber, chain } = vectors;
    const examples = [
      ...[
        personKey.publicKey,
        personKey.keyId,
        deviceKey.publicKey,
        payload.text,
        payload.salt,
        payload.hash,
      ],
      ...[header.text, header.hash, signatures.command, batch.body, sending.text, sending.authorization],
      ...[caseNumber.text, ...chain.flatMap((event) => [event.header, event.data, event.salt, event.hash])],
    ];
    for (const example of examples) expect(shown).toContain(example);
  });

  it('the command is one that the endpoint opens, signed by the person', async () => {
    expect(v.parse(Envelope, vectors.envelope)).toEqual(vectors.envelope);
    expect(open(arrive(vectors.envelope))).toMatchObject({ opened: { headerHash: vectors.header.hash } });
    const { publicKey } = vectors.personKey;
    expect(await verifier.verify(publicKey, vectors.header.text, vectors.signatures.command)).toBe(true);
    expect(await verifier.verify(publicKey, `${vectors.header.text} `, vectors.signatures.command)).toBe(
      false,
    );
    expect(await verifier.verify('AAAA', vectors.header.text, vectors.signatures.command)).toBe(false);
    expect(await verifier.verify(publicKey, vectors.header.text, 'AAAA')).toBe(false);
  });

  it('the batch is one, signed by the device', async () => {
    expect(v.parse(Batch, JSON.parse(vectors.batch.body)).commands).toEqual([vectors.envelope]);
    const { text, authorization } = vectors.sending;
    const signature = parseAuthorisation(authorization)?.signature ?? '';
    expect(await verifier.verify(vectors.deviceKey.publicKey, text, signature)).toBe(true);
    expect(parseAuthorisation(`${authorization} `)).toBeUndefined();
  });

  it('the case number reads back, and the chain holds', () => {
    expect(parseCaseNumber(vectors.caseNumber.text)).toEqual(vectors.caseNumber.parts);
    for (const event of vectors.chain) v.parse(EventHeader, JSON.parse(event.header));
    expect(verifyChain(vectors.chain, vectors.chain.at(-1)?.hash ?? null)).toEqual([]);
  });
});
