import type { Case } from './case.ts';
import { fileHashOf } from './caseFile.ts';
import { openStop, type Signed } from './handling.ts';
import type { IntakeRule } from './item.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import type { Refusal } from './result.ts';
import type { Scene } from './scene.ts';

/** What every act of handling asks: that its words are there, that its reasons are known, that the file is the one that was seen. */

export const signedBy = ({ by, name, office, today }: Scene): Signed => ({ by, name, office, on: today });

/** Judging what was seen (DESIGN §4): a file that has changed since is refused, with what changed; the words are kept on the device. */
export function checkSeen(found: Case, { basis }: Scene): Refusal | undefined {
  if (basis.file === undefined) return { code: 'file.notNamed', facts: {} };
  if (basis.file === fileHashOf(found)) return undefined;
  const since = (found.touched ?? []).filter((one) => one.version > basis.version);
  return { code: 'file.changed', facts: { events: since.map((one) => one.type) } };
}

export function checkReasons(
  given: readonly string[],
  list: readonly Reason[],
  rule: IntakeRule,
): Refusal | undefined {
  if (given.length === 0) return { code: 'reason.missing', facts: {} };
  const known = reasonsFor(list, rule).map((one) => one.code);
  const unknown = given.find((code) => !known.includes(code));
  return unknown === undefined ? undefined : { code: 'reason.unknown', facts: { reason: unknown } };
}

export const checkText = (text: string): Refusal | undefined =>
  text.trim() === '' ? { code: 'text.missing', facts: {} } : undefined;

/** While a procedure of the law's list is under way nothing is decided: its result is what the decision waits for. */
export const checkRunning = (found: Case): Refusal | undefined =>
  openStop(found) ? { code: 'clock.suspended', facts: {} } : undefined;
