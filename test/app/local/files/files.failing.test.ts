import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../../src/app/local/local.ts';
import type { Profile } from '../../../support/devicePorts.ts';
import { Hall, intake, must, OFFLINE, problem } from '../../../support/hall.ts';
import { backOnLine, cutOff, fileRows, submitWith } from '../../../support/photographing.ts';

const MINUTES = 60_000;

let hall: Hall;
let local: OpenLocal;
let profile: Profile;

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

describe('an upload that fails', () => {
  it('is tried again within seconds when the line was there, however long it had been gone and however many were cut', async () => {
    cutOff(hall, 'files');
    await submitWith(local, 3);
    await hall.pass(60 * MINUTES);
    hall.instead = (resource, body) => (resource === 'files' && !body.startsWith('{') ? OFFLINE : undefined);
    local.sendNow();
    await hall.settle();
    expect(hall.files.size).toBe(0);
    backOnLine(hall);
    await hall.pass(2_000);
    expect(hall.files.size).toBe(3);
  });

  it('goes on as soon as any case is recorded: then the line is there', async () => {
    cutOff(hall, 'files');
    await submitWith(local, 1);
    await hall.pass(60 * MINUTES);
    cutOff(hall, 'commands', 'files');
    const next = must(await local.submit(intake()));
    await hall.settle();
    backOnLine(hall);
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
    await submitWith(local, 1);
    await hall.pass(60 * MINUTES);
    expect(uploads).toBeLessThan(40);
  });

  it('is tried again until it arrives, and holds up no new case', async () => {
    cutOff(hall, 'files');
    await submitWith(local, 1);
    await hall.pass(60 * MINUTES);
    const next = must(await local.submit(intake()));
    await hall.settle();
    expect(hall.authority.streams.has(next.case.id)).toBe(true);
    backOnLine(hall);
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
    await submitWith(local, 1);
    await hall.pass(5 * MINUTES);
    expect(hall.files.size).toBe(1);
    expect(await fileRows(profile)).toEqual({ states: [], bytes: 0 });
  });

  it('for good says so, and the file stays on the device', async () => {
    hall.instead = (resource, body) =>
      resource === 'files' && !body.startsWith('{') ? problem(413, 'upload.tooLarge') : undefined;
    const { saved } = await submitWith(local, 2);
    await hall.pass(5 * MINUTES);
    expect(await fileRows(profile)).toEqual({ states: ['refused', 'refused'], bytes: 2 });
    expect(local.uploads.value.get(saved.case.id)).toMatchObject({ files: 2, refused: 2 });
  });
});
