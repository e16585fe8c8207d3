import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Case, CaseEvent } from './case.ts';

/** The events that change what a judgement rests on. */
const TOUCHING = [
  'received',
  'supplemented',
  'fulfilled',
  'stepRecorded',
  'opined',
  'decided',
  'sentBack',
  'promiseVerified',
  'rectified',
] as const satisfies readonly CaseEvent['type'][];

export const touchesFile = (type: CaseEvent['type']): boolean => TOUCHING.some((one) => one === type);

/**
 * The hash of the case file, hexadecimal: over the canonical answers, marks, files, steps, opinion, decision and what was found of
 * its promises. Whoever
 * opines, decides, approves, seals or issues names what was seen (DESIGN §4, judging what was seen).
 */
export function fileHashOf(found: Case): string {
  const { answers, marks, parties, files = [], steps = [], opinion = null, decision = null } = found;
  // Its number is the district's, and known to no device that judges before it is recorded.
  const promiseChecks = found.promiseChecks?.map(({ serial: _, ...check }) => check);
  const hashes = files.map((one) => [one.for, one.hash]);
  return hashOf({ answers, marks, parties, files: hashes, steps, opinion, decision, promiseChecks });
}

/** SHA-256 of the canonical text of a value, hexadecimal. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

/** JSON with the keys of every object in order, so that equal content gives equal text on both sides. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
