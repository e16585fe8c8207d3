import { Chance } from './chance.ts';
import {
  ENDPOINT_FAULTS,
  type EndpointFault,
  NETWORK_FAULTS,
  type NetworkFault,
  STORE_FAULTS,
  type StoreFault,
} from './faults.ts';
import type { Resource } from './line.ts';

/**
 * One step of a run, complete in itself: whatever is left out around it, it means the same. Numbers choose among what is
 * there at that moment.
 */
export type Step =
  /** So many people come, one after the other, before anything else goes on. */
  | {
      readonly do: 'receive';
      readonly device: number;
      readonly tab: number;
      readonly count: number;
      /** Photographed pages of each. */
      readonly pages: number;
      readonly more: Outcome;
    }
  | {
      readonly do: 'act';
      readonly device: number;
      readonly tab: number;
      readonly which: number;
      readonly count: number;
      readonly act: CaseAct;
    }
  | {
      readonly do: 'mend';
      readonly device: number;
      readonly which: number;
      readonly how: 'resend' | 'setAside';
    }
  /** The next request of this device, or the next about commands or files, suffers it. */
  | {
      readonly do: 'network';
      readonly device: number;
      readonly on: Resource | 'any';
      readonly fault: NetworkFault;
    }
  /** One of the requests that lie still goes on. */
  | { readonly do: 'release'; readonly which: number }
  /** One of the requests that nobody waits for arrives. */
  | { readonly do: 'late'; readonly which: number }
  /** The writing transaction after so many, of all or of those that take in cases, suffers it. */
  | {
      readonly do: 'store';
      readonly device: number;
      readonly on: 'any' | 'cases';
      readonly after: number;
      readonly fault: StoreFault;
    }
  | {
      readonly do: 'endpoint';
      readonly on: Resource | 'any';
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

/** The seeds of `npm test`: nobody waits for a long search before each commit. */
export const SHORT_SEEDS = 500;

/**
 * The script of a seed. Most halls are small; one in thirty is large, up to every device that there is. The first seeds
 * are short.
 */
export function scriptOf(seed: number): Script {
  const chance = new Chance(seed);
  const short = seed <= SHORT_SEEDS;
  const large = chance.unit() < (short ? 1 / 100 : 1 / 30);
  const devices = large
    ? 6 + chance.below(MOST_DEVICES - 5)
    : FEWEST_DEVICES + chance.pick([0, 0, 0, 0, 0, 0, 0, 1, 1, 2] as const);
  const length = short ? 6 + chance.below(10) : 18 + chance.below(large ? 50 : 16);
  // What seldom happens in a hall happens in some runs, and then more than once.
  const turmoil = chance.unit() < 0.5;
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
      ...{ do: 'receive', device: c.below(n), tab: tab(c), count: 1 + c.below(4) },
      pages: c.pick(PAGES),
      more: c.pick(['accept', 'correct', 'nothing'] as const),
    }),
  ],
  [
    16,
    (c, n) => ({
      ...{ do: 'act', device: c.below(n), tab: tab(c), which: which(c), count: 1 + c.below(2) },
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
      ...{ on: c.pick(BEFALLEN), fault: c.pick(NETWORK_FAULTS) },
    }),
  ],
  [3, (c) => ({ do: 'release', which: which(c) })],
  [3, (c) => ({ do: 'late', which: which(c) })],
  [
    4,
    (c, n) => ({
      ...{ do: 'store', device: c.below(n), after: c.below(4) },
      ...{ on: c.unit() < 0.5 ? 'any' : 'cases', fault: c.pick(STORE_FAULTS) },
    }),
  ],
  [
    3,
    (c) => ({
      ...{ do: 'endpoint', on: c.pick(BEFALLEN) },
      ...{ times: 1 + c.below(2), fault: c.pick(ENDPOINT_FAULTS) },
    }),
  ],
  [3, (c, n) => ({ do: 'line', device: c.below(n), there: c.unit() < 0.5 })],
  [0.5, (c, n) => ({ do: 'kill', device: c.below(n), tab: tab(c) })],
  [1, (c, n) => ({ do: 'openTab', device: c.below(n) })],
  [0.5, (c, n) => ({ do: 'closeTab', device: c.below(n) })],
  [0.4, (c, n) => ({ do: 'upgrade', device: c.below(n) })],
  [1, (c, n) => ({ do: 'clock', device: c.below(n), ms: c.pick(JUMPS_MS) })],
  [0.7, (c, n) => ({ do: 'lock', device: c.below(n) })],
  [2.5, (c, n) => ({ do: 'unlock', device: c.below(n), person: c.below(2) })],
  [8, (c) => ({ do: 'wait', ms: c.pick(WAITS_MS) })],
];

const SELDOM: readonly (readonly [number, Make])[] = [
  [
    2,
    (c) => ({
      ...{ do: 'item', item: c.pick(['permit', 'service'] as const) },
      state: c.unit() < 0.6 ? 'suspended' : 'in_force',
    }),
  ],
  [1, () => ({ do: 'guide' })],
  [1.2, (c, n) => ({ do: 'revoke', device: c.below(n) })],
  [2.5, (c) => ({ do: 'disable', person: c.below(4), disabled: c.unit() < 0.6 })],
  [1, () => ({ do: 'rotate' })],
  [3, (c) => ({ do: 'rule', which: which(c), ruling: c.unit() < 0.8 ? 'release' : 'setAside' })],
];

/** Most people's papers are only looked at. */
const PAGES = [0, 0, 0, 1, 2] as const;
const BEFALLEN = ['commands', 'commands', 'files', 'any'] as const;
const JUMPS_MS = [-26 * HOUR_MS, -HOUR_MS, -4 * MINUTE_MS, 4 * MINUTE_MS, HOUR_MS, 26 * HOUR_MS];
/** Mostly short: a device that only waits shows nothing, and each of its minutes costs as much as an act. */
const WAITS_MS = [1_000, 2_000, 5_000, 5_000, 20_000, 20_000, MINUTE_MS, 5 * MINUTE_MS];

/** As it is put into a test by name. */
export const printed = ({ seed, devices, steps }: Script): string =>
  `{ seed: ${seed}, devices: ${devices}, steps: [\n${steps.map((step) => `  ${JSON.stringify(step)},`).join('\n')}\n] }`;
