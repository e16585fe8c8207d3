import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseAt } from '../../../../src/app/local/database.ts';
import { openFile } from '../../../../src/app/local/files/sealFile.ts';
import type { OpenLocal } from '../../../../src/app/local/local.ts';
import type { HeldFile } from '../../../../src/app/local/types.ts';
import { utf8 } from '../../../../src/protocol/bytes.ts';
import { everythingIn } from '../../../support/atRestMemory.ts';
import type { Profile } from '../../../support/devicePorts.ts';
import { draftOf } from '../../../support/drafts.ts';
import { ACCEPT, Hall, intake, must, OFFLINE, problem, receiving, TIMEOUT } from '../../../support/hall.ts';
import { refusedBy } from '../../../support/sampleCase.ts';

const TEXT = '身份证 370406199001011234';
const MINUTES = 60_000;

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

const caseFile = ({ key: _, ...file }: HeldFile) => file;

async function photograph(caseId: string, pages: number): Promise<HeldFile[]> {
  const files: HeldFile[] = [];
  for (let page = 0; page < pages; page += 1) {
    const bytes = utf8(`${TEXT} ${page}`);
    files.push(must(await local.capture(caseId, { bytes, type: 'image/jpeg', for: 'form' })));
  }
  return files;
}

/** Takes in a case with photographed pages. */
async function submitWith(pages: number) {
  const plain = intake();
  const files = await photograph(plain.caseId, pages);
  const receive = receiving();
  const acts = [{ ...receive, payload: { ...receive.payload, files: files.map(caseFile) } }, ACCEPT];
  const fileKeys = Object.fromEntries(files.map((one) => [one.hash, one.key]));
  const saved = must(await local.submit({ ...plain, acts, fileKeys }));
  return { saved, files };
}

async function rows() {
  const db = databaseAt(profile.ports().store);
  const found = await db.files.toArray();
  const bytes = await db.fileBytes.count();
  db.close();
  return { states: found.map((one) => one.state).sort(), bytes };
}

const offline = (...resources: string[]) => {
  hall.instead = (resource) => (resources.includes(resource) ? OFFLINE : undefined);
};
const online = () => {
  hall.instead = () => undefined;
};

describe('a photographed page', () => {
  it('is sealed as soon as it is captured, and opens with its own key alone', async () => {
    const [page] = (await photograph(intake().caseId, 1)) as [HeldFile];
    expect(await everythingIn(profile)).not.toContain('370406199001011234');
    const again = must(await local.readFile(caseFile(page), page.key));
    expect(await again.text()).toBe(`${TEXT} 0`);
    expect(again.type).toBe('image/jpeg');
  });

  it('is named by its sealed bytes, and travels so', async () => {
    const { files } = await submitWith(2);
    await hall.settle();
    for (const [index, { hash, key, size }] of files.entries()) {
      const arrived = hall.files.get(hash) as Uint8Array<ArrayBuffer>;
      expect(arrived.length).toBe(size);
      expect(new TextDecoder().decode(await openFile(arrived, key))).toBe(`${TEXT} ${index}`);
    }
  });

  it('stands with its key in the signed and sealed command, and in the case of whoever reads it', async () => {
    const { saved, files } = await submitWith(2);
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
    offline('commands', 'files');
    const { saved } = await submitWith(2);
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 2, done: 0 });
  });

  it('that is gone from the device stops the submission in words, and the draft stands', async () => {
    const plain = intake();
    const [page] = (await photograph(plain.caseId, 1)) as [HeldFile];
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
    await photograph(first, 2);
    await local.saveDraft(draftOf(first, hall.time.instant()));
    await photograph(intake().caseId, 1);
    await local.removeDraft(first);
    expect(await rows()).toEqual({ states: ['draft'], bytes: 1 });
    local.lock();
    await hall.unlock(local);
    expect((await rows()).bytes).toBe(1);
    await hall.pass(25 * 60 * MINUTES);
    local.lock();
    await hall.unlock(local);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });
});

describe('files leave the device', () => {
  it('only when the endpoint has confirmed the command and each of them', async () => {
    offline('files');
    const { saved } = await submitWith(3);
    await hall.settle();
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
    expect(await rows()).toMatchObject({ states: ['waiting', 'waiting', 'waiting'], bytes: 3 });
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 3, done: 0 });
    online();
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(3);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
    expect(local.uploads.value.size).toBe(0);
  });

  it('not while the command is still to be confirmed, though they are there already', async () => {
    offline('commands');
    await submitWith(2);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(2);
    expect(await rows()).toEqual({ states: ['held', 'held'], bytes: 2 });
    online();
    await hall.pass(5 * MINUTES);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });

  it('after a lost answer, without being sent again', async () => {
    hall.afterwards = (resource, reply) => (resource === 'files' ? TIMEOUT : reply);
    hall.instead = (resource, body) =>
      resource === 'files' && body.startsWith('{')
        ? { kind: 'answer', value: { held: [], now: hall.time.instant() } }
        : undefined;
    await submitWith(1);
    await hall.settle();
    expect(hall.files.size).toBe(1);
    expect((await rows()).states).toEqual(['waiting']);
    hall.afterwards = (_, reply) => reply;
    let uploads = 0;
    hall.instead = (resource, body) => {
      if (resource === 'files' && !body.startsWith('{')) uploads += 1;
      return undefined;
    };
    await hall.pass(5 * MINUTES);
    expect(uploads).toBe(0);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });

  it('with the screen locked and the session ended', async () => {
    offline('commands', 'files');
    await submitWith(2);
    local.lock();
    hall.sessions.clear();
    online();
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(2);
    expect((await rows()).states).toEqual(['held', 'held']);
    await hall.unlock(local);
    await hall.pass(5 * MINUTES);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });
});

