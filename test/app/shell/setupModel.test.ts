import { describe, expect, it } from 'vitest';
import type { Api } from '../../../src/app/local/edges/api.ts';
import { SetupModel } from '../../../src/app/shell/setupModel.ts';
import { ok, refuse } from '../../../src/domain/result.ts';

const person = { id: 'p', username: 'wang', name: '王', posts: [] };

function filled(
  answer: Awaited<ReturnType<Api['call']>>,
  signIn: SetupModel['signIn'] = async () => ok(person),
) {
  const bodies: unknown[] = [];
  const call = async (_method: string, _path: string, _schema: unknown, body: unknown) => {
    bodies.push(body);
    return answer;
  };
  const model = new SetupModel({ call } as unknown as Api, signIn);
  model.set('code', ' abcd-efgh ');
  model.set('name', ' 王管理 ');
  model.set('username', 'wang');
  model.set('password', 'long-enough-password');
  return { model, bodies };
}

describe('the first administrator', () => {
  it('is not asked for before everything is filled in', async () => {
    const { model, bodies } = filled(ok(person));
    model.set('password', 'short');
    model.set('name', ' ');
    expect(await model.submit()).toBe(false);
    expect(Object.keys(model.faults.value)).toEqual(['name', 'password']);
    model.set('name', '王');
    expect(Object.keys(model.faults.value)).toEqual(['password']);
    expect(bodies).toEqual([]);
  });

  it('is made with the code as typed, and signs in', async () => {
    const { model, bodies } = filled(ok(person));
    expect(await model.submit()).toBe(true);
    expect(bodies).toEqual([
      { code: 'abcd-efgh', name: '王管理', username: 'wang', password: 'long-enough-password' },
    ]);
  });

  it('is told when the code is wrong', async () => {
    const { model } = filled(refuse('setup.codeWrong'));
    expect(await model.submit()).toBe(false);
    expect(model.trouble.value?.what).toBe('一次性口令不对。');
  });

  it('learns that it stands when only the sign-in fails', async () => {
    const { model } = filled(ok(person), async () => refuse('line.offline'));
    expect(await model.submit()).toBe(false);
    expect(model.trouble.value?.what).toContain('管理员已经建好');
  });
});
