import type { DeviceInfo } from '../../src/app/local/types.ts';
import { never } from '../../src/domain/result.ts';
import { nth } from './chance.ts';
import type { Device } from './device.ts';
import type { Office } from './office.ts';
import { clerkActs } from './peopleActs.ts';
import type { Step } from './script.ts';
import type { World } from './world.ts';

const STORE = 'jinban-desk';
/** More windows than a clerk has open. */
const MOST_WINDOWS = 2;

/** Does one step of a script, as far as there is anything to do it with. */
export async function perform(world: World, office: Office, step: Step): Promise<void> {
  world.trace(JSON.stringify(step));
  switch (step.do) {
    case 'receive':
    case 'act':
    case 'mend':
      return await clerkActs(world, step);
    case 'network':
      return world.line.arm(step.device, step.on, step.fault);
    case 'release':
      return world.line.release(step.which);
    case 'late':
      return await world.stillness.until(world.line.arrive(step.which));
    case 'endpoint':
      return world.endpoint.arm(step.fault, step.on, step.times);
    case 'item':
      return await office.setItem(step.item, step.state);
    case 'guide':
      return await office.changeGuide();
    case 'rotate':
      return await office.rotate();
    case 'disable':
      return await disable(world, office, step);
    case 'rule':
      return await rule(world, office, step);
    case 'wait':
      return await world.pass(step.ms);
    default: {
      const device = world.devices[step.device];
      if (device) await onDevice(world, office, device, step);
    }
  }
}

type OnDevice = Extract<
  Step,
  {
    readonly do:
      | 'store'
      | 'line'
      | 'kill'
      | 'openTab'
      | 'closeTab'
      | 'upgrade'
      | 'clock'
      | 'lock'
      | 'unlock'
      | 'revoke';
  }
>;

async function onDevice(world: World, office: Office, device: Device, step: OnDevice): Promise<void> {
  const { place } = device;
  switch (step.do) {
    case 'store':
      return place.store.arm(step.fault, step.on, step.after);
    case 'line':
      if (place.online && !step.there) world.happened('offline');
      return place.setOnline(step.there);
    case 'kill':
      world.happened('killed');
      return device.kill(device.window(step.tab));
    case 'openTab':
      if (device.alive.length >= MOST_WINDOWS) return;
      world.happened('secondTab');
      return await device.open();
    case 'closeTab':
      if (device.alive.length > 1) await device.window(1)?.close(() => world.stillness.settle());
      return device.tidy();
    case 'upgrade':
      return await upgrade(world, device);
    case 'clock':
      world.happened('clockJump');
      place.clockError += step.ms;
      place.jumped = true;
      return;
    case 'lock':
      if (device.person) world.happened('locked');
      device.person = null;
      return device.window(0)?.local.lock();
    case 'unlock':
      return await change(device, step.person);
    case 'revoke':
      return await revoke(world, office, device);
    default:
      return never(step);
  }
}

/** A newer build takes over: one window is closed, the store is opened by the new one, and every other page reloads. */
async function upgrade(world: World, device: Device): Promise<void> {
  world.happened('upgrade');
  await device.window(0)?.close(() => world.stillness.settle());
  device.place.build += 1;
  await world.stillness.until(device.place.store.upgrade(STORE));
  await world.stillness.settle();
  for (const window of device.alive) device.kill(window);
  await device.open();
}

/** A colleague takes the seat. */
async function change(device: Device, index: number): Promise<void> {
  const person = nth(device.people, index);
  if (!person || person === device.person) return;
  device.window(0)?.local.lock();
  device.person = person;
  await device.unlock(device.window(0));
}

const MOST_REVOKED = 1;

/** A district that revokes every tablet at once has no hall left to look at. */
async function revoke(world: World, office: Office, device: Device): Promise<void> {
  const info: DeviceInfo | null | undefined = device.window(0)?.local.device.value;
  if (!info || device.barred || world.devices.filter((one) => one.barred).length >= MOST_REVOKED) return;
  // Whether it was done is read, not heard: the answer may have been lost.
  await office.revoke(info.id);
  device.barred = world.record.isRevoked(info.id);
  if (device.barred) world.happened('deviceRevoked');
}

async function disable(
  world: World,
  office: Office,
  { person: index, disabled }: Extract<Step, { do: 'disable' }>,
): Promise<void> {
  const person = nth(world.prepared.people, index);
  if (person && (await office.setDisabled(person.id, disabled)) && disabled) world.happened('personDisabled');
}

async function rule(
  world: World,
  office: Office,
  { which, ruling }: Extract<Step, { do: 'rule' }>,
): Promise<void> {
  const id = nth(world.record.quarantined(), which);
  if (id !== undefined) await office.rule(id, ruling);
}
