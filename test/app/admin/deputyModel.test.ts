import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { deputyModel } from '../../../src/app/admin/deputyModel.ts';
import type { StaffMember } from '../../../src/protocol/resources.ts';
import { apiThat } from '../../support/apiThat.ts';

const XIJI = '370406102';
const NOW = '2026-11-27T02:00:00.000Z';

const person = (id: string, name: string, posts: StaffMember['posts'], disabled = false): StaffMember => ({
  ...{ id, username: id, name, posts, disabled },
});
const clerk = person('p1', '钱窗口', [{ office: XIJI, roles: ['clerk'] }]);
const leader = person('p2', '钱批准', [{ office: XIJI, roles: ['leader'] }]);
const two = person('p3', '赵审核', [
  { office: '370406', roles: ['clerk', 'supervisor', 'admin'] },
  { office: XIJI, roles: ['reviewer', 'sealer'] },
]);
const admin = person('p4', '赵管理', [{ office: '370406', roles: ['admin'] }]);
const gone = person('p5', '孙批准', [{ office: XIJI, roles: ['leader'] }], true);
const acting = person('p6', '李窗口', [
  { office: '370406101', roles: ['clerk'] },
  {
    ...{ office: XIJI, roles: ['leader'], from: '2026-11-29T16:00:00.000Z', to: '2026-12-02T16:00:00.000Z' },
    deputy: { id: 'd1', for: 'p2' },
  },
]);

function open(answer: Parameters<typeof apiThat>[0] = () => ({ ok: true, value: clerk })) {
  const said: string[] = [];
  const { api, calls } = apiThat(answer);
  const model = deputyModel(api, {
    staff: signal([admin, two, clerk, acting, leader, gone]),
    now: () => NOW,
    onDone: async (words) => {
      said.push(words);
    },
  });
  return { model, calls, said };
}

describe('the form that names a deputy', () => {
  it('offers whoever has a post that can be passed on, colleagues first, never the deputy or who is disabled', () => {
    const { model } = open();
    model.begin(clerk);
    expect(model.absentees.value.map((one) => one.id)).toEqual(['p3', 'p6', 'p2']);
  });

  it('chooses what leaves no choice, and offers no post that gives power over others', () => {
    const { model } = open();
    model.begin(clerk);
    model.chooseAbsent('p2');
    expect(model.form.value).toMatchObject({ office: XIJI, roles: ['leader'] });
    model.chooseAbsent('p3');
    expect(model.form.value).toMatchObject({ office: '', roles: [] });
    model.chooseOffice(XIJI);
    expect(model.offered.value).toEqual(['reviewer', 'sealer']);
    expect(model.form.value.roles).toEqual([]);
    model.chooseOffice('370406');
    expect(model.offered.value).toEqual(['clerk']);
  });

  it('passes on own posts alone, not those that somebody holds for another one', () => {
    const { model } = open();
    model.begin(clerk);
    model.chooseAbsent('p6');
    expect(model.form.value).toMatchObject({ office: '370406101', roles: ['clerk'] });
  });

  it('says in words what is missing or wrong at its field, and sends nothing', async () => {
    const { model, calls } = open();
    model.begin(clerk);
    expect(model.errors.value).toEqual({});
    await model.name();
    expect(Object.keys(model.errors.value).sort()).toEqual(['absent', 'reason', 'until']);
    model.chooseAbsent('p3');
    expect(model.errors.value.office).toContain('单位');
    model.chooseOffice(XIJI);
    expect(model.errors.value.roles).toContain('岗位');
    const wrong = { from: '2026-11-30', until: '2026-11-29' };
    model.form.value = { ...model.form.value, ...wrong };
    expect(model.errors.value.until).toContain('开始之前');
    model.form.value = { ...model.form.value, until: '2027-03-02' };
    expect(model.errors.value.until).toContain('92 天');
    model.form.value = { ...model.form.value, until: '2027-03-01' };
    expect(model.errors.value.until).toBeUndefined();
    model.form.value = { ...model.form.value, from: '2026-11-26' };
    expect(model.errors.value.from).toContain('过去');
    expect(calls).toEqual([]);
  });

  const filled = (model: ReturnType<typeof deputyModel>) => {
    model.begin(clerk);
    model.chooseAbsent('p2');
    model.form.value = { ...model.form.value, until: '2026-12-01', reason: ' 外出培训 ' };
  };

  it('names the deputy from today unless another day is given, and says so', async () => {
    const { model, calls, said } = open();
    filled(model);
    await model.name();
    expect(calls).toEqual([
      {
        method: 'POST',
        path: '/api/staff/p1/deputies',
        body: {
          ...{ for: 'p2', post: { office: XIJI, roles: ['leader'] } },
          ...{ from: '2026-11-27', until: '2026-12-01', reason: '外出培训' },
        },
      },
    ]);
    expect(said).toEqual(['已登记：钱窗口为钱批准代班。']);
    expect(model.deputy.value).toBeNull();
  });

  it('says a refusal in words and keeps what was typed', async () => {
    const facts = { name: '钱批准' };
    const { model, said } = open(() => ({ ok: false, refusal: { code: 'deputy.notHeld', facts } }));
    filled(model);
    const typed = model.form.value;
    await model.name();
    expect(model.trouble.value?.what).toContain('钱批准在这个单位没有所选的岗位');
    expect([model.deputy.value, model.form.value]).toEqual([clerk, typed]);
    expect(said).toEqual([]);
  });
});

describe('the list of deputies', () => {
  it('has those of now and later with the name of who is away, and ends one with a reason', async () => {
    const { model, calls, said } = open();
    const [one, ...more] = model.named.value;
    expect(more).toEqual([]);
    expect([one?.person.name, one?.away]).toEqual(['李窗口', '钱批准']);
    if (one) model.beginEnd(one);
    await model.end('提前回来');
    expect(calls).toEqual([
      { method: 'POST', path: '/api/staff/p6/deputies/d1/end', body: { reason: '提前回来' } },
    ]);
    expect(said).toEqual(['李窗口为钱批准的代班已结束。']);
    expect(model.ending.value).toBeNull();
  });

  it('leaves the question open when the end was refused, with the words', async () => {
    const { model } = open(() => ({ ok: false, refusal: { code: 'deputy.over', facts: {} } }));
    const [one] = model.named.value;
    if (one) model.beginEnd(one);
    await model.end('提前回来');
    expect(model.trouble.value?.what).toContain('已经结束');
    expect(model.ending.value).not.toBeNull();
  });
});