describe('only the endpoint was away', () => {
  it('when it is back, whoever unlocked meanwhile has a session again with the first case that is recorded', async () => {
    hall.instead = () => OFFLINE;
    local.lock();
    hall.sessions.clear();
    await hall.unlock(local);
    await submitWith(1);
    await hall.settle();
    online();
    local.sendNow();
    await hall.settle();
    expect(await rows()).toEqual({ states: [], bytes: 0 });
    expect(local.cases.value.map((one) => one.pending)).toEqual([0]);
  });
});

describe('an upload that fails', () => {
  it('is tried again within seconds when the line was there, however long it had been gone and however many were cut', async () => {
    offline('files');
    await submitWith(3);
    await hall.pass(60 * MINUTES);
    hall.instead = (resource, body) => (resource === 'files' && !body.startsWith('{') ? OFFLINE : undefined);
    local.sendNow();
    await hall.settle();
    expect(hall.files.size).toBe(0);
    online();
    await hall.pass(2_000);
    expect(hall.files.size).toBe(3);
  });

  it('goes on as soon as any case is recorded: then the line is there', async () => {
    offline('files');
    await submitWith(1);
    await hall.pass(60 * MINUTES);
    offline('commands', 'files');
    const next = must(await local.submit(intake()));
    await hall.settle();
    online();
    await hall.pass(3_000);
    expect(hall.authority.streams.has(next.case.id)).toBe(true);
    expect(hall.files.size).toBe(1);
  });

  it('is asked about ever more rarely while it is cut each time', async () => {
    let uploads = 0;
    hall.instead = (resource, body) => {
      if (resource !== 'files' || body.startsWith('{')) return undefined;
      uploads += 1;
      return OFFLINE;
    };
    await submitWith(1);
    await hall.pass(60 * MINUTES);
    expect(uploads).toBeLessThan(40);
  });

  it('is tried again until it arrives, and holds up no new case', async () => {
    offline('files');
    await submitWith(1);
    await hall.pass(60 * MINUTES);
    const next = must(await local.submit(intake()));
    await hall.settle();
    expect(hall.authority.streams.has(next.case.id)).toBe(true);
    online();
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(1);
  });

  it('begins anew when what arrived is not what was sent', async () => {
    let spoilt = 1;
    hall.instead = (resource, body) => {
      if (resource !== 'files' || body.startsWith('{') || spoilt === 0) return undefined;
      spoilt -= 1;
      return problem(422, 'upload.hashMismatch');
    };
    await submitWith(1);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(1);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });

  it('for good says so, and the file stays on the device', async () => {
    hall.instead = (resource, body) =>
      resource === 'files' && !body.startsWith('{') ? problem(413, 'upload.tooLarge') : undefined;
    const { saved } = await submitWith(2);
    await hall.pass(5 * MINUTES);
    expect(await rows()).toEqual({ states: ['refused', 'refused'], bytes: 2 });
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 2, refused: 2 });
  });
});

describe('a refused receipt with photographs', () => {
  it('is mended with them: nothing is photographed again', async () => {
    hall.authority.refuseType.set('receive', { code: 'party.nameMissing', facts: {} });
    const { files, saved } = await submitWith(2);
    await hall.settle();
    const entry = local.outbox.value.find((one) => one.type === 'receive');
    const draft = await local.draftFromRefused(entry?.id ?? '');
    expect(draft?.content.files).toEqual(files);
    hall.authority.refuseType.clear();
    must(await local.resend(entry?.id ?? ''));
    await hall.pass(5 * MINUTES);
    expect(hall.authority.streams.get(saved.case.id)?.state).toMatchObject({ files: files.map(caseFile) });
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });

  it('that is put aside takes them along once that is recorded', async () => {
    hall.authority.refuseType.set('receive', { code: 'party.nameMissing', facts: {} });
    await submitWith(2);
    await hall.settle();
    const entry = local.outbox.value.find((one) => one.type === 'receive');
    must(await local.setAside(entry?.id ?? '', '申请人不办了'));
    await hall.pass(5 * MINUTES);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });
});

describe('a district that was put back to a backup', () => {
  it('gets the files again that are still here', async () => {
    hall.afterwards = (resource, reply) => (resource === 'feed' ? OFFLINE : reply);
    const { saved } = await submitWith(2);
    await hall.settle();
    expect((await rows()).states).toEqual(['held', 'held']);
    hall.authority.restoreBefore(saved.case.id);
    hall.files.clear();
    hall.afterwards = (_, reply) => reply;
    await hall.pass(10 * MINUTES);
    expect(hall.authority.streams.has(saved.case.id)).toBe(true);
    expect(hall.files.size).toBe(2);
    expect(await rows()).toEqual({ states: [], bytes: 0 });
  });
});

describe('the browser’s space', () => {
  it('is warned of from the share that is used, and from what was refused', async () => {
    expect(local.status.value.storageShare).toBeCloseTo(0.001);
    profile.storage = { usage: 850, quota: 1_000 };
    await photograph(intake().caseId, 1);
    await hall.settle();
    expect(local.status.value.storageShare).toBeCloseTo(0.85);
  });
});
