import { describe, expect, it } from 'vitest';
import { runScript } from './run.ts';
import type { Script } from './script.ts';
import { withSyncCrypto } from './seeds.ts';

/** The shortest scripts of seeds that once failed, each under the name of what it found. */
const FOUND: readonly (readonly [name: string, script: Script])[] = [
  [
    'a clock that is put back does not hold a page back for as long: no wait is longer than the longest',
    {
      seed: 10964,
      devices: 3,
      steps: [
        { do: 'wait', ms: 5000 },
        { do: 'receive', device: 1, tab: 0, count: 4, pages: 0, more: 'correct' },
        { do: 'wait', ms: 1000 },
        { do: 'wait', ms: 300_000 },
        { do: 'wait', ms: 5000 },
        { do: 'receive', device: 1, tab: 1, count: 2, pages: 2, more: 'nothing' },
        { do: 'network', device: 2, on: 'files', fault: 'cutRequest' },
        { do: 'receive', device: 1, tab: 0, count: 2, pages: 0, more: 'nothing' },
        { do: 'endpoint', on: 'files', times: 1, fault: 'endpointCrashAfterCommit' },
        { do: 'wait', ms: 2000 },
        { do: 'receive', device: 2, tab: 0, count: 2, pages: 1, more: 'nothing' },
        { do: 'clock', device: 2, ms: -3_600_000 },
      ],
    },
  ],
  [
    'what was accepted by a clock that lies a day behind, when the item was still in force, stands and is flagged',
    {
      seed: 16460,
      devices: 4,
      steps: [
        { do: 'clock', device: 3, ms: -93_600_000 },
        { do: 'item', item: 'permit', state: 'suspended' },
        { do: 'wait', ms: 300_000 },
        { do: 'receive', device: 3, tab: 0, count: 2, pages: 0, more: 'accept' },
      ],
    },
  ],
  [
    'the cases are shown after unlocking although a write of the disk fails meanwhile',
    {
      seed: 64,
      devices: 2,
      steps: [
        { do: 'store', device: 1, on: 'any', after: 1, fault: 'failedWrite' },
        { do: 'openTab', device: 1 },
        { do: 'receive', device: 0, tab: 1, count: 1, pages: 0, more: 'accept' },
      ],
    },
  ],
  [
    'what follows a command that a supervisor has put aside waits for a person, and is not asked about',
    {
      seed: 1180,
      devices: 2,
      steps: [
        { do: 'disable', person: 1, disabled: true },
        { do: 'wait', ms: 300_000 },
        { do: 'receive', device: 1, tab: 0, count: 1, pages: 0, more: 'correct' },
        { do: 'rule', which: 10, ruling: 'setAside' },
        { do: 'wait', ms: 300_000 },
      ],
    },
  ],
];

describe('found by the simulation', () => {
  withSyncCrypto();

  it.each(FOUND)('%s', async (_, script) => {
    expect((await runScript(script)).complaints).toEqual([]);
  });
});
