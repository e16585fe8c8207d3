/** What a device shows beside what the district has recorded. */
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenLocal } from '../../src/app/local/local.ts';
import type { Case } from '../../src/domain/case.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import type { District } from './district.ts';

/** What does not agree; empty when everything does. */
export async function complaintsOf(
  local: OpenLocal,
  cases: Awaited<ReturnType<District['cases']>>,
): Promise<string[]> {
  const found: string[] = [];
  const whole = await openedWhole(local, [...cases.keys()]);
  const shown = new Map(local.cases.value.map((one) => [one.case.id, one]));
  for (const [id, recorded] of cases) {
    const view = shown.get(id);
    if (!view) found.push(`case ${id} is not shown`);
    else if (stable(view.case) !== stable(summaryOf(recorded)))
      found.push(`case ${id} is listed as ${stable(view.case)}, recorded as ${stable(recorded)}`);
    const open = whole.get(id);
    if (!open || stable(open) !== stable(recorded))
      found.push(`case ${id} is shown as ${stable(open)}, recorded as ${stable(recorded)}`);
  }
  for (const id of shown.keys()) if (!cases.has(id)) found.push(`case ${id} is shown but not recorded`);
  for (const one of local.outbox.value) {
    if (one.state === 'waiting') found.push(`${one.type} ${one.id} still waits: ${one.last?.code}`);
    // An act is only ever refused because somebody else was first, never because it arrived before another.
    const code = one.state === 'refused' ? one.last?.code : 'case.wrongState';
    if (!EXPECTED.includes(code ?? '')) found.push(`${one.type} ${one.id} was refused with ${code}`);
  }
  return found;
}

/** The cases as a screen shows them, opened one by one. */
async function openedWhole(local: OpenLocal, ids: readonly string[]): Promise<Map<string, Case>> {
  const whole = new Map<string, Case>();
  for (const id of ids) {
    const watched = local.watchCase(id);
    for (let turn = 0; watched.view.value === undefined && turn < 1_000; turn += 1) await pause(1);
    if (watched.view.value) whole.set(id, watched.view.value.case);
    watched.close();
  }
  return whole;
}

const EXPECTED: readonly string[] = ['case.wrongState', 'after.setAside'];

/** Equal content, whatever the order of fields. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Object && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
