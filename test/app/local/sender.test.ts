import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_MS } from '../../../src/app/local/schedule.ts';
import type { Outcome } from '../../../src/protocol/command.ts';
import { Hall, intake, must, OFFLINE, problem, receiving, TIMEOUT } from '../../support/hall.ts';
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

describe('上报', () => {
  it('sends a whole visit as one batch in order and the next case beside it', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    must(await local.submit(intake()));
    // The attempts that the submissions started have failed before the line is mended.
    await hall.settle();
    mend();
    local.sendNow();
    await hall.settle();
    const types = hall.authority.batches
      .flatMap((batch) => batch.commands)
      .map((one) => JSON.parse(hall.opened(one).header).type);
    expect(types).toEqual(['receive', 'accept', 'receive', 'accept']);
    expect(sizes()).toEqual([4]);
    expect(hall.authority.batches[0]?.made).toBe(4);
  });

  it('records once what was recorded before the answer was lost', async () => {
    const { local } = await hall.ready();
    hall.afterwards = (resource, reply) => (resource === 'commands' ? TIMEOUT : reply);
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(recordings()).toEqual([1, 1]);
    expect(local.outbox.value).toMatchObject([
      { state: 'waiting', tries: 1, last: { code: 'line.timeout' } },
      { state: 'waiting', tries: 1 },
    ]);
    mend();
    await hall.pass(2_000);
    expect(recordings()).toEqual([1, 1]);
    expect(local.outbox.value).toEqual([]);
    expect(local.cases.value).toMatchObject([{ case: listedAs(saved.case), progress: 'recorded' }]);
  });

  it('keeps a command of which the answer says nothing', async () => {
    const { local } = await hall.ready();
    spoil((outcomes) => outcomes.slice(1));
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value).toMatchObject([{ type: 'receive', state: 'waiting', tries: 1 }]);
    mend();
    await hall.pass(2_000);
    expect(local.outbox.value).toEqual([]);
    expect(recordings()).toEqual([1, 1]);
  });

  it('keeps a duplicate that does not say what its first answer was', async () => {
    const { local } = await hall.ready();
    spoil((outcomes) => outcomes.map((one) => ({ id: one.id, outcome: 'duplicate' })));
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value.map((one) => one.state)).toEqual(['waiting', 'waiting']);
  });

  it('retries with growing waits, never further apart than five minutes, and never gives up', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    await hall.settle();
    const waits: number[] = [];
    for (let round = 0; round < 25; round += 1) {
      const due = local.status.value.nextAttempt;
      if (due === null) throw new Error('given up');
      waits.push(Date.parse(due) - hall.time.ms);
      const before = hall.asked.commands;
      await hall.pass(Math.max(250, Date.parse(due) - hall.time.ms));
      expect(hall.asked.commands).toBe(before + 1);
    }
    expect(waits[0]).toBeLessThanOrEqual(1_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_MS);
    expect(Math.min(...waits.slice(10))).toBeGreaterThanOrEqual(LONGEST_MS / 2);
    expect(local.outbox.value.every((one) => one.tries === 26)).toBe(true);
  });

  it('tries at once when the network comes back, when there is a new command, and when the person says so', async () => {
    const { local, profile } = await hall.ready();
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    await hall.pass(LONGEST_MS);
    const tries = async (act: () => unknown): Promise<number> => {
      const before = hall.asked.commands;
      await act();
      await hall.settle();
      return hall.asked.commands - before;
    };
    expect(await tries(() => local.sendNow())).toBe(1);
    expect(await tries(() => local.submit(intake()))).toBe(1);
    profile.change({ online: false });
    expect(local.status.value.online).toBe(false);
    expect(await tries(() => profile.change({ online: true }))).toBe(1);
  });

  it('waits as long as the endpoint asks, unless the person says otherwise', async () => {
    const { local } = await hall.ready();
    only('commands', problem(429, 'rate.limited', 60_000));
    must(await local.submit(intake()));
    await hall.settle();
    const asked = hall.asked.commands;
    must(await local.submit(intake()));
    await hall.pass(30_000);
    expect(hall.asked.commands).toBe(asked);
    expect(local.status.value).toMatchObject({ online: true, waiting: 4 });
    mend();
    local.sendNow();
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
  });

  it('sends hundreds in batches of at most one hundred, after a small one has found the line again', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    for (let count = 0; count < 120; count += 1) must(await local.submit(intake([receiving()])));
    mend();
    local.sendNow();
    await hall.settle();
    expect(sizes()).toEqual([10, 100, 10]);
    expect(local.status.value.waiting).toBe(0);
  });

  it('takes only a few along on a try while the line is gone', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    for (let count = 0; count < 15; count += 1) must(await local.submit(intake([receiving()])));
    await hall.settle();
    const before = local.outbox.value.map((one) => one.tries);
    local.sendNow();
    await hall.settle();
    const more = local.outbox.value.map((one, index) => one.tries - (before[index] ?? 0));
    expect(more).toEqual([...Array(10).fill(1), ...Array(5).fill(0)]);
  });

  it('leaves a new command to the reconnect while the browser says that there is no network', async () => {
    const { local, profile } = await hall.ready();
    profile.change({ online: false });
    only('commands', OFFLINE);
    must(await local.submit(intake()));
    await hall.settle();
    const asked = hall.asked.commands;
    must(await local.submit(intake()));
    await hall.settle();
    expect(hall.asked.commands).toBe(asked);
    mend();
    profile.change({ online: true });
    await hall.settle();
    expect(local.outbox.value).toEqual([]);
  });

  it('halves a batch that is too large until it goes through', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    for (let count = 0; count < 8; count += 1) must(await local.submit(intake([receiving()])));
    hall.instead = (resource, body) =>
      resource === 'commands' && JSON.parse(body).commands.length > 2
        ? problem(413, 'body.tooLarge')
        : undefined;
    local.sendNow();
    await hall.settle();
    expect(Math.max(...sizes())).toBe(2);
    expect(recordings()).toEqual(Array(8).fill(1));
    expect(local.outbox.value).toEqual([]);
  });

  it('refuses here what is too large even alone, and sends the rest', async () => {
    const { local } = await hall.ready();
    only('commands', OFFLINE);
    const large = must(await local.submit(intake([receiving()])));
    must(await local.submit(intake([receiving()])));
    hall.instead = (resource, body) =>
      resource === 'commands' && body.includes(large.commands[0] ?? '')
        ? problem(413, 'body.tooLarge')
        : undefined;
    local.sendNow();
    await hall.settle();
    expect(recordings()).toEqual([1]);
    expect(local.outbox.value).toMatchObject([
      { state: 'refused', number: large.case.number, last: { code: 'body.tooLarge' }, mendable: 'form' },
    ]);
  });

  it.each([400, 500])(
    'does not let one command that the endpoint answers with %i stop all others',
    async (status) => {
      const { local } = await hall.ready();
      only('commands', OFFLINE);
      const poison = must(await local.submit(intake([receiving()])));
      for (let count = 0; count < 5; count += 1) must(await local.submit(intake([receiving()])));
      hall.instead = (resource, body) =>
        resource === 'commands' && body.includes(poison.commands[0] ?? '')
          ? problem(status, 'internal.error')
          : undefined;
      local.sendNow();
      await hall.pass(60_000);
      expect(recordings()).toEqual([1, 1, 1, 1, 1]);
      expect(local.outbox.value).toMatchObject([{ number: poison.case.number, state: 'waiting' }]);
      mend();
      await hall.pass(LONGEST_MS);
      expect(recordings()).toHaveLength(6);
    },
  );

  it('lets a refused command hold back only what comes after it in the same case', async () => {
    const { local } = await hall.ready();
    hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: { on: '2026-11-23' } });
    must(await local.submit(intake()));
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value.map((one) => [one.type, one.state])).toEqual([
      ['receive', 'refused'],
      ['accept', 'held'],
      ['receive', 'refused'],
      ['accept', 'held'],
    ]);
    hall.authority.refuseType.clear();
    must(await local.submit(intake()));
    await hall.settle();
    expect(recordings()).toEqual([1, 1]);
    expect(local.status.value).toMatchObject({ refused: 2, waiting: 2 });
  });

  it('does not ask about what is held back, since the answer is known', async () => {
    const { local } = await hall.ready();
    hall.authority.refuseType.set('receive', { code: 'power.notDelegated', facts: {} });
    must(await local.submit(intake()));
    await hall.settle();
    const asked = hall.asked.commands;
    local.sendNow();
    await hall.pass(3 * LONGEST_MS);
    expect(hall.asked.commands).toBe(asked);
  });
});
