import { webcrypto } from 'node:crypto';
import { expect, it } from 'vitest';
import { vaultOf } from '../../../../src/app/local/edges/vault.ts';

const keyOf = (): Promise<CryptoKey> =>
  webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

it('gives a body back', async () => {
  const vault = vaultOf(await keyOf());
  const body = { name: '张三', lines: ['一\n二'] };
  expect(await vault.open('cases/1', await vault.seal('cases/1', body))).toEqual(body);
});

it('notices a body that was put into another row', async () => {
  const vault = vaultOf(await keyOf());
  const sealed = await vault.seal('cases/1', { name: '张三' });
  await expect(vault.open('cases/2', sealed)).rejects.toThrow();
  await expect(vault.open('drafts/1', sealed)).rejects.toThrow();
});

it('opens nothing under another key, nor what has changed by a bit', async () => {
  const [vault, other] = [vaultOf(await keyOf()), vaultOf(await keyOf())];
  const sealed = await vault.seal('cases/1', { name: '张三' });
  await expect(other.open('cases/1', sealed)).rejects.toThrow();
  for (let index = 0; index < sealed.length; index += 1) {
    const spoilt = sealed.slice();
    spoilt[index] = (spoilt[index] ?? 0) ^ 1;
    await expect(vault.open('cases/1', spoilt)).rejects.toThrow();
  }
});

it('never seals the same body to the same bytes, and leaves nothing of it readable', async () => {
  const vault = vaultOf(await keyOf());
  const [one, two] = [await vault.seal('cases/1', '王秀兰'), await vault.seal('cases/1', '王秀兰')];
  expect(one).not.toEqual(two);
  expect(Buffer.from(one).includes('王秀兰')).toBe(false);
});
