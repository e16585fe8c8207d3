import { describe, expect, it } from 'vitest';
import { devicesModel, EVERYWHERE } from '../../../src/app/admin/devicesModel.ts';
import { policyIn } from '../../../src/app/admin/policyForm.tsx';
import { DEFAULT_POLICY, type DeviceEntry } from '../../../src/protocol/resources.ts';
import { apiThat, type Call } from '../../support/apiThat.ts';

const TABLET: DeviceEntry = {
  id: '019a0000-0000-7000-8000-00000000000d',
  name: '下乡平板',
  office: '370406102',
  slot: 'K7',
  enrolledAt: '2026-11-20T01:00:00.000Z',
  revokedAt: null,
  wipe: null,
  diskEncrypted: false,
  people: ['li.na'],
  lastContact: null,
  version: null,
  waiting: null,
  storage: null,
  rolledBack: 0,
};
const STRICT = { idleMinutes: 3, wipeAfterDays: 14, keepClosedDays: 7 };

function world(answer: (call: Call) => unknown = () => undefined) {
  const policies = [{ office: EVERYWHERE, policy: STRICT }];
  const { api, calls } = apiThat((call) => {
    const said = answer(call);
    if (said) return said;
    return { ok: true, value: call.path === '/api/policies' ? { policies } : { devices: [TABLET] } };
  });
  return { model: devicesModel(api), calls };
}

describe('the devices screen', () => {
  it('shows the devices, and what they hold to', async () => {
    const { model } = world();
    expect(model.devices.value).toBeNull();
    expect(model.policyOf('370406102')).toEqual(DEFAULT_POLICY);
    await model.load();
    expect(model.devices.value).toEqual([TABLET]);
    expect(model.policyOf('370406102'), 'what holds for all, where an office has none').toEqual(STRICT);
  });

  it('shows a new code with the name of its device, once', async () => {
    const shown = { code: '4QXM7K2D', expiresAt: '2026-11-24T03:00:00.000Z' };
    const { model, calls } = world(({ path }) =>
      path === '/api/devices/codes' ? { ok: true, value: shown } : undefined,
    );
    await model.makeCode({ name: '2 号窗口', office: '370406102' });
    expect(calls[0]?.body).toEqual({ name: '2 号窗口', office: '370406102' });
    expect(model.code.value).toEqual({ ...shown, name: '2 号窗口' });
  });

  it('revokes with a reason, reads the list again and says what will happen', async () => {
    const { model, calls } = world();
    expect(await model.change(TABLET, { revoked: true, reason: '丢失' }, '已停用。')).toBe(true);
    expect(calls[0]).toEqual({
      method: 'PATCH',
      path: `/api/devices/${TABLET.id}`,
      body: { revoked: true, reason: '丢失' },
    });
    expect(calls.some(({ method, path }) => method === 'GET' && path === '/api/devices')).toBe(true);
    expect(model.done.value).toBe('下乡平板：已停用。');
  });

  it('says a refusal in words and does not say that it was done', async () => {
    const { model } = world(({ method }) =>
      method === 'PATCH' ? { ok: false, refusal: { code: 'device.notFound', facts: {} } } : undefined,
    );
    expect(await model.change(TABLET, { wipe: true, reason: '丢失' }, '下次联系时清除。')).toBe(false);
    expect(model.trouble.value?.what).toBe('没有这台设备。');
    expect(model.done.value).toBe('');
  });

  it('sets what the devices of an office, or of all, hold to', async () => {
    const { model, calls } = world();
    expect(await model.setPolicy(EVERYWHERE, STRICT, '区里规定')).toBe(true);
    expect(calls[0]).toEqual({
      method: 'PUT',
      path: '/api/policies/*',
      body: { ...STRICT, reason: '区里规定' },
    });
  });
});

describe('a policy as it is typed', () => {
  const typed = { idleMinutes: '5', wipeAfterDays: '', keepClosedDays: '30' };

  it('wipes never where the field is left empty', () => {
    expect(policyIn(typed)).toEqual({ idleMinutes: 5, wipeAfterDays: null, keepClosedDays: 30 });
    expect(policyIn({ ...typed, wipeAfterDays: ' 14 ' })?.wipeAfterDays).toBe(14);
  });

  it('is not taken with a number out of bounds', () => {
    for (const wrong of [
      { idleMinutes: '0' },
      { idleMinutes: '' },
      { idleMinutes: '2.5' },
      { wipeAfterDays: '1' },
      { wipeAfterDays: '400' },
      { keepClosedDays: '-1' },
      { keepClosedDays: '十' },
    ])
      expect(policyIn({ ...typed, ...wrong }), JSON.stringify(wrong)).toBeNull();
  });
});
