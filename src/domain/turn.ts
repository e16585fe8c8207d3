import { isSealedHere } from './afterwards.ts';
import type { Case, CaseStatus } from './case.ts';
import { dutyRefusal } from './duty.ts';
import { statusOn } from './intakeRules.ts';
import type { Item, Route } from './item.ts';
import { officeKindOf } from './office.ts';
import type { Rules } from './rules.ts';
import { type Actor, standingFor } from './standing.ts';
import type { CaseSummary } from './summary.ts';
import type { LegalDate } from './time.ts';
import type { CaseCommandType } from './transitions.ts';

/** Acts that bring a case on: whoever may do one of them now is whom the case waits for. */
const ONWARD: readonly CaseCommandType[] = [
  'accept',
  'opine',
  'decide',
  'approve',
  'seal',
  'forward',
  'issue',
  'refuseOnOpinion',
  'deliver',
  'answer',
];

/** The district hall's cases take the district's way, whatever the item. */
export const routeOf = (found: Pick<Case, 'hall'>, item: Item): Route =>
  officeKindOf(found.hall) === 'district' ? 'district' : item.route;

/**
 * Whom a case waits for, over many of them: what decides it is the same for most, so that it is looked up in the table
 * once for each combination.
 * @returns whether the case waits for the actor, its paper that is on the way to the actor's office included
 */
export function turnOf(actor: Actor, rules: Rules, today: LegalDate): (summary: CaseSummary) => boolean {
  const known = new Map<string, boolean>();
  const here = actor.office.id;
  return (summary) => {
    if (summary.custody?.way?.to === here) return true;
    if (summary.endedOn !== null && !summary.after) return false;
    const item = rules.item(summary.item);
    if (!item) return false;
    const route = routeOf(summary, item);
    const begun = unasked(summary, today);
    // Most go on as the table says: what is looked at of them needs no list.
    const acts = summary.after ? actsAfter(summary, item, route) : ONWARD;
    const status = statusOn(summary, item.intakeRule, today, rules.calendar);
    const { hall, handlingTown } = summary;
    // A case that silence has accepted still waits for its notice.
    const key = `${summary.item} ${status} ${summary.status} ${hall === here} ${handlingTown === here} ${officeKindOf(hall)} ${begun ?? ''} ${summary.after ? acts.join() : ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // An answer is heard at the window, and then the question is closed.
    const heard =
      status === 'answered' && standingFor('close', { found: summary, item, actor, status, route }) === 'ok';
    const waits =
      heard ||
      [...acts, ...(begun ? [begun] : [])].some((command) => {
        const counts = command === 'accept' ? summary.status : status;
        return standingFor(command, { found: summary, item, actor, status: counts, route }) === 'ok';
      });
    known.set(key, waits);
    return waits;
  };
}

/**
 * What the hall has to begin of itself, since the applicant does not come again: papers lie at another hall, or nothing has
 * come by the day that was told or promised.
 */
function unasked(
  { told, deferredUntil, endedOn }: CaseSummary,
  today: LegalDate,
): CaseCommandType | undefined {
  if (endedOn !== null) return undefined;
  if (told?.deposited) return 'supplement';
  if (told) return told.due < today ? 'close' : undefined;
  return deferredUntil !== undefined && deferredUntil < today ? 'fulfil' : undefined;
}

const actsAfter = (summary: CaseSummary, item: Item, route: Route): readonly CaseCommandType[] => [
  ...(summary.endedOn === null ? onward(summary, item, route) : afterwards(summary)),
  ...supervised(summary),
];

/** Whether somebody can bring a case on from where it is, by post and as another person than those before: to whom it can be given. */
export const carriesOn = (
  actor: Actor,
  person: string,
  found: Case,
  item: Item,
  status: CaseStatus,
): boolean =>
  ONWARD.some((command) => {
    const barred = (command === 'approve' || command === 'seal') && dutyRefusal(command, found, person);
    return !barred && standingFor(command, { found, item, actor, status, route: found.route }) === 'ok';
  });

/** What is left to do after the end: whether a promise is kept, whether what was told has been mended. */
function afterwards({ after }: CaseSummary): readonly CaseCommandType[] {
  if (after?.promise === undefined) return [];
  return [after.promise === 'revoke' ? 'revoke' : 'verifyPromise'];
}

/** What the supervising department has to do with it, whatever else waits. */
const supervised = ({ after }: CaseSummary): readonly CaseCommandType[] =>
  after?.handOff ? [after.handOff.claimed ? 'answerHandOff' : 'claimHandOff'] : [];

/** A revocation is sealed, and then handed over; everything else goes on as the table says. */
function onward({ after }: CaseSummary, item: Item, route: Route): readonly CaseCommandType[] {
  if (after?.sealed === undefined) return ONWARD;
  return [isSealedHere({ route }, item) && !after.sealed ? 'seal' : 'deliver'];
}
