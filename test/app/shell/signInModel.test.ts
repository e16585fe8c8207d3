import { describe, expect, it } from 'vitest';
import { NEEDS_LINE, SignInModel } from '../../../src/app/shell/signInModel.ts';
import { ok, refuse } from '../../../src/domain/result.ts';

const person = { id: 'p', username: 'li', name: '李', posts: [] };

function filled(answer: ConstructorParameters<typeof SignInModel>[0]): SignInModel {
  const model = new SignInModel(answer);
  model.username.value = ' Li ';
  model.password.value = 'right-password';
  return model;
}

describe('signing in', () => {
  it('asks for both before it asks the district', async () => {
    const model = new SignInModel(async () => ok(person));
    expect(await model.submit()).toBe(false);
    expect(model.trouble.value?.what).toBe('用户名和密码都要填。');
  });

  it('forgets the password once it was right', async () => {
    const asked: string[] = [];
    const model = filled(async (username) => {
      asked.push(username);
      return ok(person);
    });
    expect(await model.submit()).toBe(true);
    expect(asked).toEqual(['li']);
    expect(model.password.value).toBe('');
  });

  it('says that the first time needs a line', async () => {
    const model = filled(async () => refuse('line.offline'));
    await model.submit();
    expect(model.trouble.value).toBe(NEEDS_LINE);
    expect(model.password.value).toBe('right-password');
  });

  it('tells a captive portal from a missing line', async () => {
    const model = filled(async () => refuse('line.notOurs'));
    await model.submit();
    expect(model.trouble.value?.todo).toContain('上网认证');
  });

  it('says in the words of the catalogue that the password is wrong', async () => {
    const model = filled(async () => refuse('session.wrong'));
    await model.submit();
    expect(model.trouble.value?.what).toBe('用户名或者密码不对。');
  });
});
