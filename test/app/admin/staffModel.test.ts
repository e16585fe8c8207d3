import { describe, expect, it } from 'vitest';
import { rolesOffered, staffModel } from '../../../src/app/admin/staffModel.ts';
import { apiThat } from '../../support/apiThat.ts';

const member = { id: 'p1', username: 'li.na', name: '李娜', posts: [], disabled: false };

describe('the staff screen', () => {
  it('asks for everything that is missing before anything is sent', async () => {
    const { api, calls } = apiThat(() => ({ ok: true, value: { staff: [] } }));
    const model = staffModel(api);
    await model.add();
    expect(Object.keys(model.errors.value).sort()).toEqual([
      'name',
      'office',
      'password',
      'roles',
      'username',
    ]);
    expect(calls).toEqual([]);
  });

  it('adds a person with one post and reads the list again', async () => {
    const { api, calls } = apiThat(({ method }) =>
      method === 'POST' ? { ok: true, value: member } : { ok: true, value: { staff: [member] } },
    );
    const model = staffModel(api);
    model.form.value = {
      username: 'li.na',
      name: '李娜',
      password: 'abcdefghij',
      office: '370406102',
      roles: ['clerk'],
    };
    await model.add();
    expect(calls[0]?.body).toMatchObject({ posts: [{ office: '370406102', roles: ['clerk'] }] });
    expect(model.staff.value).toEqual([member]);
    expect(model.form.value.name).toBe('');
  });

  it('offers only the posts that exist at the chosen office, and drops the others with another office', () => {
    expect(rolesOffered(undefined)).toEqual([]);
    expect(rolesOffered({ kind: 'department' })).toEqual(['leader', 'sealer', 'officer']);
    const model = staffModel(apiThat(() => ({ ok: true, value: member })).api);
    expect(model.begun.value).toBe(false);
    model.chooseOffice({ id: '370406102', kind: 'town' });
    model.form.value = { ...model.form.value, roles: ['clerk', 'leader'] };
    model.chooseOffice({ id: '370406-ybj', kind: 'department' });
    expect(model.form.value).toMatchObject({ office: '370406-ybj', roles: ['leader'] });
    expect(model.begun.value).toBe(true);
  });

  it('says a refusal in words and keeps what was typed', async () => {
    const { api } = apiThat(() => ({ ok: false, refusal: { code: 'staff.usernameTaken', facts: {} } }));
    const model = staffModel(api);
    const typed = {
      username: 'li.na',
      name: '李娜',
      password: 'abcdefghij',
      office: '370406',
      roles: ['clerk' as const],
    };
    model.form.value = typed;
    await model.add();
    expect(model.trouble.value?.what).toContain('用户名');
    expect(model.form.value).toEqual(typed);
  });
});
