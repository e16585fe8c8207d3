import { expect, it } from 'vitest';
import { openVault } from '../../../../src/app/local/edges/vault.ts';

it('gives a body back', async () => {
  const body = { name: '张三', lines: ['一\n二'] };
  expect(await openVault.open('cases/1', await openVault.seal('cases/1', body))).toEqual(body);
});

it('notices a body that was put into another row', async () => {
  const sealed = await openVault.seal('cases/1', { name: '张三' });
  await expect(openVault.open('cases/2', sealed)).rejects.toThrow('another row');
  await expect(openVault.open('drafts/1', sealed)).rejects.toThrow('another row');
});
