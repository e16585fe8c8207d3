import fc from 'fast-check';
import { newId } from '../../src/app/local/ids.ts';
import { type OpenLocal, openLocal } from '../../src/app/local/local.ts';
import type { Transport } from '../../src/app/local/ports.ts';
import type { Act } from '../../src/app/local/types.ts';
import { complaintsOf } from './complaints.ts';
import { Profile, VirtualTime } from './devicePorts.ts';
import { type District, reshipped } from './district.ts';
import { ACCEPT, CLERK, must, receiving, SECRET } from './hall.ts';
import { FAULTS, type Fault, Network } from './network.ts';
import { at, MONDAY } from './sampleCase.ts';

export const DEVICES = 3;
const LONGEST_MS = 300_000;
/** Rounds of five minutes in which a healed network must have settled everything. */
const HEALING_ROUNDS = 12;

/** One step of a run. Numbers choose among what is there at that moment. */
export type Step =
  | { readonly do: 'receive'; readonly device: number; readonly more: 'accept' | 'correct' | 'nothing' }
  | {
      readonly do: 'act';
      readonly device: number;
      readonly which: number;
      readonly act: 'accept' | 'supplement' | 'withdraw';
    }
  | { readonly do: 'mend'; readonly device: number; readonly how: 'resend' | 'setAside' }
  | { readonly do: 'network'; readonly which: number; readonly fault: Fault }
  | { readonly do: 'late'; readonly which: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'restart'; readonly device: number };

const device = fc.nat(DEVICES - 1);
const which = fc.nat(20);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('receive' as const),
        device,
        more: fc.constantFrom('accept', 'correct', 'nothing'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('act' as const),
        device,
        which,
        act: fc.constantFrom('accept', 'supplement', 'withdraw'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('mend' as const),
        device,
        how: fc.constantFrom('resend', 'setAside'),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('network' as const), which, fault: fc.constantFrom(...FAULTS) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('late' as const), which }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.constantFrom(1_000, 60_000, LONGEST_MS),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), device }) },
  ),
  { minLength: 5, maxLength: 50 },
) as fc.Arbitrary<Step[]>;

/** Spoils what a device hears, to show that the simulation sees it. */
export type Plant = (way: Transport, device: number) => Transport;

export class Simulation {
  readonly network = new Network();
  /** Every command that a device has claimed to have saved. */
  readonly saved: string[] = [];
  /** Refused commands in whose place another one stands. */
  readonly mended: string[] = [];
  readonly #profiles: Profile[] = [];
  readonly #locals: OpenLocal[] = [];
  #made = 0;

  private constructor(
    readonly time: VirtualTime,
    readonly district: District,
  ) {}

  static time = (): VirtualTime => new VirtualTime(Date.parse(at(MONDAY)));

  static async begin(
    time: VirtualTime,
    district: District,
    plant: Plant = (way) => way,
  ): Promise<Simulation> {
    const simulation = new Simulation(time, district);
    simulation.network.well = true;
    for (let index = 0; index < DEVICES; index += 1) await simulation.#addDevice(index, plant);
    await simulation.#settle();
    simulation.network.well = false;
    return simulation;
  }

