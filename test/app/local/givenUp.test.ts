import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { Reply, Transport } from '../../../src/app/local/ports.ts';
import type { Batch, BatchAnswer } from '../../../src/protocol/command.ts';
import type { Contact } from '../../../src/protocol/resources.ts';
import type { Profile } from '../../support/devicePorts.ts';
import { Hall, intake, must, OFFLINE } from '../../support/hall.ts';

let hall: Hall;
let local: OpenLocal;
let profile: Profile;
const known = () => hall.devices.get(local.device.value?.id ?? '') as { order: string };

beforeEach(async () => {
  hall = new Hall();
  ({ local, profile } = await hall.ready());
});
afterEach(() => hall.close());

const contact = () => hall.pass(10 * 60_000);
const contacts = () => hall.devices.values().next().value?.contacts ?? [];

/** The endpoint answers every command alike, or only the first of a batch. */
const answering = (outcome: BatchAnswer['outcomes'][number]['outcome'], code: string, most = 100) => {
  hall.instead = (resource, body): Reply<BatchAnswer> | undefined => {
    if (resource !== 'commands') return undefined;
    const { commands } = JSON.parse(body) as Batch;
    const outcomes = commands.slice(0, most).map(({ id }) => ({ id, outcome, code }));
    return { kind: 'answer', value: { now: hall.time.instant(), outcomes } };
  };
};

/** Revoked with a case that stands in quarantine, and enrolled again. */
const revokedAndBack = async (): Promise<void> => {
  answering('quarantined', 'device.revoked');
  must(await local.submit(intake()));
  known().order = 'revoked';
  await contact();
  must(await local.enrol(hall.code()));
  await hall.begin(local);
};

describe('what is given up here', () => {
  it('is said, with why, in every window and after a restart, until the device is put to use again', async () => {
    const other = await hall.open(profile);
    answering('quarantined', 'device.revoked');
    must(await local.submit(intake()));
    known().order = 'revoked';
    await contact();
    const reopened = await hall.openLocked(profile);
    for (const window of [local, other, reopened]) {
      expect(window.status.value).toMatchObject({ gaveUp: { why: 'revoked' }, waiting: 0, apart: 2 });
      expect(window.device.value).toBeNull();
    }
    must(await local.enrol(hall.code()));
    await hall.begin(local);
    for (const window of [local, other]) expect(window.status.value.gaveUp).toBeNull();
  });

  it('stays in the list of what stands apart, as something that only the district can open', async () => {
    await revokedAndBack();
    expect(local.outbox.value).toMatchObject(Array(2).fill({ type: null, state: 'quarantined' }));
  });

  it('has served when a supervisor has let it in, or kept it out: the endpoint has it', async () => {
    await revokedAndBack();
    answering('refused', 'quarantine.setAside');
    await hall.pass(3_600_000);
    expect(local.outbox.value).toEqual([]);
    expect(local.status.value).toMatchObject({ waiting: 0, refused: 0 });
  });

  it('is kept where the endpoint could not read it, and has kept nothing itself', async () => {
    await revokedAndBack();
    answering('refused', 'signature.keyUnknown');
    await hall.pass(3_600_000);
    expect(local.outbox.value).toMatchObject(Array(2).fill({ type: null, state: 'refused', mendable: 'no' }));
  });

  it('does not hold the device by what nobody can send any more', async () => {
    answering('refused', 'signature.keyUnknown', 1);
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value.map((one) => one.state)).toEqual(['refused', 'held']);
    hall.instead = () => undefined;
    known().order = 'wipe';
    await contact();
    expect(local.device.value).toBeNull();
    expect(local.status.value.gaveUp).toMatchObject({ why: 'wipe' });
  });

  it('is told to the district once the queue is empty, though the sending ended after the contact', async () => {
    hall.instead = (resource) => (resource === 'commands' ? OFFLINE : undefined);
    must(await local.submit(intake()));
    known().order = 'wipe';
    await contact();
    expect(local.device.value).not.toBeNull();
    answering('quarantined', 'device.wiping');
    local.sendNow();
    await hall.settle();
    expect(local.device.value).toBeNull();
  });

  it('is told as it stands at last, though another window sends the rest while it is being told', async () => {
    const way = profile.ports().transport;
    let send = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      send = resolve;
    });
    const slow: Pick<Transport, 'commands'> = {
      commands: async (...batch) => {
        await gate;
        return await way.commands(...batch);
      },
    };
    const telling: Pick<Transport, 'contact'> = {
      contact: async (body, authorisation) => {
        const reply = await way.contact(body, authorisation);
        const { wiped } = JSON.parse(body) as Contact;
        if (wiped) {
          send();
          // Until this window has heard of it.
          for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        }
        return reply;
      },
    };
    const sender = await hall.open(profile, { transport: { ...way, ...slow } });
    answering('quarantined', 'device.wiping');
    must(await sender.submit(intake()));
    known().order = 'wipe';
    // A window that opens makes contact.
    await hall.openLocked(profile, { transport: { ...way, ...telling } });
    expect(sender.device.value).toBeNull();
    expect(contacts().some((one) => one.wiped)).toBe(true);
    expect(contacts().at(-1)?.waiting).toBe(0);
  });

  it('is no device any more only when the district has heard that it is done', async () => {
    known().order = 'wipe';
    hall.instead = (resource, body) =>
      resource === 'contact' && (JSON.parse(body) as Contact).wiped ? OFFLINE : undefined;
    await contact();
    expect(local.device.value).not.toBeNull();
    expect(contacts().some((one) => one.wiped)).toBe(false);
    hall.instead = () => undefined;
    await contact();
    expect(contacts().some((one) => one.wiped)).toBe(true);
    expect(local.device.value).toBeNull();
  });
});
