import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../../../src/app/local/files/sealFile.ts';
import type { OpenLocal } from '../../../../src/app/local/local.ts';
import type { HeldFile } from '../../../../src/app/local/types.ts';
import { everythingIn } from '../../../support/atRestMemory.ts';
import type { Profile } from '../../../support/devicePorts.ts';
import { draftOf } from '../../../support/drafts.ts';
import { Hall, intake, must, OFFLINE, receiving, TIMEOUT } from '../../../support/hall.ts';
import {
  backOnLine,
  caseFile,
  cutOff,
  fileRows,
  photograph,
  submitWith,
  TEXT,
} from '../../../support/photographing.ts';
import { refusedBy } from '../../../support/sampleCase.ts';

const MINUTES = 60_000;

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

describe('a photographed page', () => {
  it('is sealed as soon as it is captured, and opens with its own key alone', async () => {
    const [page] = (await photograph(local, intake().caseId, 1)) as [HeldFile];
    expect(await everythingIn(profile)).not.toContain('370406199001011234');
    const again = must(await local.readFile(caseFile(page), page.key));
    expect(await again.text()).toBe(`${TEXT} 0`);
    expect(again.type).toBe('image/jpeg');
  });

  it('is named by its sealed bytes, and travels so', async () => {
    const { files } = await submitWith(local, 2);
    await hall.settle();
    for (const [index, { hash, key, size }] of files.entries()) {
      const arrived = hall.files.get(hash) as Uint8Array<ArrayBuffer>;
      expect(arrived.length).toBe(size);
      expect(new TextDecoder().decode(await openFile(arrived, key))).toBe(`${TEXT} ${index}`);
    }
  });

  it('stands with its key in the signed and sealed command, and in the case of whoever reads it', async () => {
    const { saved, files } = await submitWith(local, 2);
    await hall.settle();
    const [command] = hall.commandsOf('receive');
    expect(command?.files.map((one) => one.hash)).toEqual(files.map((one) => one.hash));
    const sent = hall.authority.batches.flatMap((batch) => batch.commands).map((one) => hall.opened(one));
    expect(sent.find((one) => one.header.includes(files[0]?.hash ?? '—'))?.fileKeys).toEqual(
      files.map((one) => one.key),
    );
    expect(hall.authority.streams.get(saved.case.id)?.state).toMatchObject({ files: files.map(caseFile) });
  });

  it('stands as still to be sent from the moment that its case is saved', async () => {
    cutOff(hall, 'commands', 'files');
    const { saved } = await submitWith(local, 2);
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 2, done: 0 });
  });

  it('that is gone from the device stops the submission in words, and the draft stands', async () => {
    const plain = intake();
    const [page] = (await photograph(local, plain.caseId, 1)) as [HeldFile];
    await local.saveDraft(draftOf(plain.caseId, hall.time.instant(), { files: [page] }));
    await local.dropFile(page.hash);
    const receive = receiving();
    const acts = [{ ...receive, payload: { ...receive.payload, files: [caseFile(page)] } }];
    const fileKeys = { [page.hash]: page.key };
    const refusal = refusedBy(await local.submit({ ...plain, acts, fileKeys, draftId: plain.caseId }));
    expect(refusal.code).toBe('file.notHere');
    expect(local.drafts.value).toHaveLength(1);
    expect(local.outbox.value).toEqual([]);
  });

  it('goes with the draft that is thrown away, and with the day when no draft ever named it', async () => {
    const first = intake().caseId;
    await photograph(local, first, 2);
    await local.saveDraft(draftOf(first, hall.time.instant()));
    await photograph(local, intake().caseId, 1);
    await local.removeDraft(first);
    expect(await fileRows(profile)).toEqual({ states: ['draft'], bytes: 1 });
    local.lock();
    await hall.unlock(local);
    expect((await fileRows(profile)).bytes).toBe(1);
    await hall.pass(25 * 60 * MINUTES);
    local.lock();
    await hall.unlock(local);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });
});

