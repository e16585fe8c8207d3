import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../src/domain/commands.ts';
import { openDocumentKeys } from '../../../src/endpoint/documents/documentKeys.ts';
import { documentsOf } from '../../../src/endpoint/documents/signing.ts';
import { findDocument } from '../../../src/endpoint/documents/verifying.ts';
import { createVerifier } from '../../../src/endpoint/recording/keys.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { fromBase32, toBase32 } from '../../../src/protocol/base32.ts';
import { act, DEFERRED, type Who } from '../../support/handlingActs.ts';
import { HandlingBench } from '../../support/handlingBench.ts';
import { handlingRules } from '../../support/handlingCatalogue.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand } from '../../support/signing.ts';

let bench: RecordingBench;
let handling: HandlingBench;
const verifier = createVerifier();

beforeEach(async () => {
  handling = new HandlingBench(await openRecording());
  ({ bench } = handling);
});

const handOf = (who: Who) => handling.handOf(who);
const rowOf = (id: string) => handling.rowOf(id);
const does = (id: string, who: Who, command: CaseCommand) => handling.does(id, who, command);
const taken = (...asked: Parameters<HandlingBench['taken']>) => handling.taken(...asked);

const deps = () => ({
  store: bench.store,
  documents: bench.documents,
  verifier,
  published: { rules: () => handlingRules } as never,
});
const find = (text: string) => findDocument(text, deps());

async function documents(id: string) {
  const row = await rowOf(id);
  return row && (await documentsOf([row], bench.store.read)).get(id);
}

async function codeOf(id: string, title: string): Promise<string> {
  const found = (await documents(id))?.signed.filter((one) => one.title === title).at(-1);
  if (!found) throw new Error(`no ${title} was signed`);
  return found.code;
}

async function printed(id: string, at = bench.time): Promise<string> {
  const hand = await handOf('clerk');
  const stream = v7();
  const [signed] = (await documents(id))?.signed ?? [];
  const payload = { catalogue: 1, case: id, kind: 'decision', document: signed?.hash };
  const sent = await signedCommand(hand, { type: 'print', kind: 'access', stream, at, payload });
  expect(await bench.send(hand, [sent])).toMatchObject([{ outcome: 'recorded' }]);
  return stream;
}

