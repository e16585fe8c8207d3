import { describe, expect, it } from 'vitest';
import type { KeptPerson, Local, Secret } from '../../../src/app/local/types.ts';
import { UnlockModel } from '../../../src/app/shell/unlockModel.ts';
import { ok, refuse } from '../../../src/domain/result.ts';

const LI: KeptPerson = { id: 'p', username: 'li', kind: 'digits', exhausted: false };
const WANG: KeptPerson = { id: 'q', username: 'wang', kind: 'passkey', exhausted: false };

function world(answer: Awaited<ReturnType<Local['unlock']>> = ok(null)) {
  const tried: { person: string; secret: Secret }[] = [];
  const due: (() => void)[] = [];
  let now = Date.parse('2026-11-24T01:00:00.000Z');
  const local = {
    now: () => new Date(now).toISOString(),
    unlock: async (person: string, secret: Secret) => {
      tried.push({ person, secret });
      return answer;
    },
  };
  const timer = {
    after: (_ms: number, run: () => void) => {
      due.push(run);
      return () => {
        due.splice(due.indexOf(run), 1);
      };
    },
  };
  const model = new UnlockModel(local, timer);
  /** The next second of the timer, by which the clock may have moved more than one: timers sleep with the device. */
  const second = (slept = 1) => {
    now += slept * 1_000;
    due.shift()?.();
  };
  return { model, tried, due, second };
}

describe('unlocking', () => {
  it('speaks of no form where the store fails: nobody is in yet', async () => {
    for (const code of ['store.quota', 'store.failed']) {
      const { model } = world(refuse(code));
      model.secret.value = '4711829155';
      await model.unlock(LI);
      expect(model.trouble.value?.todo).toContain('没有丢失');
      expect(JSON.stringify([model.trouble.value, model.said.value])).not.toMatch(/提交|页面上/);
    }
  });

  it('asks for the secret before it counts as a try', async () => {
    const { model, tried } = world();
    await model.unlock(LI);
    expect(tried).toEqual([]);
    expect(model.trouble.value?.what).toBe('还没有填解锁口令。');
  });

  it('forgets what was typed, right or wrong', async () => {
    for (const answer of [ok(null), refuse('lock.wrong', { left: 9 })]) {
      const { model, tried } = world(answer);
      model.secret.value = '4711829155';
      await model.unlock(LI);
      expect(tried).toEqual([{ person: 'p', secret: { kind: 'text', text: '4711829155' } }]);
      expect(model.secret.value).toBe('');
    }
  });

  it('needs nothing typed for a passkey', async () => {
    const { model, tried } = world();
    await model.unlock(WANG);
    expect(tried).toEqual([{ person: 'q', secret: { kind: 'passkey' } }]);
  });

  it('says how many tries are left', async () => {
    const { model } = world(refuse('lock.wrong', { left: 4 }));
    model.secret.value = 'wrong';
    await model.unlock(LI);
    expect(model.trouble.value?.what).toContain('还可以试 4 次');
  });

  it('counts a wait down, takes no try meanwhile, and is ready again at its end', async () => {
    const { model, tried, second } = world(refuse('lock.wait', { seconds: 2 }));
    model.secret.value = 'wrong';
    await model.unlock(LI);
    expect(model.trouble.value?.what).toContain('请过 2 秒再试');
    second();
    expect(model.trouble.value?.what).toContain('请过 1 秒再试');
    model.secret.value = 'again';
    await model.unlock(LI);
    expect(tried).toHaveLength(1);
    second();
    expect([model.wait.value, model.trouble.value]).toEqual([0, null]);
    await model.unlock(LI);
    expect(tried).toHaveLength(2);
  });

  it('has counted on while the device slept, and is not held up by a clock that is put back', async () => {
    const { model, second } = world(refuse('lock.wait', { seconds: 320 }));
    model.secret.value = 'wrong';
    await model.unlock(LI);
    second(300);
    expect(model.wait.value).toBe(20);
    second(-86_400);
    expect(model.wait.value).toBe(19);
    second(90_000);
    expect([model.wait.value, model.trouble.value]).toEqual([0, null]);
  });

  it('shows the next person nothing of the one before: neither a secret nor a trouble nor a wait', async () => {
    const { model, due } = world(refuse('lock.wait', { seconds: 30 }));
    model.choose(LI);
    model.secret.value = 'wrong';
    await model.unlock(LI);
    model.secret.value = 'half typed';
    model.choose(WANG);
    expect([model.chosen.value, model.secret.value]).toEqual(['q', '']);
    expect([model.trouble.value, model.wait.value, due.length]).toEqual([null, 0, 0]);
  });

  it('leaves no clock running when the screen is left', async () => {
    const { model, due } = world(refuse('lock.clockBack', { seconds: 30 }));
    model.secret.value = 'wrong';
    await model.unlock(LI);
    model.close();
    expect(due).toEqual([]);
  });
});
