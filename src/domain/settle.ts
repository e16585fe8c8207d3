import type { Case, CaseEvent, Flag } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { DUPLICATE_FLAG } from './flags.ts';
import type { Signed } from './handling.ts';
import { checkText, signedBy } from './judged.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';
import type { Instant } from './time.ts';

/** What somebody found who looked into what waited for a person (待核). */
export interface Settlement extends Signed {
  readonly at: Instant;
  /** Code of `SETTLE_REASONS`. */
  readonly reason: string;
  readonly text: string;
}

export type SettleReason = 'duplicate' | 'notSame' | 'inOrder' | 'mended';

interface Ground {
  readonly code: SettleReason;
  readonly label: string;
  /** Of a likely duplicate alone, of everything else alone. */
  readonly of: 'duplicate' | 'others';
  /** What was done about it has to be said. */
  readonly explained: boolean;
}

/** The closed list of how a flag ends. */
export const SETTLE_REASONS: readonly Ground[] = [
  { code: 'notSame', label: '不是同一件', of: 'duplicate', explained: false },
  { code: 'duplicate', label: '重复，和那一件是同一件事', of: 'duplicate', explained: true },
  { code: 'inOrder', label: '核对过，没有问题', of: 'others', explained: false },
  { code: 'mended', label: '有问题，已经按规定处理', of: 'others', explained: true },
];

export const groundsFor = (flag: Pick<Flag, 'code'>): readonly Ground[] =>
  SETTLE_REASONS.filter((one) => (one.of === 'duplicate') === (flag.code === DUPLICATE_FLAG));

/** Characters of what is said with it. */
export const SETTLE_LENGTH = 500;

type Named = Pick<Flag, 'code' | 'at'>;

const isNamed = (flag: Flag, { code, at }: Named): boolean => flag.code === code && flag.at === at;

/** A flag is settled once; what was flagged stays on the case, with who settled it and why. */
export function decideSettle(
  found: Case,
  { flag, reason, text }: CasePayloads['settle'],
  scene: Scene,
): Result<CaseEvent[]> {
  const named = found.flags.filter((one) => isNamed(one, flag));
  const [first] = named;
  if (!first) return refuse('settle.unknown');
  const done = named.every((one) => one.settled !== undefined) ? first.settled : undefined;
  if (done) return refuse('settle.already', { name: done.name, on: done.on });
  if (reason === '') return refuse('reason.missing');
  const ground = groundsFor(first).find((one) => one.code === reason);
  if (!ground) return refuse('reason.unknown', { reason });
  const refusal = ground.explained ? checkText(text) : undefined;
  if (refusal) return { ok: false, refusal };
  if (text.length > SETTLE_LENGTH) return refuse('settle.tooLong', { most: SETTLE_LENGTH });
  const settlement: Settlement = { ...signedBy(scene), at: scene.at, reason, text: text.trim() };
  return ok([{ type: 'flagSettled', data: { ...settlement, flag } }]);
}

/** What an event of settling changes. */
export function withSettled(
  { flags }: Pick<Case, 'flags'>,
  { flag, ...settled }: Settlement & { readonly flag: Named },
): Pick<Case, 'flags'> {
  return {
    flags: flags.map((one) => (isNamed(one, flag) && one.settled === undefined ? { ...one, settled } : one)),
  };
}