describe('a document that was recorded', () => {
  it('is signed with its number, and its code says what the office issued and to whom, masked', async () => {
    const id = await taken('sign');
    const result = await find(await codeOf(id, '准予行政许可决定书'));
    expect(result).toMatchObject({
      ok: true,
      value: { title: '准予行政许可决定书', on: '2026-11-23', applicant: '张*', standing: 'valid' },
    });
    expect(result.ok && result.value.number).toMatch(/审〔2026〕1号$/);
    expect(JSON.stringify(result)).not.toMatch(/张三|370406\d{12}/);
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });

  it('is none before it is sealed, and comes with its case in the feed', async () => {
    const id = await taken('sign', 'approve');
    const titles = async () => (await documents(id))?.signed.map((one) => one.title);
    expect(await titles()).toEqual(['受理通知书']);
    await does(id, 'sealer', act('seal'));
    expect(await titles()).toEqual(['受理通知书', '准予行政许可决定书', '审管衔接单']);
    await does(id, 'clerk', act('deliver'));
    expect(await titles()).toEqual(['受理通知书', '准予行政许可决定书', '审管衔接单', '送达回证']);
  });

  it('of the window is issued by the hall, without a number, and stands until the request is withdrawn', async () => {
    const id = await taken('sign', 'recordStep');
    const notice = await codeOf(id, '受理通知书');
    expect(await find(notice)).toMatchObject({
      value: { title: '受理通知书', number: null, standing: 'valid', applicant: '张*' },
    });
    const says = await find(notice);
    const hall = handlingRules.office((await handling.caseOf(id))?.hall ?? '');
    expect(says.ok && says.value.office).toBe(hall?.name);
    await does(id, 'clerk', act('withdraw'));
    expect(await find(notice)).toMatchObject({ value: { standing: 'withdrawn' } });
    const last = await codeOf(id, '撤回申请确认书');
    expect(await find(last)).toMatchObject({ value: { title: '撤回申请确认书', standing: 'valid' } });
  });

  it('of the window does not stand in a case that was ended, and stands again with a word that was put back', async () => {
    const id = await taken('sign', 'recordStep');
    const name = { of: 'party', party: 0, what: 'name' } as const;
    const first = await codeOf(id, '受理通知书');
    await does(id, 'clerk', act('rectify', { field: name, was: '张三', now: '张山' }));
    const second = await codeOf(id, '受理通知书');
    expect(second).not.toBe(first);
    expect(await find(first)).toMatchObject({ value: { standing: 'superseded' } });
    await does(id, 'clerk', act('rectify', { field: name, was: '张山', now: '张三' }));
    expect(await find(first)).toMatchObject({ value: { standing: 'valid' } });
    expect(await find(second)).toMatchObject({ value: { standing: 'superseded' } });

    const lapsed = await taken('sign', 'recordStep', DEFERRED);
    const notice = await codeOf(lapsed, '受理通知书');
    expect(await find(notice)).toMatchObject({ value: { standing: 'valid' } });
    bench.time = '2026-12-02T03:00:00.000Z';
    await does(lapsed, 'clerk', {
      type: 'close',
      payload: { catalogue: 1, ground: 'deferralLapsed', text: '' },
    });
    expect(await find(notice)).toMatchObject({ value: { standing: 'closed' } });
    expect(await find(await codeOf(lapsed, '终止办理通知书'))).toMatchObject({
      value: { standing: 'valid' },
    });
  });

  it('that was recalled, or returned for its form, says so; the one sealed anew is good', async () => {
    const recalled = await taken('birth', 'forward');
    const first = await codeOf(recalled, '审核意见书');
    await does(recalled, 'reviewer', act('recallOpinion'));
    expect(await find(first)).toMatchObject({ value: { standing: 'recalled' } });

    const returned = await taken('birth', 'forward');
    const before = await codeOf(returned, '审核意见书');
    await does(returned, 'officer', act('returnForForm'));
    expect(await find(before)).toMatchObject({ value: { standing: 'returnedForForm' } });
    // On the same day, by the same person, under the same number: another paper all the same.
    await does(returned, 'sealer', act('seal'));
    const anew = await codeOf(returned, '审核意见书');
    expect(await find(anew)).toMatchObject({ value: { standing: 'valid' } });
    expect(await find(before)).toMatchObject({ value: { standing: 'returnedForForm' } });
  });

  it('is the slip of the sending that it went with: sent again on the same day, it is another', async () => {
    const id = await taken('birth', 'forward');
    const first = await codeOf(id, '转报（转递）单');
    await does(id, 'officer', act('returnForForm'));
    const name = { of: 'party', party: 0, what: 'name' } as const;
    await does(id, 'clerk', act('rectify', { field: name, was: '张三', now: '张山' }));
    // A word put right does not make good what was given back.
    for (const title of ['转报（转递）单', '审核意见书'])
      expect(await find(await codeOf(id, title))).toMatchObject({ value: { standing: 'returnedForForm' } });
    await does(id, 'sealer', act('seal'));
    await does(id, 'clerk', act('forward'));
    const second = await codeOf(id, '转报（转递）单');
    expect(second).not.toBe(first);
    expect(await find(second)).toMatchObject({ value: { standing: 'valid' } });
    expect(await find(first)).toMatchObject({ value: { standing: 'returnedForForm' } });
    await does(id, 'reviewer', act('recallOpinion'));
    expect(await find(second)).toMatchObject({ value: { standing: 'recalled' } });
  });

  it('is a good slip still after the department gave its draft back to itself', async () => {
    const id = await taken('coop', 'decide');
    const slip = await codeOf(id, '转报（转递）单');
    await does(id, 'departmentLeader', act('sendBack'));
    expect(await find(slip)).toMatchObject({ value: { standing: 'valid' } });
  });

  it('of a special procedure stays good beside that of a second one', async () => {
    const id = await taken('sign', 'recordStep');
    await does(id, 'reviewer', act('suspend'));
    const first = await codeOf(id, '特别程序告知书');
    await does(id, 'reviewer', act('resume'));
    await does(id, 'reviewer', act('suspend', { notice: '告知书〔2026〕2号' }));
    const second = await codeOf(id, '特别程序告知书');
    expect(second).not.toBe(first);
    for (const code of [first, second])
      expect(await find(code)).toMatchObject({ value: { standing: 'valid' } });
  });

  it('that is a notice has a number of its own series, without gaps, and none of the seal register’s', async () => {
    const numberOf = async (id: string, title: string) => {
      const said = await find(await codeOf(id, title));
      return said.ok && said.value.number;
    };
    const first = await taken('sign', 'recordStep');
    await does(first, 'reviewer', act('suspend'));
    const second = await taken('sign', 'recordStep');
    await does(second, 'leader', act('extend'));
    await does(first, 'reviewer', act('resume'));
    await does(first, 'leader', act('extend'));
    const third = await taken('sign');
    const hall = handlingRules.office((await handling.caseOf(first))?.handlingTown ?? '')?.shortName;
    expect(await numberOf(first, '特别程序告知书')).toBe(`${hall}审告〔2026〕1号`);
    expect(await numberOf(second, '延期通知书')).toBe(`${hall}审告〔2026〕2号`);
    expect(await numberOf(first, '延期通知书')).toBe(`${hall}审告〔2026〕3号`);
    expect(await numberOf(third, '准予行政许可决定书')).toBe(`${hall}审〔2026〕1号`);
    bench.time = '2027-01-04T03:00:00.000Z';
    await does(second, 'reviewer', act('suspend'));
    expect(await numberOf(second, '特别程序告知书')).toBe(`${hall}审告〔2027〕1号`);
  });

  it('stays good while its case goes on', async () => {
    const id = await taken('birth', 'seal');
    const code = await codeOf(id, '审核意见书');
    expect(await find(code)).toMatchObject({ value: { standing: 'valid' } });
    await does(id, 'reviewer', act('forward'));
    expect(await find(code)).toMatchObject({ value: { standing: 'valid' } });
  });

  it('verifies under the key that it was signed with after another took its place', async () => {
    const id = await taken('sign');
    const code = await codeOf(id, '准予行政许可决定书');
    const { person, office } = await handOf('clerk');
    const { keyId } = bench.documents;
    const before = keyId();
    const fresh = await bench.documents.rotate({ person, office, at: bench.time });
    expect([fresh.id, bench.documents.publicKeys().length]).toEqual([keyId(), 2]);
    expect(keyId()).not.toBe(before);
    expect(await find(code)).toMatchObject({ ok: true });
    const later = await taken('sign');
    expect(await find(await codeOf(later, '准予行政许可决定书'))).toMatchObject({ ok: true });
    // A restart reads the same keys.
    const again = await openDocumentKeys(bench.store, { newId: v7, randomBytes, now: () => bench.time });
    expect(again.publicKeys()).toEqual(bench.documents.publicKeys());
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });

  it('is not found by guessing: nothing is looked up before the signature is good', async () => {
    const id = await taken('sign');
    const bytes = fromBase32(await codeOf(id, '准予行政许可决定书'));
    let looked = 0;
    const read = { ...bench.store.read, documents: async () => [], caseIn: async () => undefined };
    const counting = new Proxy(read, {
      get: (of, name) => {
        looked += 1;
        return Reflect.get(of, name);
      },
    });
    const blind = { ...deps(), store: { ...bench.store, read: counting } };
    for (const at of [30, 40, bytes.length - 1]) {
      const forged = Uint8Array.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(await findDocument(toBase32(forged), blind)).toMatchObject({ ok: false });
    }
    expect(looked).toBe(0);
    // Signed by us, and not in the store: a backup of before was put back.
    expect(await findDocument(toBase32(bytes), blind)).toMatchObject({
      refusal: { code: 'document.unknown' },
    });
  });
});

describe('a printing', () => {
  it('is recorded with who and when, and moves the case in its feeds, so that others mark the next', async () => {
    const id = await taken('sign');
    const [before] = (await bench.store.read.feed('all', 0, 10)).filter((row) => row.id === id);
    const first = await printed(id);
    const second = await printed(id);
    const [after] = (await bench.store.read.feed('all', 0, 10)).filter((row) => row.id === id);
    expect(after?.position).toBeGreaterThan(before?.position ?? Number.POSITIVE_INFINITY);
    expect(after?.version).toBe(before?.version);
    expect((await documents(id))?.prints.map((one) => one.id)).toEqual([first, second]);
    const [event] = await bench.store.read.events(first);
    const header = JSON.parse(event?.header ?? '{}') as { by?: string };
    expect([event?.type, header.by]).toEqual(['printed', (await handOf('clerk')).person]);
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });
});
