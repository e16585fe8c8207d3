import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import { utf8 } from '../../../src/protocol/bytes.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { ACCEPT, Hall, intake, must, OFFLINE, receiving } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';

let hall: Hall;
/** In a village that never has a line. */
let village: OpenLocal;
let town: OpenLocal;
let townProfile: Profile;
let deaf = true;

beforeEach(async () => {
  hall = new Hall();
  deaf = false;
  const profile = hall.profile();
  const way = profile.transport;
  const dead = new Proxy(way, {
    get: (target, name) => (deaf ? async () => OFFLINE : Reflect.get(target, name)),
  });
  village = await hall.open(profile, { transport: dead });
  must(await village.enrol(hall.code()));
  await hall.begin(village);
  deaf = true;
  ({ local: town, profile: townProfile } = await hall.ready());
});
afterEach(() => hall.close());

async function takenIn(count: number) {
  const ids: string[] = [];
  for (let one = 0; one < count; one += 1) {
    const plain = intake();
    const page = { bytes: utf8(`页 ${one}`), type: 'image/jpeg', for: 'form' } as const;
    const { key, ...file } = must(await village.capture(plain.caseId, page));
    const receive = receiving();
    const acts = [{ ...receive, payload: { ...receive.payload, files: [file] } }, ACCEPT];
    ids.push(must(await village.submit({ ...plain, acts, fileKeys: { [file.hash]: key } })).case.id);
  }
  await hall.settle();
  return ids;
}

const accepted = (ids: readonly string[]) =>
  ids.filter((id) => hall.authority.streams.get(id)?.state?.status === 'accepted').length;
const recordedOnce = () => [...hall.authority.recordings.values()].every((count) => count === 1);

describe('the outbox of a device that never has a line', () => {
  it('is carried on a stick, files included, and recorded from another device that cannot read it', async () => {
    const ids = await takenIn(3);
    const stick = must(await village.exportOutbox());
    expect(await stick.text()).not.toContain('页 0');
    expect(must(await town.importPackage(stick))).toEqual({ commands: 6, files: 3, known: 0 });
    expect(town.outbox.value.map((one) => [one.type, one.carried])).toEqual(Array(6).fill([null, true]));
    await hall.pass(600_000);
    expect(accepted(ids)).toBe(3);
    expect(hall.files.size).toBe(3);
    expect(town.outbox.value).toEqual([]);
    expect(town.uploads.value.size).toBe(0);
  });

  it('stays where it is, and when that device comes online after all nothing is recorded twice', async () => {
    const ids = await takenIn(3);
    const stick = must(await village.exportOutbox());
    expect(village.status.value.waiting).toBe(6);
    deaf = false;
    must(await town.importPackage(stick));
    village.sendNow();
    await hall.pass(600_000);
    expect(accepted(ids)).toBe(3);
    expect(recordedOnce()).toBe(true);
    expect(village.outbox.value).toEqual([]);
    expect(village.uploads.value.size).toBe(0);
  });

  it('changes nothing when it is read twice, or where it was made', async () => {
    await takenIn(2);
    const stick = must(await village.exportOutbox());
    expect(must(await village.importPackage(stick))).toEqual({ commands: 0, files: 0, known: 4 });
    hall.instead = () => OFFLINE;
    must(await town.importPackage(stick));
    expect(must(await town.importPackage(stick))).toEqual({ commands: 0, files: 0, known: 4 });
    hall.instead = () => undefined;
    await hall.pass(600_000);
    must(await town.importPackage(stick));
    await hall.pass(600_000);
    expect(recordedOnce()).toBe(true);
    expect(town.outbox.value).toEqual([]);
  });

  it('that the rules refuse is mended on its own device: the carrier keeps nothing of it', async () => {
    hall.authority.refuseType.set('receive', { code: 'party.nameMissing', facts: {} });
    const [id] = await takenIn(1);
    must(await town.importPackage(must(await village.exportOutbox())));
    await hall.pass(600_000);
    expect(town.outbox.value).toEqual([]);
    hall.authority.refuseType.clear();
    deaf = false;
    village.sendNow();
    await hall.pass(600_000);
    const entry = village.outbox.value.find((one) => one.state === 'refused');
    must(await village.resend(entry?.id ?? ''));
    await hall.pass(600_000);
    expect(accepted([id ?? ''])).toBe(1);
  });

  it('says so when there is nothing to export', async () => {
    expect(refusedBy(await town.exportOutbox()).code).toBe('carry.nothing');
  });
});

describe('a package that is damaged', () => {
  const importing = async (change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) => {
    await takenIn(2);
    const stick = must(await village.exportOutbox());
    const bytes = change(new Uint8Array(await stick.arrayBuffer()));
    return refusedBy(await town.importPackage(new Blob([bytes]))).code;
  };

  it.each([
    ['cut', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length / 2)],
    ['empty', () => new Uint8Array()],
    ['something else', () => utf8('%PDF-1.7 不是这个')],
    [
      'with a spoilt page',
      (bytes: Uint8Array<ArrayBuffer>) => {
        const at = Buffer.from(bytes).indexOf('files/') + 70;
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      },
    ],
  ])('(%s) is refused in words, and nothing of it is taken over', async (_, change) => {
    expect(await importing(change)).toBe('carry.unreadable');
    expect(town.outbox.value).toEqual([]);
    expect(townProfile.askedForWaking).toBe(0);
  });
});
