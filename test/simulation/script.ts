import { Chance } from './chance.ts';
import {
  ENDPOINT_FAULTS,
  type EndpointFault,
  NETWORK_FAULTS,
  type NetworkFault,
  STORE_FAULTS,
  type StoreFault,
} from './faults.ts';

/**
 * One step of a run, complete in itself: whatever is left out around it, it means the same. Numbers choose among what is
 * there at that moment.
 */
export type Step =
  | { readonly do: 'receive'; readonly device: number; readonly tab: number; readonly more: Outcome }
  | {
      readonly do: 'act';
      readonly device: number;
      readonly tab: number;
      readonly which: number;
      readonly act: CaseAct;
    }
  | {
      readonly do: 'mend';
      readonly device: number;
      readonly which: number;
      readonly how: 'resend' | 'setAside';
    }
  /** The next request of this device, or the next with commands, suffers it. */
  | {
      readonly do: 'network';
      readonly device: number;
      readonly on: 'commands' | 'any';
      readonly fault: NetworkFault;
    }
  /** One of the requests that lie still goes on. */
  | { readonly do: 'release'; readonly which: number }
  /** One of the requests that nobody waits for arrives. */
  | { readonly do: 'late'; readonly which: number }
  /** The writing transaction after so many suffers it. */
  | { readonly do: 'store'; readonly device: number; readonly after: number; readonly fault: StoreFault }
  | {
      readonly do: 'endpoint';
      readonly on: 'commands' | 'any';
      readonly times: number;
      readonly fault: EndpointFault;
    }
  | { readonly do: 'line'; readonly device: number; readonly there: boolean }
  | { readonly do: 'kill'; readonly device: number; readonly tab: number }
  | { readonly do: 'openTab'; readonly device: number }
  | { readonly do: 'closeTab'; readonly device: number }
  | { readonly do: 'upgrade'; readonly device: number }
  | { readonly do: 'clock'; readonly device: number; readonly ms: number }
  | { readonly do: 'lock'; readonly device: number }
  | { readonly do: 'unlock'; readonly device: number; readonly person: number }
  | { readonly do: 'item'; readonly item: 'permit' | 'service'; readonly state: 'suspended' | 'in_force' }
  | { readonly do: 'guide' }
  | { readonly do: 'revoke'; readonly device: number }
  | { readonly do: 'disable'; readonly person: number; readonly disabled: boolean }
  | { readonly do: 'rotate' }
  | { readonly do: 'rule'; readonly which: number; readonly ruling: 'release' | 'setAside' }
  | { readonly do: 'wait'; readonly ms: number };

export type Outcome = 'accept' | 'correct' | 'nothing';
export type CaseAct = 'accept' | 'supplement' | 'withdraw';

/** A run, whole: printed, it can be run again. */
export interface Script {
  readonly seed: number;
  readonly devices: number;
  readonly steps: readonly Step[];
}

const FEWEST_DEVICES = 3;
export const MOST_DEVICES = 20;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The script of a seed. Most halls are small; one in thirty is large, up to every device that there is. */
export function scriptOf(seed: number): Script {
  const chance = new Chance(seed);
  const large = chance.unit() < 1 / 30;
  const devices = large
    ? 6 + chance.below(MOST_DEVICES - 5)
    : FEWEST_DEVICES + chance.pick([0, 0, 0, 0, 1, 1, 2] as const);
  const length = 35 + chance.below(large ? 60 : 35);
  // What seldom happens in a hall happens in some runs, and then more than once.
  const turmoil = chance.unit() < 0.4;
  const kinds = turmoil ? [...EVERYDAY, ...SELDOM] : EVERYDAY;
  const steps = Array.from({ length }, () => chance.weighted(kinds)(chance, devices));
  return { seed, devices, steps };
}

type Make = (chance: Chance, devices: number) => Step;

const which = (chance: Chance): number => chance.below(60);
const tab = (chance: Chance): number => chance.below(2);

const EVERYDAY: readonly (readonly [number, Make])[] = [
  [
    14,
    (c, n) => ({
      ...{ do: 'receive', device: c.below(n), tab: tab(c) },
      more: c.pick(['accept', 'correct', 'nothing'] as const),
    }),
  ],
  [
    16,
    (c, n) => ({
      ...{ do: 'act', device: c.below(n), tab: tab(c), which: which(c) },
      act: c.pick(['accept', 'supplement', 'withdraw'] as const),
    }),
  ],
  [
    3,
    (c, n) => ({
      ...{ do: 'mend', device: c.below(n), which: which(c) },
      how: c.pick(['resend', 'setAside'] as const),
    }),
  ],
  [
    13,
    (c, n) => ({
      ...{ do: 'network', device: c.below(n) },
      ...{ on: c.unit() < 0.7 ? 'commands' : 'any', fault: c.pick(NETWORK_FAULTS) },
    }),
  ],
  [3, (c) => ({ do: 'release', which: which(c) })],
  [3, (c) => ({ do: 'late', which: which(c) })],
  [5, (c, n) => ({ do: 'store', device: c.below(n), after: c.below(4), fault: c.pick(STORE_FAULTS) })],
  [
    4,
    (c) => ({
      ...{ do: 'endpoint', on: c.unit() < 0.7 ? 'commands' : 'any' },
      ...{ times: 1 + c.below(2), fault: c.pick(ENDPOINT_FAULTS) },
    }),
  ],
  [3, (c, n) => ({ do: 'line', device: c.below(n), there: c.unit() < 0.5 })],
  [1, (c, n) => ({ do: 'kill', device: c.below(n), tab: tab(c) })],
  [1.5, (c, n) => ({ do: 'openTab', device: c.below(n) })],
  [0.5, (c, n) => ({ do: 'closeTab', device: c.below(n) })],
  [0.7, (c, n) => ({ do: 'upgrade', device: c.below(n) })],
  [1, (c, n) => ({ do: 'clock', device: c.below(n), ms: c.pick(JUMPS_MS) })],
  [0.7, (c, n) => ({ do: 'lock', device: c.below(n) })],
  [2.5, (c, n) => ({ do: 'unlock', device: c.below(n), person: c.below(2) })],
  [8, (c) => ({ do: 'wait', ms: c.pick(WAITS_MS) })],
];

const SELDOM: readonly (readonly [number, Make])[] = [
  [
    1.5,
    (c) => ({
      ...{ do: 'item', item: c.pick(['permit', 'service'] as const) },
      state: c.unit() < 0.6 ? 'suspended' : 'in_force',
    }),
  ],
  [1, () => ({ do: 'guide' })],
  [0.6, (c, n) => ({ do: 'revoke', device: c.below(n) })],
  [1.5, (c) => ({ do: 'disable', person: c.below(4), disabled: c.unit() < 0.6 })],
  [1, () => ({ do: 'rotate' })],
  [2, (c) => ({ do: 'rule', which: which(c), ruling: c.unit() < 0.8 ? 'release' : 'setAside' })],
];

const JUMPS_MS = [-26 * HOUR_MS, -HOUR_MS, -4 * MINUTE_MS, 4 * MINUTE_MS, HOUR_MS, 26 * HOUR_MS];
/** Mostly short: a device that only waits shows nothing, and each of its minutes costs as much as an act. */
const WAITS_MS = [1_000, 2_000, 5_000, 5_000, 20_000, 20_000, MINUTE_MS, 5 * MINUTE_MS];

/** As it is put into a test by name. */
export const printed = ({ seed, devices, steps }: Script): string =>
  `{ seed: ${seed}, devices: ${devices}, steps: [\n${steps.map((step) => `  ${JSON.stringify(step)},`).join('\n')}\n] }`;
