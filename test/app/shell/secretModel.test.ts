import { describe, expect, it } from 'vitest';
import type { Local, Secret } from '../../../src/app/local/types.ts';
import { SecretModel } from '../../../src/app/shell/secretModel.ts';
import { ok, refuse } from '../../../src/domain/result.ts';

function world(answer: Awaited<ReturnType<Local['setSecret']>> = ok(null)) {
  const set: Secret[] = [];
  const model = new SecretModel({
    setSecret: async (secret) => {
      set.push(secret);
      return answer;
    },
  });
  return { model, set };
}

describe('a new secret', () => {
  it('is typed twice, and the same', async () => {
    const { model, set } = world();
    model.first.value = '4711829155';
    model.second.value = '4711829156';
    await model.setTyped();
    expect(set).toEqual([]);
    expect(model.trouble.value?.what).toBe('两次输的口令不一样。');
    model.second.value = '4711829155';
    await model.setTyped();
    expect(set).toEqual([{ kind: 'text', text: '4711829155' }]);
    expect([model.first.value, model.second.value, model.trouble.value]).toEqual(['', '', null]);
  });

  it('may be a passkey, with nothing typed', async () => {
    const { model, set } = world();
    await model.set({ kind: 'passkey' });
    expect(set).toEqual([{ kind: 'passkey' }]);
  });

  it('may be typed where the passkey fails: nobody is sent to sign in who has just done so', async () => {
    const { model } = world(refuse('lock.passkeyFailed'));
    await model.set({ kind: 'passkey' });
    expect(model.trouble.value?.todo).toContain('在下面设口令');
  });

  it('is refused in words that say how long it has to be', async () => {
    const { model } = world(refuse('secret.tooShort', { digits: 10, characters: 12 }));
    model.first.value = model.second.value = '123456';
    await model.setTyped();
    expect(model.trouble.value?.what).toContain('数字至少 10 位');
  });
});
