import { isRevocationReleased, type PromiseCheck, promisedLines } from './afterwards.ts';
import { addWorkingDays } from './calendar.ts';
import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { delivered } from './decideDepartment.ts';
import { documentTitle } from './documentTitle.ts';
import { dutyRefusal } from './duty.ts';
import { outcomeOf, type Signed, sealNeeded } from './handling.ts';
import { problemFound } from './handOffEnds.ts';
import type { Item } from './item.ts';
import { checkReasons, checkSeen, checkText, signedBy } from './judged.ts';
import { REVOCATION_REASONS } from './reasons.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/** Within which a mending may be told: long enough to build a fence, not so long that nobody remembers. */
const MAX_MENDING_WORKING_DAYS = 60;

/**
 * 核查承诺. What is not kept is told to be mended by a day; only what is still not kept after that day may be revoked
 * for it (山东省优化营商环境条例第二十九条). What is kept in the end is kept, also late.
 */
export function decideVerifyPromise(
  found: Case,
  payload: CasePayloads['verifyPromise'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { met, lines, text, mendBy } = payload;
  if (outcomeOf(found) !== 'granted') return refuse('promise.notGranted');
  const promised = promisedLines(found);
  if (promised.length === 0) return refuse('promise.none');
  const refusal = met
    ? lines.length > 0 || mendBy !== undefined
      ? { code: 'promise.metWithLines', facts: {} }
      : undefined
    : checkUnmet(payload, promised, found.promiseChecks?.at(-1), scene);
  if (refusal) return { ok: false, refusal };
  const data: PromiseCheck = {
    ...signedBy(scene),
    ...{ met, lines, text },
    ...(mendBy === undefined ? {} : { mendBy }),
  };
  return ok([{ type: 'promiseVerified', data }]);
}

function checkUnmet(
  { lines, text, mendBy }: CasePayloads['verifyPromise'],
  promised: readonly string[],
  last: PromiseCheck | undefined,
  scene: Scene,
): Refusal | undefined {
  if (lines.length === 0) return { code: 'promise.linesMissing', facts: {} };
  const beyond = lines.find((line) => !promised.includes(line));
  if (beyond !== undefined) return { code: 'promise.unknownLine', facts: { material: beyond } };
  const words = checkText(text);
  if (words) return words;
  if (!last || last.met) return checkMendBy(mendBy, scene);
  if (last.mendBy === undefined) return { code: 'promise.foundAlready', facts: {} };
  if (scene.today <= last.mendBy) return { code: 'promise.timeRuns', facts: { due: last.mendBy } };
  return mendBy === undefined ? undefined : { code: 'promise.mendTwice', facts: {} };
}

function checkMendBy(mendBy: string | undefined, { today, now }: Scene): Refusal | undefined {
  const latest = addWorkingDays(today, MAX_MENDING_WORKING_DAYS, now.calendar).date;
  if (mendBy !== undefined && mendBy > today && mendBy <= latest) return undefined;
  return { code: 'promise.mendBy', facts: { latest } };
}

/**
 * 撤销, by the leader of the office that decided, on what another person has found (行政许可法第六十九条). That a promise
 * is not kept is a reason only after the time for mending; that the licence was got by deceit waits for nothing.
 */
export function decideRevoke(
  found: Case,
  item: Item,
  payload: CasePayloads['revoke'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (outcomeOf(found) !== 'granted') return refuse('revoke.notGranted');
  const finding = findingOf(found);
  if (!finding) return refuse('revoke.noFinding');
  const { reason, text } = payload;
  const refusal =
    checkSeen(found, scene) ??
    checkReasons([reason], REVOCATION_REASONS, item.intakeRule) ??
    checkText(text) ??
    (finding.by === scene.by ? { code: 'duty.finder', facts: {} } : undefined) ??
    mendingFirst(finding, reason);
  if (refusal) return { ok: false, refusal };
  const { by, name } = finding;
  return ok([{ type: 'revoked', data: { ...signedBy(scene), reason, text, drafter: { by, name } } }]);
}

/**
 * What somebody has found and nobody has found mended; else what the supervising department has found. Of a `review` case
 * only what the town itself has found counts: the substance is the town's.
 */
function findingOf(found: Case): Finding | undefined {
  const last = found.promiseChecks?.at(-1);
  if (last?.met === false) return { ...last, of: 'promise' };
  const problem = found.route === 'review' ? undefined : problemFound(found);
  return problem && { ...problem, of: 'supervision' };
}

interface Finding extends Signed {
  readonly of: 'promise' | 'supervision';
  readonly mendBy?: string;
}

function mendingFirst({ of, mendBy }: Finding, reason: string): Refusal | undefined {
  if (of === 'supervision')
    return reason === 'promiseUnmet' ? { code: 'revoke.noPromise', facts: {} } : undefined;
  if (mendBy === undefined || reason === 'deceit') return undefined;
  return { code: 'revoke.mendingRuns', facts: { due: mendBy } };
}

/** 用印 under a revocation: a third person, and a number of its own in the register. */
export function decideSealRevocation(
  found: Case,
  item: Item,
  { copies, text }: CasePayloads['seal'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { revocation } = found;
  if (!revocation) return refuse('revoke.none');
  if (revocation.sealing) return refuse('revoke.sealedAlready');
  const refusal = dutyRefusal('seal', found, scene.by) ?? checkSeen(found, scene);
  if (refusal) return { ok: false, refusal };
  const seal = sealNeeded(item, found.route);
  const names = { drafter: revocation.drafter.name, approver: revocation.name };
  const title = documentTitle(found, 'revocation', item);
  return ok([
    { type: 'revocationSealed', data: { ...signedBy(scene), title, seal, copies, text, ...names } },
  ]);
}

/** 送达 of a revocation, sealed where the item asks for a seal: before that it binds nobody. */
export function decideDeliverRevocation(
  found: Case,
  item: Item,
  payload: CasePayloads['deliver'],
  scene: Scene,
): Result<CaseEvent[]> {
  const { revocation } = found;
  if (!revocation) return refuse('revoke.none');
  if (revocation.delivery) return refuse('revoke.deliveredAlready');
  if (!isRevocationReleased(found, item)) return refuse('revoke.notSealed');
  const data = delivered(found, payload, scene);
  return data.ok ? ok([{ type: 'revocationDelivered', data: data.value }]) : data;
}
