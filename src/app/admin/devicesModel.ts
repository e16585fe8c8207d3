import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Facts } from '../../domain/result.ts';
import { inWords } from '../../protocol/errors.ts';
import {
  DEFAULT_POLICY,
  type DeviceChange,
  DeviceEntry,
  DevicePolicy,
  type NewEnrolmentCode,
  ShownEnrolmentCode,
} from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Trouble } from './staffModel.ts';

const DeviceList = v.object({ devices: v.array(DeviceEntry) });
const OfficePolicy = v.object({ office: v.string(), policy: DevicePolicy });
const PolicyList = v.object({ policies: v.array(OfficePolicy) });

/** For every office that has no policy of its own. */
export const EVERYWHERE = '*';

/** A code that has just been made: shown once. */
export interface NewCode extends ShownEnrolmentCode {
  readonly name: string;
}

/** State of the devices screen: the list, a fresh code, and what the devices of an office hold to. */
export function devicesModel(api: Api) {
  const devices = signal<readonly DeviceEntry[] | null>(null);
  const policies = signal<readonly v.InferOutput<typeof OfficePolicy>[]>([]);
  const code = signal<NewCode | null>(null);
  const trouble = signal<Trouble | null>(null);
  const busy = signal(false);
  const done = signal('');

  async function run<T>(
    work: () => Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string; facts: Facts } }>,
  ) {
    busy.value = true;
    trouble.value = null;
    const result = await work();
    busy.value = false;
    if (!result.ok) trouble.value = inWords(result.refusal.code, result.refusal.facts);
    return result;
  }

  async function load(): Promise<void> {
    const result = await run(() => api.call('GET', '/api/devices', DeviceList));
    if (result.ok) devices.value = result.value.devices;
    const held = await run(() => api.call('GET', '/api/policies', PolicyList));
    if (held.ok) policies.value = held.value.policies;
  }

  async function makeCode(where: NewEnrolmentCode): Promise<void> {
    const result = await run(() => api.call('POST', '/api/devices/codes', ShownEnrolmentCode, where));
    if (result.ok) code.value = { ...result.value, name: where.name };
  }

  async function change(device: DeviceEntry, what: DeviceChange, said: string): Promise<boolean> {
    const result = await run(() => api.call('PATCH', `/api/devices/${device.id}`, v.unknown(), what));
    if (!result.ok) return false;
    done.value = `${device.name}：${said}`;
    await load();
    return true;
  }

  /** What holds for an office: its own policy, else that for all, else the one that comes with the program. */
  function policyOf(office: string): DevicePolicy {
    const found = (id: string) => policies.value.find((one) => one.office === id)?.policy;
    return found(office) ?? found(EVERYWHERE) ?? DEFAULT_POLICY;
  }

  async function setPolicy(office: string, policy: DevicePolicy, reason: string): Promise<boolean> {
    const path = `/api/policies/${encodeURIComponent(office)}`;
    const result = await run(() => api.call('PUT', path, v.unknown(), { ...policy, reason }));
    if (!result.ok) return false;
    done.value = '规定已保存，各设备下次联系时生效。';
    await load();
    return true;
  }

  return { devices, code, trouble, busy, done, load, makeCode, change, policyOf, setPolicy };
}

export type DevicesModel = ReturnType<typeof devicesModel>;
