import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import { everythingIn } from '../../support/atRestMemory.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { draftOf } from '../../support/drafts.ts';
import { Hall, intake, must, OFFLINE, problem, TIMEOUT } from '../../support/hall.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let hall: Hall;
let local: OpenLocal;
let profile: Profile;
const known = () => hall.devices.get(local.device.value?.id ?? '') ?? hall.devices.values().next().value;
const contacts = () => known()?.contacts ?? [];

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

/** Until the next contact is made. */
const contact = () => hall.pass(10 * 60_000);

describe('a contact', () => {
  it('tells how the device is, and needs nobody at the screen', async () => {
    local.lock();
    const before = contacts().length;
    await contact();
    expect(contacts().length).toBeGreaterThan(before);
    const { version, waiting, storage, made } = contacts().at(-1) ?? {};
    expect({ version, waiting, storage }).toMatchObject({
      ...{ version: '0.0.0-test', waiting: 0 },
      storage: { usage: 1_000, quota: 1_000_000, persisted: true },
    });
    expect(made).toBeGreaterThanOrEqual(0);
  });

  it('keeps its id until it is answered, and names the last that was', async () => {
    hall.afterwards = (resource, reply) => (resource === 'contact' ? TIMEOUT : reply);
    await contact();
    await contact();
    hall.afterwards = (_, reply) => reply;
    await contact();
    await contact();
    const [a, b, c, d] = contacts().slice(-4);
    expect(a?.contact).toBe(b?.contact);
    expect(b?.contact).toBe(c?.contact);
    expect(d).toMatchObject({ answered: c?.contact });
    expect(d?.contact).not.toBe(c?.contact);
  });

  it('follows whatever was sent since the last: only so is a disk noticed that forgot it', async () => {
    await contact();
    const before = contacts().length;
    must(await local.submit(intake()));
    await hall.settle();
    expect(contacts()).toHaveLength(before + 1);
    expect(contacts().at(-1)).toMatchObject({ answered: contacts().at(-2)?.contact, waiting: 0 });
    await hall.settle();
    expect(contacts()).toHaveLength(before + 1);
  });

  it('brings another slot after a rolled-back disk: the next number is written under it', async () => {
    const first = must(await local.submit(intake()));
    await hall.settle();
    (known() as { slot: string }).slot = 'K9';
    await contact();
    expect(local.device.value?.slot).toBe('K9');
    const second = must(await local.submit(intake()));
    expect(first.case.number).toContain('-K1-');
    expect(second.case.number).toContain('-K9-');
  });

  it('is made by one window after the other, so that the last to arrive says what is so', async () => {
    const way = profile.ports().transport;
    let under = 0;
    const together: number[] = [];
    const slow = {
      contact: async (body: string, authorisation: string) => {
        under += 1;
        together.push(under);
        await new Promise((resolve) => setImmediate(resolve));
        const reply = await way.contact(body, authorisation);
        under -= 1;
        return reply;
      },
    };
    for (const _ of ['one', 'another']) await hall.open(profile, { transport: { ...way, ...slow } });
    await contact();
    expect(together.length).toBeGreaterThan(3);
    expect(new Set(together)).toEqual(new Set([1]));
  });

  it('says where the browser has not promised to keep what is here', async () => {
    const own = hall.profile();
    own.change({ persists: false });
    const device = await hall.open(own);
    must(await device.enrol(hall.code()));
    await hall.settle();
    expect(device.status.value.persisted).toBe(false);
  });
});

describe('a wipe', () => {
  it('sends what is queued first, then gives up everything readable, says so, and is no device any more', async () => {
    const saved = must(await local.submit(intake()));
    await hall.settle();
    await local.saveDraft(draftOf('a', hall.time.instant()));
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    const queued = must(await local.submit(intake()));
    hall.instead = () => undefined;
    (known() as { order: string }).order = 'wipe';
    await contact();
    expect(hall.authority.streams.has(queued.case.id)).toBe(true);
    expect(contacts().at(-1)).toMatchObject({ wiped: true });
    expect(local.access.value).toEqual({ state: 'locked', people: [] });
    expect(local.device.value).toBeNull();
    expect(profile.lockbox.records.size).toBe(0);
    const left = await everythingIn(profile);
    for (const one of [saved, queued]) expect(left).not.toContain(one.case.number);
  });

  it('keeps what cannot be sent: sealed, unreadable here, and sent when there is a line', async () => {
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    const queued = must(await local.submit(intake()));
    (known() as { order: string }).order = 'wipe';
    await contact();
    expect(local.access.value).toEqual({ state: 'locked', people: [] });
    expect(hall.authority.streams.has(queued.case.id)).toBe(false);
    hall.instead = () => undefined;
    await hall.pass(HOUR);
    expect(hall.authority.streams.get(queued.case.id)?.state?.status).toBe('accepted');
  });

  it('happens in every window', async () => {
    const other = await hall.open(profile);
    expect(other.access.value.state).toBe('open');
    (known() as { order: string }).order = 'wipe';
    await contact();
    expect(other.access.value.state).toBe('locked');
    expect(other.cases.value).toEqual([]);
  });
});

describe('a device that hears nothing for the days of its policy', () => {
  let queued: string;
  beforeEach(async () => {
    hall.policy = { ...hall.policy, wipeAfterDays: 10 };
    await contact();
    await local.saveDraft(draftOf('a', hall.time.instant()));
    hall.instead = () => OFFLINE;
    queued = must(await local.submit(intake())).case.id;
  });
  const passDays = async (days: number): Promise<void> => {
    for (let day = 0; day < days; day += 1) {
      hall.time.ms += DAY - 700_000;
      await hall.pass(700_000);
    }
  };

  it('warns from half that time on, and forgets it at the next contact', async () => {
    await passDays(4);
    expect(local.status.value.wipeAt).toBeNull();
    await passDays(2);
    expect(local.status.value.wipeAt).not.toBeNull();
    hall.instead = () => undefined;
    await contact();
    expect(local.status.value.wipeAt).toBeNull();
  });

  it('wipes keys, drafts and everything readable; the sealed outbox stays and is sent later', async () => {
    await passDays(11);
    expect(local.access.value).toEqual({ state: 'locked', people: [] });
    expect(local.device.value).not.toBeNull();
    expect(await everythingIn(profile)).not.toContain('drafts/a');
    hall.instead = () => undefined;
    await hall.pass(DAY);
    expect(hall.authority.streams.get(queued)?.state?.status).toBe('accepted');
    await hall.begin(local);
    expect(local.cases.value).toHaveLength(1);
  });

  it('is not kept young by a clock that is put back', async () => {
    await passDays(6);
    profile.clockError -= 20 * DAY;
    await passDays(6);
    expect(local.access.value.state).toBe('locked');
    profile.clockError += 20 * DAY;
    await contact();
    expect(local.access.value).toEqual({ state: 'locked', people: [] });
  });
});

describe('a device that the district has revoked', () => {
  it('sends what it has, gives up what is readable, and is told in words when somebody signs in', async () => {
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    const queued = must(await local.submit(intake()));
    hall.instead = () => undefined;
    (known() as { order: string }).order = 'revoked';
    await contact();
    expect(hall.authority.streams.has(queued.case.id)).toBe(true);
    expect(local.device.value).toBeNull();
    hall.instead = (resource) => (resource === 'session' ? problem(403, 'enrol.codeWrong') : undefined);
    expect(await local.enrol('AAAA0000')).toMatchObject({ refusal: { code: 'enrol.codeWrong' } });
    hall.instead = () => undefined;
    const again = must(await local.enrol(hall.code()));
    expect(again.slot).not.toBe('K1');
  });
});
