import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_MS } from '../../../src/app/local/schedule.ts';
import type { Outcome } from '../../../src/protocol/command.ts';
import {
  ACCEPT,
  Hall,
  intake,
  must,
  OFFLINE,
  OTHER_CLERK,
  type problem,
  receiving,
} from '../../support/hall.ts';
import { listedAs } from '../../support/sampleCase.ts';

let hall: Hall;
const sizes = () => hall.authority.batches.map((batch) => batch.commands.length);
const recordings = () => [...hall.authority.recordings.values()];
const only = (resource: string, reply: ReturnType<typeof problem>) => {
  hall.instead = (asked) => (asked === resource ? reply : undefined);
};
const mend = (): void => {
  hall.instead = () => undefined;
  hall.afterwards = (_, reply) => reply;
};
/** Changes what the authority has told of each command. */
const spoil = (change: (outcomes: Outcome[]) => Outcome[]) => {
  hall.afterwards = (resource, reply) => {
    if (resource !== 'commands' || reply.kind !== 'answer') return reply;
    const value = reply.value as { outcomes: Outcome[] };
    return { ...reply, value: { ...value, outcomes: change(value.outcomes) } };
  };
};
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

describe('上报 in every circumstance', () => {
  it('goes on sending with an ended session and with nobody signed in', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    hall.refuseRenewal = true;
    hall.sessions.clear();
    mend();
    await hall.pass(61_000);
    expect(recordings()).toEqual([1, 1]);
    expect(local.status.value).toMatchObject({ sessionEnded: true, waiting: 0 });
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    await local.signOut();
    mend();
    await hall.pass(2 * LONGEST_MS);
    expect(recordings()).toEqual([1, 1, 1, 1]);
  });

  it('keeps what waits through a closed browser and sends it after it is opened again', async () => {
    const { local, profile } = await hall.ready();
    only('commands', OFFLINE);
    const saved = must(await local.submit(intake()));
    await local.close();
    const again = await hall.open(profile);
    expect(again.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'saved' }]);
    expect(again.signedIn.value?.name).toBe('王芳');
    mend();
    again.sendNow();
    await hall.settle();
    expect(recordings()).toEqual([1, 1]);
    expect(again.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'recorded' }]);
  });

  it('sends what another clerk of the same device has left', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    await local.signOut();
    mend();
    must(await local.signIn(OTHER_CLERK.username, 'password'));
    await hall.settle();
    expect(recordings()).toEqual([1, 1]);
  });

  it('lets one tab send at a time, and shows the result in both', async () => {
    const { local, profile } = await hall.ready();
    const other = await hall.open(profile);
    only('commands', OFFLINE);
    for (let count = 0; count < 10; count += 1) must(await (count % 2 ? local : other).submit(intake()));
    mend();
    local.sendNow();
    other.sendNow();
    await hall.settle();
    expect(sizes().reduce((sum, size) => sum + size, 0)).toBe(20);
    for (const tab of [local, other]) {
      expect(tab.outbox.value).toEqual([]);
      expect(tab.cases.value.map((one) => one.progress)).toEqual(Array(10).fill('recorded'));
    }
  });

  it('takes over when the tab that was sending is gone', async () => {
    const { local, profile } = await hall.ready();
    let release = (): void => undefined;
    void profile.locks.tryHold('jinban-outbox', () => new Promise<void>((resolve) => (release = resolve)));
    must(await local.submit(intake()));
    await hall.settle();
    expect(recordings()).toEqual([]);
    release();
    await hall.pass(6_000);
    expect(recordings()).toEqual([1, 1]);
  });

  it('shows what went to quarantine, and asks again what became of it', async () => {
    const { local } = await hall.ready();
    spoil((outcomes) => outcomes.map(({ id }) => ({ id, outcome: 'quarantined', code: 'person.disabled' })));
    const saved = must(await local.submit(intake([receiving()])));
    await hall.settle();
    expect(local.outbox.value).toMatchObject([
      { state: 'quarantined', last: { code: 'person.disabled' }, mendable: 'no' },
    ]);
    expect(local.status.value).toMatchObject({ refused: 1, waiting: 0 });
    mend();
    await hall.pass(3_700_000);
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value).toMatchObject([{ case: { number: saved.case.number }, progress: 'recorded' }]);
  });

  it('asks again at a slow pace and on a reconnect; what follows goes along with it, never alone', async () => {
    const { local } = await hall.ready();
    let disabled = true;
    const sent: number[] = [];
    hall.instead = (resource, body) => {
      if (resource !== 'commands' || !disabled) return undefined;
      const { commands } = JSON.parse(body) as { commands: { id: string }[] };
      sent.push(commands.length);
      const outcomes = commands.map(({ id }, index) =>
        index === 0
          ? { id, outcome: 'quarantined', code: 'person.disabled' }
          : { id, outcome: 'retry', code: 'after.unknown' },
      );
      return { kind: 'answer', value: { outcomes, now: hall.time.instant() } };
    };
    must(await local.submit(intake([receiving(), ACCEPT])));
    await hall.pass(LONGEST_MS - 10_000);
    expect(sent).toEqual([2]);
    await hall.pass(20_000);
    expect(sent).toEqual([2, 2]);
    local.sendNow();
    await hall.settle();
    expect(sent).toEqual([2, 2, 2]);
    disabled = false;
    await hall.pass(LONGEST_MS + 1_000);
    expect(recordings()).toEqual([1, 1]);
    expect(local.outbox.value).toEqual([]);
  });

  it('shows a command under way as sent', async () => {
    const { local } = await hall.ready();
    const seen: string[] = [];
    hall.instead = (resource) => {
      if (resource === 'commands')
        seen.push(local.cases.value[0]?.progress ?? '', String(local.status.value.sending));
      return undefined;
    };
    must(await local.submit(intake([receiving(), ACCEPT])));
    await hall.settle();
    expect(seen).toEqual(['sent', 'true']);
    expect(local.status.value.sending).toBe(false);
  });

  it('reckons with the endpoint’s clock', async () => {
    const profile = hall.profile();
    profile.clockError = -3_600_000;
    const local = await hall.open(profile);
    must(await local.signIn('wang', 'password'));
    expect(local.status.value.clockOffsetMs).toBe(3_600_000);
    expect(local.now()).toBe(hall.time.instant());
    await local.close();
    hall.instead = () => OFFLINE;
    expect((await hall.open(profile)).now()).toBe(hall.time.instant());
  });
});
