import { isBesideEvent } from './assignment.ts';
import type { Case, CaseEvent, CaseStatus } from './case.ts';
import type { CaseCommand, CasePayloads } from './commands.ts';
import { decideAccept, guideOf } from './decideAccept.ts';
import { decideAssign } from './decideAssign.ts';
import { decideClaim } from './decideClaim.ts';
import { decideExtend, decideResume, decideSuspend } from './decideClock.ts';
import {
  decideAnswer,
  decideDeliver,
  decideEscalate,
  decideForward,
  decideIssue,
  decideRefuseOnOpinion,
  decideReturnForForm,
} from './decideDepartment.ts';
import { decideClose, decideDecline, decideReturn, decideWithdraw } from './decideEnding.ts';
import {
  decideApprove,
  decideDecide,
  decideOpine,
  decideRecall,
  decideSeal,
  decideSendBack,
} from './decideHandling.ts';
import { decideAnswerHandOff, decideClaimHandOff, withHandOff } from './decideHandOff.ts';
import { decideNote } from './decideNote.ts';
import { decideDispatch, decideMissing, decideSign } from './decidePaper.ts';
import { decideCorrection, decideFulfil, decideSupplement } from './decidePapers.ts';
import {
  decideDeliverRevocation,
  decideRevoke,
  decideSealRevocation,
  decideVerifyPromise,
} from './decidePromise.ts';
import { decideReceive } from './decideReceive.ts';
import { decideRectify } from './decideRectify.ts';
import { decideRecordStep } from './decideSteps.ts';
import { isDeemedAccepted, statusOn } from './intakeRules.ts';
import type { Item, Route } from './item.ts';
import { lastSigned } from './lastSigned.ts';
import { deadlinesOf } from './limits.ts';
import { isDeemedRenewed, saysNo } from './renewal.ts';
import { never, ok, type Refusal, type Result, refuse } from './result.ts';
import type { DecideContext, Scene } from './scene.ts';
import { decideSettle } from './settle.ts';
import { standingFor } from './standing.ts';
import { decideCopied } from './systemNumber.ts';
import { legalDateOf } from './time.ts';
import type { HandlingCommandType } from './transitions.ts';

/**
 * Judges a command on a case: the events to record, or a refusal with its code.
 * Runs on the device to show the result at once and on the endpoint as the authority.
 */
export function decide(
  found: Case | null,
  command: CaseCommand,
  context: DecideContext,
): Result<CaseEvent[]> {
  const office = context.now.office(context.office);
  if (!office) return refuse('office.unknown', { office: context.office });
  const scene: Scene = {
    ...context,
    today: legalDateOf(context.at),
    actor: { office, roles: context.roles },
  };
  const itemId = command.type === 'receive' ? command.payload.item : found?.item;
  const item = itemId === undefined ? undefined : context.now.item(itemId);
  if (command.type === 'receive' && !item) return refuse('item.unknown', { item: command.payload.item });
  const refusal = judgePower(found, command, scene, item);
  if (refusal) return { ok: false, refusal };
  if (command.type === 'setAside') return ok([{ type: 'setAside', data: setAsideData(command.payload) }]);
  if (command.type === 'receive') return decideReceive(command.payload, scene);
  if (!found) return refuse('case.unknown');
  if (!item) return refuse('item.unknown', { item: found.item });
  return judge(found, item, command, scene);
}

function judge(
  found: Case,
  item: Item,
  command: Exclude<CaseCommand, { type: 'receive' | 'setAside' }>,
  scene: Scene,
): Result<CaseEvent[]> {
  switch (command.type) {
    case 'requireCorrection':
      return decideCorrection(found, item, command.payload, scene);
    case 'supplement':
      return decideSupplement(found, command.payload, scene);
    case 'returnPapers':
      return decideReturn(found, item, command.payload, scene);
    case 'decline':
      return decideDecline(found, item, command.payload, scene);
    case 'close':
      return decideClose(found, item, command.payload, scene);
    case 'accept':
      return decideAccept(found, item, command.payload, scene);
    case 'fulfil':
      return decideFulfil(found, item, command.payload, scene);
    case 'withdraw':
      return decideWithdraw(command.payload, scene);
    case 'claim':
      return decideClaim(found, item, command.payload, scene);
    default:
      return withHandOff(
        found,
        item,
        afterSilence(found, item, judgeHandling(found, item, command, scene), scene),
        scene,
      );
  }
}

/**
 * Whoever handles what silence has accepted records that first: from the day of its papers, with its dates, and with a flag
 * for whatever stood against it.
 */
function afterSilence(
  found: Case,
  item: Item,
  result: Result<CaseEvent[]>,
  scene: Scene,
): Result<CaseEvent[]> {
  const { calendar } = scene.now;
  const moves = result.ok && !result.value.every(({ type }) => isBesideEvent(type));
  if (!moves || !isDeemedAccepted(found, item.intakeRule, scene.today, calendar)) return result;
  const guide = guideOf(found, scene);
  if (!guide) return result;
  const deadlines = deadlinesOf(guide, found.answers, found.papersOn, calendar, found.renews);
  const accepted = decideAccept(found, item, { catalogue: scene.now.version, deadlines }, scene);
  return accepted.ok ? ok([...accepted.value, ...result.value]) : result;
}

