import { isRevocationReleased, promiseStateOf } from '../../../domain/afterwards.ts';
import { assigneeOf, mayGive } from '../../../domain/assignment.ts';
import { stepIsOf } from '../../../domain/decideSteps.ts';
import { dutyRefusal } from '../../../domain/duty.ts';
import type { GuideStep } from '../../../domain/guide.ts';
import { custodyOf, openStop } from '../../../domain/handling.ts';
import { openHandOff } from '../../../domain/handOff.ts';
import { problemFound } from '../../../domain/handOffEnds.ts';
import { limitRuleOf } from '../../../domain/limits.ts';
import { isStepOf, proceduresFor } from '../../../domain/procedures.ts';
import { REVOCATION_REASONS, reasonsFor } from '../../../domain/reasons.ts';
import { standingFor } from '../../../domain/standing.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import { carriesOn } from '../../../domain/turn.ts';
import type { CaseScene } from '../case/caseActions.ts';

/** What people do with a case once it is accepted, the one that brings it on first. */
const ACTS: readonly HandlingCommandType[] = [
  'approve',
  'seal',
  'issue',
  'refuseOnOpinion',
  'opine',
  'decide',
  'answer',
  'forward',
  'deliver',
  'verifyPromise',
  'claimHandOff',
  'answerHandOff',
  'resume',
  'signForPapers',
  'reportMissing',
  'returnForForm',
  'sendBack',
  'recordStep',
  'escalate',
  'dispatchPapers',
  'assign',
  'suspend',
  'extend',
  'recallOpinion',
  'rectify',
  'revoke',
];

/** Acts that bring a case to its next state: one of them is the page's primary action. */
const ONWARD: ReadonlySet<HandlingCommandType> = new Set(ACTS.slice(0, 13));

export const isOnward = (act: HandlingCommandType): boolean => ONWARD.has(act);

/** The acts that table and rules leave open to whoever works here. */
export const handlingActs = (scene: CaseScene, person: string): readonly HandlingCommandType[] =>
  openOf(ACTS, scene, person);

function openOf(
  acts: readonly HandlingCommandType[],
  scene: CaseScene,
  person: string,
): readonly HandlingCommandType[] {
  const { found, status, item, actor } = scene;
  const stand = { found, item, actor, status, route: found.route };
  return acts.filter((act) => standingFor(act, stand) === 'ok' && fits(act, scene, person));
}

/**
 * What this person's posts would allow, and another person has to do (drafter, approver and sealer are three).
 * @param own what is left open to this person
 */
export function actsOfOthers(
  scene: CaseScene,
  own: readonly HandlingCommandType[],
): readonly HandlingCommandType[] {
  const others = ACTS.filter((act) => !own.includes(act));
  return openOf(others, scene, '');
}

function fits(act: HandlingCommandType, scene: CaseScene, person: string): boolean {
  const { found, item } = scene;
  const stands = openStop(found) !== undefined;
  switch (act) {
    case 'issue':
      return found.opinion?.agree === true;
    case 'refuseOnOpinion':
      return found.opinion?.agree === false;
    case 'approve':
      return !dutyRefusal(act, found, person);
    case 'verifyPromise':
    case 'revoke':
      return afterFits(act, scene, person);
    case 'claimHandOff':
      return openHandOff(found)?.claimed === undefined && openHandOff(found) !== undefined;
    case 'answerHandOff':
      return openHandOff(found)?.claimed !== undefined;
    case 'rectify':
      return scene.guide !== undefined;
    case 'deliver':
      return !found.revocation || (!found.revocation.delivery && isRevocationReleased(found, item));
    case 'seal':
      if (found.revocation && isRevocationReleased(found, item)) return false;
      return !dutyRefusal(act, found, person);
    case 'resume':
      return stands;
    case 'suspend':
      return !stands && proceduresFor(found, item.intakeRule, scene.guide).length > 0;
    case 'extend':
      return !found.extension && extensionOf(scene) > 0;
    case 'recordStep':
      return stepsToRecord(scene).length > 0;
    case 'dispatchPapers':
    case 'signForPapers':
    case 'reportMissing':
      return paperFits(act, scene);
    case 'assign':
      return assignFits(scene, person);
    default:
      return true;
  }
}

/** There is somebody to give it to, or something to take or give back. */
function assignFits({ found, status, item, actor }: CaseScene, person: string): boolean {
  const own = assigneeOf(found)?.person === person;
  return own || mayGive(actor.roles) || carriesOn(actor, person, found, item, status);
}

function afterFits(act: 'verifyPromise' | 'revoke', { found, item }: CaseScene, person: string): boolean {
  const state = promiseStateOf(found);
  if (act === 'verifyPromise') return state === 'check' || state === 'mend' || state === 'revoke';
  const finding = state === 'mend' || state === 'revoke' ? found.promiseChecks?.at(-1) : undefined;
  const problem = found.route === 'review' ? undefined : problemFound(found);
  if ((finding ?? problem)?.by === person) return false;
  if (problem && !finding) return true;
  // Before the time for mending is over only deceit is a reason, which is one for licences alone.
  const early = reasonsFor(REVOCATION_REASONS, item.intakeRule).some((one) => one.code === 'deceit');
  return state === 'revoke' || (state === 'mend' && early);
}

function paperFits(
  act: 'dispatchPapers' | 'signForPapers' | 'reportMissing',
  { found, item, actor }: CaseScene,
): boolean {
  const { at, way } = custodyOf(found);
  const here = actor.office.id;
  if (act === 'dispatchPapers')
    return item.papersRequired && found.acceptedOn !== undefined && at === here && !way;
  return way?.to === here && (act === 'signForPapers' || way.missing === undefined);
}

/** Working days by which a leader may extend; 0 = the limit of this situation cannot be extended. */
export function extensionOf({ guide, found }: CaseScene): number {
  return (guide && limitRuleOf(guide, found.answers)?.statutory?.extension) ?? 0;
}

const RECORDED: readonly GuideStep['kind'][] = ['visit', 'notice', 'pay', 'check'];

/** Steps of the guide that leave a record of their own, and are for whoever works here to record. */
export const stepsToRecord = ({ guide, found, actor }: CaseScene): readonly GuideStep[] =>
  (guide?.steps ?? []).filter(
    (step) =>
      step.by !== 'applicant' &&
      RECORDED.includes(step.kind) &&
      isStepOf(step, found) &&
      stepIsOf(step, found.route, actor),
  );
