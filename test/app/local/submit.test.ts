import { webcrypto } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCaseNumber } from '../../../src/domain/caseNumber.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../src/protocol/bytes.ts';
import { CommandHeader, Envelope } from '../../../src/protocol/command.ts';
import { KEY_ALGORITHM, payloadBytes, SIGNATURE_ALGORITHM } from '../../../src/protocol/signing.ts';
import { breakWrites } from '../../support/brokenStore.ts';
import { ACCEPT, CLERK, Hall, intake, must, OFFLINE, receiving } from '../../support/hall.ts';
import { listedAs, refusedBy } from '../../support/sampleCase.ts';
import { WEST } from '../../support/sampleCatalogue.ts';

let hall: Hall;
const cut = (): void => {
  hall.instead = (resource) => (resource === 'commands' || resource === 'feed' ? OFFLINE : undefined);
};
const mend = (): void => {
  hall.instead = () => undefined;
};
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

/** The commands of the last batch that reached the authority. */
const sent = () =>
  (hall.authority.batches.at(-1)?.commands ?? []).map((one) => {
    const envelope = v.parse(Envelope, one);
    const wire = hall.opened(envelope);
    return { envelope, wire, header: v.parse(CommandHeader, JSON.parse(wire.header)) };
  });

describe('提交', () => {
  it('shows a case at once without a line, and as recorded once it was sent', async () => {
    const { local } = await hall.ready();
    cut();
    const saved = must(await local.submit(intake()));
    expect(saved.case.status).toBe('accepted');
    expect(local.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'saved', pending: 2 }]);
    mend();
    local.sendNow();
    await hall.settle();
    expect(local.cases.value).toMatchObject([
      { case: listedAs(saved.case), progress: 'recorded', pending: 0 },
    ]);
    expect(local.outbox.value).toEqual([]);
    expect(hall.authority.streams.get(saved.case.id)?.state).toEqual(saved.case);
  });

  it('gives final numbers in the day’s order, with the slot of the device and a code of six characters', async () => {
    const { local } = await hall.ready();
    const first = must(await local.submit(intake()));
    const second = must(await local.submit(intake()));
    const parts = [first, second].map((saved) => parseCaseNumber(saved.case.number));
    expect(parts).toMatchObject([
      { town: WEST, date: '2026-11-23', slot: 'K1', sequence: 1 },
      { town: WEST, date: '2026-11-23', slot: 'K1', sequence: 2 },
    ]);
    expect(parts[0]?.random).not.toBe(parts[1]?.random);
    expect(first.case.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it('begins the day’s sequence anew on the next day', async () => {
    const { local } = await hall.ready();
    must(await local.submit(intake()));
    await hall.pass(86_400_000);
    await hall.unlock(local);
    const next = must(await local.submit(intake()));
    expect(parseCaseNumber(next.case.number)).toMatchObject({ date: '2026-11-24', sequence: 1 });
  });

  it('signs what it sends: header, payload hash, order and the person are as the protocol says', async () => {
    const { local } = await hall.ready();
    const saved = must(await local.submit(intake()));
    await hall.settle();
    const [receive, accept] = sent();
    if (!receive || !accept) throw new Error('two commands');
    expect(receive.header).toMatchObject({
      type: 'receive',
      by: CLERK.id,
      office: WEST,
      seq: 1,
      basis: { version: 0 },
    });
    expect(accept.header).toMatchObject({
      type: 'accept',
      seq: 2,
      basis: { version: 1, after: receive.header.id },
    });
    expect(saved.commands).toEqual([receive.header.id, accept.header.id]);
    const { salt, payload, signature, header } = receive.wire;
    const hash = await webcrypto.subtle.digest('SHA-256', payloadBytes(fromBase64url(salt), payload));
    expect(receive.header.payloadHash).toBe(toBase64url(new Uint8Array(hash)));
    // The key that the person brought along when signing in.
    const [publicKey = ''] = hall.personKeys;
    expect(hall.keyOwners.get(receive.header.personKey)).toBe(CLERK);
    const spki = await webcrypto.subtle.importKey('spki', fromBase64url(publicKey), KEY_ALGORITHM, true, [
      'verify',
    ]);
    const right = await webcrypto.subtle.verify(
      SIGNATURE_ALGORITHM,
      spki,
      fromBase64url(signature),
      utf8(header),
    );
    expect(right).toBe(true);
  });

  it('prints the deadlines that the endpoint computes, so that nothing is flagged', async () => {
    const { local } = await hall.ready();
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(saved.case.deadlines?.statutory).not.toBeNull();
    expect(hall.authority.streams.get(saved.case.id)?.state?.flags).toEqual([]);
  });

  it('saves nothing, takes no number and keeps the draft when the rules refuse', async () => {
    const { local } = await hall.ready();
    const draft = { id: intake().caseId, updatedAt: local.now(), content: CONTENT };
    await local.saveDraft(draft);
    const missing = receiving('permit', { marks: {} });
    const refusal = refusedBy(
      await local.submit({ caseId: draft.id, acts: [missing, ACCEPT], draftId: draft.id }),
    );
    expect(refusal.code).toBe('papers.incomplete');
    expect(local.outbox.value).toEqual([]);
    expect(local.drafts.value).toEqual([draft]);
    const saved = must(await local.submit({ caseId: draft.id, acts: [receiving()], draftId: draft.id }));
    expect(parseCaseNumber(saved.case.number)?.sequence).toBe(1);
    expect(local.drafts.value).toEqual([]);
  });

  it('drops a draft’s late save, so that a submitted draft never comes back', async () => {
    const { local, profile } = await hall.ready();
    const draft = { id: intake().caseId, updatedAt: local.now(), content: CONTENT };
    const early = local.saveDraft(draft);
    const submitting = local.submit({ caseId: draft.id, acts: [receiving()], draftId: draft.id });
    const late = local.saveDraft({ ...draft, content: { ...CONTENT, step: 'parties' } });
    await Promise.all([early, submitting, late]);
    await local.saveDraft(draft);
    expect(local.drafts.value).toEqual([]);
    expect((await hall.open(profile)).drafts.value).toEqual([]);
  });

  it('refuses a payload that the wire would not take, before it is saved', async () => {
    const { local } = await hall.ready();
    const long = receiving('permit', { answers: { place: 'wall', size: 10, from: 'x'.repeat(501) } });
    expect(refusedBy(await local.submit(intake([long])))).toMatchObject({ code: 'payload.malformed' });
    expect(local.outbox.value).toEqual([]);
  });

  it('does not take the same draft in twice when the button is pressed twice', async () => {
    const { local } = await hall.ready();
    cut();
    const once = intake();
    const results = await Promise.all([local.submit(once), local.submit(once)]);
    expect(results.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(local.outbox.value.map((one) => one.type)).toEqual(['receive', 'accept']);
  });

  it('gives two tabs that submit at the same moment neither the same number nor the same seq', async () => {
    const { local, profile } = await hall.ready();
    const other = await hall.open(profile);
    cut();
    const both = await Promise.all(
      Array.from({ length: 15 }, () => [local.submit(intake()), other.submit(intake())]).flat(),
    );
    const numbers = both.map((one) => must(one).case.number.slice(0, -7));
    expect(new Set(numbers).size).toBe(30);
    // Whichever tab is still trying has heard that there is no line, and lets the other send.
    await hall.settle();
    mend();
    other.sendNow();
    await hall.settle();
    const seqs = hall.authority.batches
      .flatMap((batch) => batch.commands)
      .map((one) => JSON.parse(hall.opened(one).header).seq);
    expect(new Set(seqs).size).toBe(60);
    expect([...hall.authority.recordings.values()]).toEqual(Array(60).fill(1));
    expect(local.cases.value.map((one) => one.case)).toEqual(other.cases.value.map((one) => one.case));
  });

  it('asks for what is missing: a person, a device, a catalogue', async () => {
    const profile = hall.profile();
    hall.instead = (resource) => (resource === 'catalogue' ? OFFLINE : undefined);
    const local = await hall.open(profile);
    expect(refusedBy(await local.submit(intake())).code).toBe('lock.locked');
    must(await local.enrol(hall.code()));
    expect(refusedBy(await local.submit(intake())).code).toBe('lock.locked');
    await hall.begin(local);
    expect(refusedBy(await local.submit(intake())).code).toBe('catalogue.missing');
  });
});

describe('a store that fails', () => {
  it.each([
    ['QuotaExceededError', 'store.quota'],
    ['UnknownError', 'store.failed'],
  ])('claims nothing when the disk says %s, and says so', async (name, code) => {
    const { local } = await hall.ready();
    const broken = breakWrites(name);
    const refusal = refusedBy(await local.submit(intake()));
    expect(refusal.code).toBe(code);
    expect(local.status.value.storeProblem).toBe(code);
    expect(local.outbox.value).toEqual([]);
    broken.mend();
    must(await local.submit(intake()));
    expect(local.status.value.storeProblem).toBeNull();
  });

  it('refuses a photograph for want of space, warns of it until one fits again, and keeps what was kept', async () => {
    const { local } = await hall.ready();
    const page = () => local.capture(intake().caseId, { bytes: utf8('页'), type: 'image/jpeg', for: 'form' });
    const kept = must(await page());
    const broken = breakWrites('QuotaExceededError');
    expect(refusedBy(await page()).code).toBe('store.noRoomForFile');
    await hall.settle();
    // A case is a hundredth of a page: nobody is told to write on paper yet.
    expect(local.status.value.storeProblem).toBeNull();
    expect(local.status.value.storageShare).toBe(1);
    broken.mend();
    expect(await must(await local.readFile(kept, kept.key)).text()).toBe('页');
    must(await page());
    await hall.settle();
    expect(local.status.value.storageShare).toBeLessThan(0.8);
  });
});

const CONTENT = {
  item: 'permit',
  guide: 'sign',
  guideVersion: 1,
  step: 'papers',
  channel: 'hall',
  answers: {},
  parties: [],
  marks: {},
  handlingTown: null,
} as const;
