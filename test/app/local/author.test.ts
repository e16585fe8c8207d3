import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, contextOf } from '../../../src/app/local/author.ts';
import type { Session } from '../../../src/protocol/resources.ts';
import { CLERK, Hall, OFFLINE, OTHER_CLERK } from '../../support/hall.ts';
import { at, MONDAY } from '../../support/sampleCase.ts';
import { EAST, sampleRules, WEST } from '../../support/sampleCatalogue.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

const DEPUTY = '019ac0de-0000-7000-8000-000000000199';
const COLLEAGUES: NonNullable<Session['colleagues']> = [
  { id: OTHER_CLERK.id, name: '李强', posts: [{ office: WEST, roles: ['reviewer'] }] },
  {
    id: DEPUTY,
    name: '周代班',
    posts: [{ office: WEST, roles: ['leader'], from: at(MONDAY), to: at('2026-11-25') }],
  },
];

const contextAt = (office: string, day: string, colleagues?: Session['colleagues']) => {
  const person = { ...CLERK, ...(colleagues ? { colleagues } : {}) };
  const actor = { office, roles: ['clerk'], rules: sampleRules, person } as unknown as Actor;
  return contextOf(actor, at(day));
};

describe('the colleagues of whoever works here', () => {
  it('are known without a line, once a session has told them', async () => {
    hall.afterwards = (resource, reply) => {
      const told = resource === 'session' && reply.kind === 'answer' ? (reply.value as Session | null) : null;
      return told?.person ? { kind: 'answer', value: { ...told, colleagues: COLLEAGUES } } : reply;
    };
    const { local, profile } = await hall.ready();
    expect(local.signedIn.value?.colleagues).toEqual(COLLEAGUES);
    await local.close();
    hall.instead = () => OFFLINE;
    const again = await hall.openLocked(profile);
    await hall.unlock(again);
    expect(again.signedIn.value?.colleagues).toEqual(COLLEAGUES);
  });

  it('are not known to a device that was never told: what hangs on them is left to the endpoint', async () => {
    const { local } = await hall.ready();
    expect(local.signedIn.value).not.toHaveProperty('colleagues');
    expect(contextAt(WEST, MONDAY)).not.toHaveProperty('colleague');
  });

  it('are judged with the posts that they hold at that moment, at that office', () => {
    const known = contextAt(WEST, MONDAY, COLLEAGUES).colleague;
    expect(known?.(OTHER_CLERK.id)).toEqual({ name: '李强', roles: ['reviewer'] });
    expect(known?.(DEPUTY)?.roles).toEqual(['leader']);
    expect(known?.('nobody')).toBeUndefined();
    expect(contextAt(WEST, '2026-11-26', COLLEAGUES).colleague?.(DEPUTY)?.roles).toEqual([]);
    expect(contextAt(EAST, MONDAY, COLLEAGUES).colleague?.(OTHER_CLERK.id)?.roles).toEqual([]);
  });
});
