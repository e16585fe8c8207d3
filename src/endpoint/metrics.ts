import { Counter, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../protocol/command.ts';

export interface Metrics {
  readonly registry: Registry;
  outcome(outcome: Outcome): void;
  group(commands: number): void;
  failure(): void;
  problem(code: string): void;
  fileArrived(bytes: number): void;
  fileChecked(fault: string | null): void;
}

/** Counts by outcome and code; nothing about whom or what. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const outcomes = new Counter({
    name: 'jinban_commands_total',
    help: 'Commands answered, by outcome and code',
    labelNames: ['outcome', 'code'],
    registers,
  });
  const groups = new Histogram({
    name: 'jinban_group_commands',
    help: 'Commands recorded in one transaction',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
    registers,
  });
  const failures = new Counter({
    name: 'jinban_store_failures_total',
    help: 'Commands or groups that the store did not take',
    registers,
  });
  const problems = new Counter({
    name: 'jinban_problems_total',
    help: 'Requests refused as a whole, by code',
    labelNames: ['code'],
    registers,
  });
  const arrived = new Counter({
    name: 'jinban_file_bytes_total',
    help: 'Bytes of files that arrived whole',
    registers,
  });
  const checked = new Counter({
    name: 'jinban_files_checked_total',
    help: 'Files whose content was looked at, by what is wrong with it',
    labelNames: ['fault'],
    registers,
  });
  return {
    registry,
    outcome: ({ outcome, code = '' }) => outcomes.inc({ outcome, code }),
    group: (commands) => groups.observe(commands),
    failure: () => failures.inc(),
    problem: (code) => problems.inc({ code }),
    fileArrived: (bytes) => arrived.inc(bytes),
    fileChecked: (fault) => checked.inc({ fault: fault ?? '' }),
  };
}