function judgeHandling(
  found: Case,
  item: Item,
  command: Extract<CaseCommand, { type: HandlingCommandType }>,
  scene: Scene,
): Result<CaseEvent[]> {
  const status = statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
  if (saysNo(command) && isDeemedRenewed(found, status, scene.today)) return refuse('renewal.deemed');
  switch (command.type) {
    case 'recordStep':
      return decideRecordStep(found, command.payload, scene);
    case 'opine':
      return decideOpine(found, item, command.payload, scene);
    case 'decide':
      return decideDecide(found, item, command.payload, scene);
    case 'approve':
      return decideApprove(found, command.payload, scene);
    case 'sendBack':
      return decideSendBack(found, item, command.payload, scene);
    case 'seal':
      return found.revocation
        ? decideSealRevocation(found, item, command.payload, scene)
        : decideSeal(found, item, command.payload, scene);
    case 'forward':
      return decideForward(found, item, command.payload, scene);
    case 'returnForForm':
      return decideReturnForForm(item, command.payload, scene);
    case 'recallOpinion':
      return decideRecall(command.payload, scene);
    case 'issue':
      return decideIssue(found, item, command.payload, scene);
    case 'refuseOnOpinion':
      return decideRefuseOnOpinion(found, command.payload, scene);
    case 'deliver':
      return found.revocation
        ? decideDeliverRevocation(found, item, command.payload, scene)
        : decideDeliver(found, command.payload, scene);
    case 'suspend':
      return decideSuspend(found, item, command.payload, scene);
    case 'resume':
      return decideResume(found, scene);
    case 'extend':
      return decideExtend(found, command.payload, scene);
    case 'answer':
      return decideAnswer(command.payload, scene);
    case 'escalate':
      return decideEscalate(command.payload, scene);
    case 'dispatchPapers':
    case 'signForPapers':
    case 'reportMissing':
    case 'note':
    case 'assign':
    case 'copied':
    case 'settle':
      return judgeBeside(found, item, command, scene);
    case 'verifyPromise':
      return decideVerifyPromise(found, command.payload, scene);
    case 'revoke':
      return decideRevoke(found, item, command.payload, scene);
    case 'rectify':
      return decideRectify(found, item, command.payload, scene);
    case 'claimHandOff':
      return decideClaimHandOff(found, scene);
    case 'answerHandOff':
      return decideAnswerHandOff(found, command.payload, scene);
    default:
      return never(command);
  }
}

/** What the case itself is not taken in hand by. */
function judgeBeside(
  found: Case,
  item: Item,
  command: Extract<
    CaseCommand,
    { type: 'dispatchPapers' | 'signForPapers' | 'reportMissing' | 'note' | 'assign' | 'copied' | 'settle' }
  >,
  scene: Scene,
): Result<CaseEvent[]> {
  switch (command.type) {
    case 'dispatchPapers':
      return decideDispatch(found, item, command.payload, scene);
    case 'signForPapers':
      return decideSign(found, command.payload, scene);
    case 'reportMissing':
      return decideMissing(found, command.payload, scene);
    case 'note':
      return decideNote(found, item, command.payload, scene);
    case 'assign':
      return decideAssign(found, item, command.payload, scene);
    case 'copied':
      return decideCopied(found, item, command.payload, scene);
    case 'settle':
      return decideSettle(found, command.payload, scene);
    default:
      return never(command);
  }
}

function judgePower(
  found: Case | null,
  command: CaseCommand,
  scene: Scene,
  item: Item | undefined,
): Refusal | undefined {
  const route: Route = command.type === 'receive' ? command.payload.route : (found?.route ?? 'district');
  const status = effectiveStatus(found, command, scene, item);
  const standing = standingFor(command.type, { found, item, actor: scene.actor, status, route });
  const facts = { command: command.type, office: scene.office, status };
  switch (standing) {
    case 'ok':
      return undefined;
    case 'role':
      return { code: 'power.role', facts };
    case 'office':
      // A case that is not there yet has no hall: that is an unknown case, not a wrong office.
      return found || command.type === 'setAside'
        ? { code: 'power.office', facts: { ...facts, hall: found?.hall ?? '' } }
        : { code: 'case.unknown', facts };
    case 'route':
      return { code: 'power.route', facts: { ...facts, route } };
    case 'state':
      return stateRefusal(found, facts);
    case 'item':
      return { code: 'power.item', facts };
    case 'unknown':
      return { code: 'command.unknownType', facts };
    default:
      return never(standing);
  }
}

function stateRefusal(found: Case | null, facts: { command: string; status: string }): Refusal {
  if (!found) return { code: 'case.unknown', facts };
  if (found.status === 'received' && facts.status === 'accepted')
    return { code: 'case.deemedAccepted', facts };
  const done = lastSigned(found);
  if (!done) return { code: 'case.wrongState', facts: { ...facts, number: found.number } };
  // Two officers at once: the second hears who was first, with what and when.
  const { name, on, did } = done;
  return { code: 'case.passed', facts: { ...facts, number: found.number, name, on, did } };
}

/**
 * The status that the table is read with. The acceptance notice and a deferred paper may still come for a case
 * that silence has accepted; everything that would undo the acceptance may not.
 */
function effectiveStatus(
  found: Case | null,
  command: CaseCommand,
  scene: Scene,
  item: Item | undefined,
): CaseStatus | 'none' {
  if (!found) return 'none';
  if (!item || command.type === 'accept') return found.status;
  return statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
}

function setAsideData(payload: CasePayloads['setAside']) {
  return { command: payload.command, code: payload.code, reason: payload.reason };
}
