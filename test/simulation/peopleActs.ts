import { newId } from '../../src/app/local/ids.ts';
import type { OpenLocal } from '../../src/app/local/local.ts';
import type { Act, HeldFile, Saved } from '../../src/app/local/types.ts';
import type { Result } from '../../src/domain/result.ts';
import { seededRandomness } from '../support/devicePorts.ts';
import { ACCEPT, receiving } from '../support/hall.ts';
import { person } from '../support/sampleCase.ts';
import { nth } from './chance.ts';
import type { Device } from './device.ts';
import type { CaseAct, Step } from './script.ts';
import type { Window } from './window.ts';
import type { World } from './world.ts';

type Receiving = ReturnType<typeof receiving>;
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
function receipt(world: World, { local }: Window, device: Device, missing: readonly string[]): Receiving {
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
  { more, pages, count }: Extract<Step, { do: 'receive' }>,
): Promise<void> {
  for (let left = count; left > 0 && window.alive; left -= 1)
    await receiveOne(world, device, window, { more, pages });
}

async function receiveOne(
  world: World,
  device: Device,
  window: Window,
  { more, pages }: Pick<Extract<Step, { do: 'receive' }>, 'more' | 'pages'>,
): Promise<void> {
  const plain = receipt(world, window, device, more === 'correct' ? ['form'] : []);
  const randomness = seededRandomness(device.place.deps.seed * 1_000_000 + world.acts);
  const caseId = newId({ clock: { now: () => device.place.now() }, randomness });
  const photographed = await photograph(world, window, caseId, pages);
  // A page that cannot be kept is said so, and taken in by hand.
  if (photographed === 'died') return;
  const acts: Act[] = [withFiles(plain, photographed)];
  if (more === 'accept') acts.push(ACCEPT);
  if (more === 'correct') acts.push(CORRECTION);
  const fileKeys = Object.fromEntries(photographed.map(({ file }) => [file.hash, file.key]));
  const saved = await save(world, device, window, (local) => local.submit({ caseId, acts, fileKeys }));
  for (const { file, content } of saved ? photographed : [])
    world.ledger.photographed(device.place.index, saved?.[0] as string, file.hash, content);
}

interface Photographed {
  readonly file: HeldFile;
  readonly content: Buffer;
}

/** Papers are photographed one by one; what the screen shows as kept is kept. */
async function photograph(
  world: World,
  window: Window,
  caseId: string,
  pages: number,
): Promise<Photographed[] | 'died'> {
  const found: Photographed[] = [];
  for (let page = 0; page < pages; page += 1) {
    const content = Buffer.concat([JPEG, Buffer.from(`${caseId} ${page} `.repeat(6))]);
    const captured = { bytes: new Uint8Array(content), type: 'image/jpeg', for: 'form' } as const;
    const kept = await world.stillness.until(window.whileAlive(() => window.local.capture(caseId, captured)));
    if (kept === 'died') return 'died';
    if (kept.ok) found.push({ file: kept.value, content });
  }
  return found;
}

/** How a photograph begins. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

function withFiles(act: Receiving, photographed: readonly Photographed[]): Act {
  if (photographed.length === 0) return act;
  const files = photographed.map(({ file: { key: _, ...file } }) => file);
  return { ...act, payload: { ...act.payload, files } };
}

/** What the person sees decides: an act that the rules refuse on the device is no act. */
async function act(
  world: World,
  device: Device,
  window: Window,
  step: Extract<Step, { do: 'act' }>,
): Promise<void> {
  const cases = window.local.cases.value.map((one) => one.case.id);
  const chosen = new Set([nth(cases, step.which), ...(step.count > 1 ? [nth(cases, step.which + 1)] : [])]);
  for (const caseId of chosen) if (caseId !== undefined) await actOn(world, device, window, caseId, step.act);
}

async function actOn(
  world: World,
  device: Device,
  window: Window,
  caseId: string,
  which: CaseAct,
): Promise<void> {
  const acts: Record<CaseAct, Act> = {
    accept: ACCEPT,
    supplement: { type: 'supplement', payload: { marks: { form: { kind: 'originalKept', count: 1 } } } },
    withdraw: { type: 'withdraw', payload: { text: '申请人撤回' } },
  };
  await save(world, device, window, (local) => local.submit({ caseId, acts: [acts[which]] }));
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
  // In the form the pages are taken out and nothing is photographed anew; said again as it was, all of it goes along.
  const again = { caseId: entry.stream.id, acts: [receipt(world, window, device, [])], replaces: entry.id };
  const resend = entry.mendable !== 'form';
  const saved = await save(world, device, window, (local) =>
    resend ? local.resend(entry.id) : local.submit(again),
  );
  if (resend && saved?.[0] !== undefined) world.ledger.saidAgain(entry.id, saved[0]);
}

async function save(
  world: World,
  device: Device,
  window: Window,
  act: (local: OpenLocal) => Promise<Result<Saved>>,
): Promise<readonly string[] | undefined> {
  const { index } = device.place;
  const done = await world.stillness.until(window.whileAlive(() => act(window.local)));
  if (done === 'died' || !done.ok) {
    world.trace(
      `device ${index} ${done === 'died' ? 'died over an act' : `would not: ${done.refusal.code}`}`,
    );
    return undefined;
  }
  const { commands, case: found } = done.value;
  world.trace(`device ${index} saved ${found.number} ${commands.join(' ')}`);
  world.ledger.saved(index, commands);
  world.complain(world.ledger.numbered(found.number, found.id));
  return commands;
}