describe('files leave the device', () => {
  it('only when the endpoint has confirmed the command and each of them', async () => {
    cutOff(hall, 'files');
    const { saved } = await submitWith(local, 3);
    await hall.settle();
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
    expect(await fileRows(profile)).toMatchObject({ states: ['waiting', 'waiting', 'waiting'], bytes: 3 });
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 3, done: 0 });
    backOnLine(hall);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(3);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
    expect(local.uploads.value.size).toBe(0);
  });

  it('not while the command is still to be confirmed, though they are there already', async () => {
    cutOff(hall, 'commands');
    await submitWith(local, 2);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(2);
    expect(await fileRows(profile)).toEqual({ states: ['held', 'held'], bytes: 2 });
    backOnLine(hall);
    await hall.pass(5 * MINUTES);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });

  it('after a lost answer, without being sent again', async () => {
    hall.afterwards = (resource, reply) => (resource === 'files' ? TIMEOUT : reply);
    hall.instead = (resource, body) =>
      resource === 'files' && body.startsWith('{')
        ? { kind: 'answer', value: { held: [], now: hall.time.instant() } }
        : undefined;
    await submitWith(local, 1);
    await hall.settle();
    expect(hall.files.size).toBe(1);
    expect((await fileRows(profile)).states).toEqual(['waiting']);
    hall.afterwards = (_, reply) => reply;
    let uploads = 0;
    hall.instead = (resource, body) => {
      if (resource === 'files' && !body.startsWith('{')) uploads += 1;
      return undefined;
    };
    await hall.pass(5 * MINUTES);
    expect(uploads).toBe(0);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });

  it('with the screen locked and the session ended', async () => {
    cutOff(hall, 'commands', 'files');
    await submitWith(local, 2);
    local.lock();
    hall.sessions.clear();
    backOnLine(hall);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(2);
    expect((await fileRows(profile)).states).toEqual(['held', 'held']);
    await hall.unlock(local);
    await hall.pass(5 * MINUTES);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });
});

describe('only the endpoint was away', () => {
  it('when it is back, whoever unlocked meanwhile has a session again with the first case that is recorded', async () => {
    hall.instead = () => OFFLINE;
    local.lock();
    hall.sessions.clear();
    await hall.unlock(local);
    await submitWith(local, 1);
    await hall.settle();
    backOnLine(hall);
    local.sendNow();
    await hall.settle();
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
    expect(local.cases.value.map((one) => one.pending)).toEqual([0]);
  });

  it('whoever asks for what lies in the district with a session that is gone gets one first, and then what they asked for', async () => {
    const { saved } = await submitWith(local, 1);
    await hall.settle();
    hall.sessions.clear();
    const [history, again] = await Promise.all([local.history(saved.case.id), local.history(saved.case.id)]);
    must(history);
    must(again);
    expect(local.status.value.sessionEnded).toBe(false);
  });
});

describe('a refused receipt with photographs', () => {
  it('is mended with them: nothing is photographed again', async () => {
    hall.authority.refuseType.set('receive', { code: 'party.nameMissing', facts: {} });
    const { files, saved } = await submitWith(local, 2);
    await hall.settle();
    const entry = local.outbox.value.find((one) => one.type === 'receive');
    const draft = await local.draftFromRefused(entry?.id ?? '');
    expect(draft?.content.files).toEqual(files);
    hall.authority.refuseType.clear();
    must(await local.resend(entry?.id ?? ''));
    await hall.pass(5 * MINUTES);
    expect(hall.authority.streams.get(saved.case.id)?.state).toMatchObject({ files: files.map(caseFile) });
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });

  it('that is put aside takes them along once that is recorded', async () => {
    hall.authority.refuseType.set('receive', { code: 'party.nameMissing', facts: {} });
    await submitWith(local, 2);
    await hall.settle();
    const entry = local.outbox.value.find((one) => one.type === 'receive');
    must(await local.setAside(entry?.id ?? '', '申请人不办了'));
    await hall.pass(5 * MINUTES);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });
});

describe('a district that was put back to a backup', () => {
  it('gets the files again that are still here', async () => {
    hall.afterwards = (resource, reply) => (resource === 'feed' ? OFFLINE : reply);
    const { saved } = await submitWith(local, 2);
    await hall.settle();
    expect((await fileRows(profile)).states).toEqual(['held', 'held']);
    hall.authority.restoreBefore(saved.case.id);
    hall.files.clear();
    hall.afterwards = (_, reply) => reply;
    await hall.pass(10 * MINUTES);
    expect(hall.authority.streams.has(saved.case.id)).toBe(true);
    expect(hall.files.size).toBe(2);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });
});

describe('the browser’s space', () => {
  it('is warned of from the share that is used, and from what was refused', async () => {
    expect(local.status.value.storageShare).toBeCloseTo(0.001);
    profile.storage = { usage: 850, quota: 1_000 };
    await photograph(local, intake().caseId, 1);
    await hall.settle();
    expect(local.status.value.storageShare).toBeCloseTo(0.85);
  });
});
