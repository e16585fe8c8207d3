import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

const STRACE = '/usr/bin/strace';
/** The log of this origin's database; keys lie in another, and so does the draft's. */
const SYNC = /fdatasync\(\d+<[^>]*indexeddb\.leveldb\/[^>]*\.log>/g;

/** Waits for the disk, as the system sees them, from now on. */
function watched(profile: string): { readonly count: () => number; end(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'jinban-strace-'));
  const out = join(folder, 'calls');
  const pids = execFileSync('pgrep', ['-f', profile], { encoding: 'utf8' }).trim().split('\n');
  const tracer = spawn(STRACE, [
    '-f',
    '-y',
    '-e',
    'trace=fdatasync',
    '-o',
    out,
    ...pids.flatMap((pid) => ['-p', pid]),
  ]);
  return {
    count: () => (existsSync(out) ? [...readFileSync(out, 'utf8').matchAll(SYNC)].length : 0),
    end: () => {
      tracer.kill('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Evidence, not a guard: `JINBAN_STRACE=1 npx vitest run --project journeys test/journeys/oneSync.test.ts`. */
describe.skipIf(process.env.JINBAN_STRACE === undefined)('提交', () => {
  const hall = journeyHall();

  test('waits for the disk once, and says 已保存 only then', async () => {
    const desk = await hall.counter();
    await desk.goOffline();
    const intake = new JourneyIntake(desk.page, '7b');
    await intake.toOutcome();
    await desk.page.getByText('草稿已自动保存').first().waitFor();
    const calls = watched(desk.profile);
    try {
      // Until the tracer sees something, it is not there yet: a draft is saved again.
      await expect
        .poll(async () => {
          await intake.choice('先收件');
          await intake.choice('受理');
          return calls.count();
        })
        .toBeGreaterThan(0);
      await desk.page.waitForTimeout(2_000);
      const before = calls.count();
      await intake.submit('提交受理');
      expect(calls.count() - before).toBe(1);
    } finally {
      calls.end();
    }
  });
});