  async #addDevice(index: number, plant: Plant): Promise<void> {
    const direct = this.district.transport();
    const way = this.network.around(index, direct, async (batch, commands) => {
      const again = await reshipped(profile.deviceKeys, batch, commands, this.time.instant());
      return await direct.commands(again.body, again.authorisation);
    });
    const profile: Profile = new Profile(this.time, plant(way, index), index + 1);
    const local = await openLocal(profile.ports());
    this.#profiles.push(profile);
    this.#locals.push(local);
    must(await local.enrol(await this.district.code()));
    must(await local.signIn(CLERK.username, 'password'));
    must(await local.setSecret(SECRET));
  }

  async run(plan: readonly Step[]): Promise<void> {
    for (const step of plan) {
      await this.#step(step);
      await this.#settle();
    }
  }

  /** The network is well again: five minutes at a time, until nothing is left to send. */
  async heal(): Promise<void> {
    this.network.well = true;
    for (let round = 0; round < HEALING_ROUNDS; round += 1) {
      await this.network.deliverAll();
      await this.#settle();
      await this.#pass(LONGEST_MS);
    }
  }

  async end(): Promise<void> {
    await this.heal();
    await Promise.all(this.#locals.map((local) => local.close()));
    await this.district.close();
  }

  /** What must hold after healing; empty when it does. */
  async complaints(): Promise<string[]> {
    const cases = await this.district.cases();
    const recordings = await this.district.recordings();
    const found: string[] = [];
    for (const [id, count] of recordings) if (count !== 1) found.push(`${id} was recorded ${count} times`);
    const standing = new Set(this.#locals.flatMap((local) => local.outbox.value.map((one) => one.id)));
    const ended = new Set(this.mended);
    for (const id of this.saved)
      if (!recordings.has(id) && !standing.has(id) && !ended.has(id)) found.push(`${id} is lost`);
    for (const [index, local] of this.#locals.entries()) {
      const complaints = await complaintsOf(local, cases);
      found.push(...complaints.map((one) => `device ${index}: ${one}`));
    }
    const numbers = [...cases.values()].map((one) => one.number);
    if (new Set(numbers).size !== numbers.length) found.push('a number was given twice');
    return found;
  }

  async #step(step: Step): Promise<void> {
    switch (step.do) {
      case 'receive':
        return await this.#receive(this.#locals[step.device] as OpenLocal, step.more);
      case 'act':
        return await this.#act(this.#locals[step.device] as OpenLocal, step.which, step.act);
      case 'mend':
        return await this.#mend(this.#locals[step.device] as OpenLocal, step.how);
      case 'network':
        return await pick(this.network.held, step.which)?.deliver(step.fault);
      case 'late': {
        const copy = pick(this.network.late, step.which);
        if (copy) this.network.late.splice(this.network.late.indexOf(copy), 1);
        await copy?.();
        return;
      }
      case 'wait':
        return await this.#pass(step.ms);
      case 'restart':
        return await this.#restart(step.device);
    }
  }

  async #receive(local: OpenLocal, more: 'accept' | 'correct' | 'nothing'): Promise<void> {
    const { clock, randomness } = (this.#profiles[0] as Profile).ports();
    this.#made += 1;
    const caseId = newId({ clock: { now: () => clock.now() + this.#made }, randomness });
    const missing = more === 'correct' ? ['form'] : [];
    const acts: Act[] = [receiving('permit', { missing })];
    if (more === 'accept') acts.push(ACCEPT);
    if (more === 'correct') acts.push(CORRECTION);
    this.saved.push(...must(await local.submit({ caseId, acts })).commands);
  }

  /** What the person sees decides: an act that the rules refuse on the device is no act. */
  async #act(local: OpenLocal, index: number, act: 'accept' | 'supplement' | 'withdraw'): Promise<void> {
    const view = pick(local.cases.value, index);
    if (!view) return;
    const acts: Record<typeof act, Act> = {
      accept: ACCEPT,
      supplement: { type: 'supplement', payload: { marks: { form: { kind: 'originalKept', count: 1 } } } },
      withdraw: { type: 'withdraw', payload: { text: '申请人撤回' } },
    };
    const result = await local.submit({ caseId: view.case.id, acts: [acts[act]] });
    if (result.ok) this.saved.push(...result.value.commands);
  }

  async #mend(local: OpenLocal, how: 'resend' | 'setAside'): Promise<void> {
    const entry = local.outbox.value.find((one) => one.state === 'refused');
    if (!entry) return;
    const result =
      how === 'resend' ? await local.resend(entry.id) : await local.setAside(entry.id, '核对后放弃');
    if (result.ok) this.mended.push(entry.id);
    if (result.ok && result.value) this.saved.push(...result.value.commands);
  }

  /** The browser goes away in the middle of everything: what was under way may or may not have arrived. */
  async #restart(index: number): Promise<void> {
    const local = this.#locals[index] as OpenLocal;
    const closing = local.close();
    for (const held of this.network.held.filter((one) => one.device === index))
      await held.deliver(held.kind === 'commands' ? 'loseAnswer' : 'drop');
    await closing;
    const opened = await openLocal((this.#profiles[index] as Profile).ports());
    this.#locals[index] = opened;
    const { people } = opened.access.value as { people: readonly { id: string }[] };
    for (const { id } of people) must(await opened.unlock(id, SECRET));
  }

  async #pass(ms: number): Promise<void> {
    const end = this.time.ms + ms;
    for (let next = this.time.nextAt(); next !== undefined && next <= end; next = this.time.nextAt()) {
      // Somebody sits at each screen: nothing locks itself.
      for (const local of this.#locals) local.touched();
      this.time.moveTo(next);
      await this.#settle();
    }
    this.time.moveTo(end);
    await this.#settle();
  }

  /** Until every piece of work on every device waits for the network, and for nothing else. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const busy = this.#locals.reduce((sum, local) => sum + local.busy(), 0);
      quiet = busy === this.network.held.length ? quiet + 1 : 0;
    }
  }
}

const CORRECTION: Act = {
  type: 'requireCorrection',
  payload: {
    due: '2026-12-10',
    lines: [{ material: 'form', name: '申请表', what: '缺一份', basis: '《样例条例》' }],
  },
};

const pick = <T>(among: readonly T[], index: number): T | undefined =>
  among[index % Math.max(1, among.length)];
