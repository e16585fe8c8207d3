import type { Core } from './core.ts';

/**
 * What a person does, fetched apart: judging, signing and sealing are a good part of the app, and the lock screen needs
 * none of it. It is there before the first 提交, since unlocking asks for it.
 */
export const acts = () => import('./actsOfPersons.ts');

/** Makes ready what the next act will need. A failure is met again by whoever acts. */
export async function prepareActs(core: Pick<Core, 'sealing'>): Promise<void> {
  const key = core.sealing();
  if (key) (await acts()).prepareSeals(key);
}
