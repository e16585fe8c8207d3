import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 500;
/** Share of all cores' time in which nobody worked. */
const IDLE = 0.85;
/** So many looks in a row. */
const LOOKS = 3;

/** Waits until nobody else works on this machine. @returns false when that did not come in time */
export async function quiet(atMostMs: number): Promise<boolean> {
  let seen = 0;
  let before = timesOf();
  for (let waited = 0; waited < atMostMs; waited += LOOK_MS) {
    await pause(LOOK_MS);
    const now = timesOf();
    const idle = (now.idle - before.idle) / (now.all - before.all);
    before = now;
    seen = idle >= IDLE ? seen + 1 : 0;
    if (seen === LOOKS) return true;
  }
  return false;
}

function timesOf(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    idle: sum(times.map((one) => one.idle)),
    all: sum(times.flatMap((one) => Object.values(one))),
  };
}
