import { newId } from '../../src/app/local/ids.ts';
import type { OpenLocal } from '../../src/app/local/local.ts';
import type { Act, Saved } from '../../src/app/local/types.ts';
import type { Result } from '../../src/domain/result.ts';
import { seededRandomness } from '../support/devicePorts.ts';
import { ACCEPT, receiving } from '../support/hall.ts';
import { person } from '../support/sampleCase.ts';
import { nth } from './chance.ts';
import type { Device } from './device.ts';
import type { Step } from './script.ts';
import type { Window } from './window.ts';
import type { World } from './world.ts';

type Acting = Extract<Step, { readonly do: 'receive' | 'act' | 'mend' }>;

const CORRECTION: Act = {
  type: 'requireCorrection',
  payload: {
    due: '2026-12-10',
    lines: [{ material: 'form', name: '申请表', what: '缺一份', basis: '《样例条例》' }],
  },
};

/** What a clerk does at a counter. Only what the screen then calls saved is a promise. */
export async function clerkActs(world: World, step: Acting): Promise<void> {
  const device = world.devices[step.device];
  const window = device?.window(step.do === 'mend' ? 0 : step.tab);
  if (!device || window?.local.access.value.state !== 'open') return;
  switch (step.do) {
    case 'receive':
      return await receive(world, device, window, step);
    case 'act':
      return await act(world, device, window, step);
    case 'mend':
      return await mend(world, device, window, step);
  }
}

/** Each receipt names a person of its own: the same act, recorded under two ids, is found by that. */
function receipt(world: World, { local }: Window, device: Device, missing: readonly string[]): Act {
  world.acts += 1;
  const parties = [person('applicant', { name: `申请人${world.acts}` })];
  const act = receiving('permit', { missing, parties }, device.office);
  const versions = (local.catalogue.value?.data.guides ?? [])
    .filter((guide) => guide.id === act.payload.guide)
    .map((guide) => guide.version);
  return {
    ...act,
    payload: { ...act.payload, guideVersion: Math.max(act.payload.guideVersion, ...versions) },
  };
}

async function receive(
  world: World,
  device: Device,
  window: Window,
  { more }: Extract<Step, { do: 'receive' }>,
): Promise<void> {
  const acts = [receipt(world, window, device, more === 'correct' ? ['form'] : [])];
  if (more === 'accept') acts.push(ACCEPT);
  if (more === 'correct') acts.push(CORRECTION);
  const randomness = seededRandomness(device.place.deps.seed * 1_000_000 + world.acts);
  const caseId = newId({ clock: { now: () => device.place.now() }, randomness });
  await save(world, device, window, (local) => local.submit({ caseId, acts }));
}

/** What the person sees decides: an act that the rules refuse on the device is no act. */
async function act(
  world: World,
  device: Device,
  window: Window,
  step: Extract<Step, { do: 'act' }>,
): Promise<void> {
  const view = nth(window.local.cases.value, step.which);
  if (!view) return;
  const acts: Record<typeof step.act, Act> = {
    accept: ACCEPT,
    supplement: { type: 'supplement', payload: { marks: { form: { kind: 'originalKept', count: 1 } } } },
    withdraw: { type: 'withdraw', payload: { text: '申请人撤回' } },
  };
  const submission = { caseId: view.case.id, acts: [acts[step.act]] };
  await save(world, device, window, (local) => local.submit(submission));
}

/** 需处理: a refused act is said again, or put aside. */
async function mend(
  world: World,
  device: Device,
  window: Window,
  step: Extract<Step, { do: 'mend' }>,
): Promise<void> {
  const entry = nth(
    window.local.outbox.value.filter((one) => one.state === 'refused'),
    step.which,
  );
  if (!entry) return;
  if (step.how === 'setAside') {
    const aside = (local: OpenLocal) => local.setAside(entry.id, '核对后放弃');
    const done = await world.stillness.until(window.whileAlive(() => aside(window.local)));
    if (done !== 'died') world.trace(`put aside ${entry.id} ${done.ok ? '' : done.refusal.code}`);
    if (done !== 'died' && done.ok) world.ledger.saved(device.place.index, []);
    return;
  }
  if (entry.mendable !== 'form') return await save(world, device, window, (local) => local.resend(entry.id));
  const again = { caseId: entry.stream.id, acts: [receipt(world, window, device, [])], replaces: entry.id };
  await save(world, device, window, (local) => local.submit(again));
}

async function save(
  world: World,
  device: Device,
  window: Window,
  act: (local: OpenLocal) => Promise<Result<Saved>>,
): Promise<void> {
  const { index } = device.place;
  const done = await world.stillness.until(window.whileAlive(() => act(window.local)));
  if (done === 'died') return world.trace(`device ${index} died over an act`);
  if (!done.ok) return world.trace(`device ${index} would not: ${done.refusal.code}`);
  const { commands, case: found } = done.value;
  world.trace(`device ${index} saved ${found.number} ${commands.join(' ')}`);
  world.ledger.saved(index, commands);
  world.complain(world.ledger.numbered(found.number, found.id));
}
