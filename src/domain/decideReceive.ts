import type { CaseEvent } from './case.ts';
import { numberPrefixOf, parsePrintedCaseNumber } from './caseNumber.ts';
import { checkFiles } from './checkFiles.ts';
import { checklistOf, checkMark, elsewhere, relevantAnswers, unansweredQuestions } from './checklist.ts';
import type { CasePayloads } from './commands.ts';
import type { CompleteGuide } from './guide.ts';
import { type Item, isDelegatedTo, itemStatusOn } from './item.ts';
import { checkParties } from './parties.ts';
import { checkRenewal, renewalAsked } from './renewal.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import { handlingTownOf, routeAt } from './routing.ts';
import { flagged, type Scene } from './scene.ts';
import { checkSigning } from './signing.ts';
import { checkSticker } from './sticker.ts';
import { type LegalDate, legalDateOf } from './time.ts';

type Payload = CasePayloads['receive'];

/** A code on the receipt is six Crockford characters. */
export const PROGRESS_CODE = /^[0-9A-HJKMNP-TV-Z]{6}$/;

/**
 * Papers are taken. Nobody is turned away: missing papers, failed checks or a suspended item do not stop a receipt,
 * they decide what may follow it (notice, part one, point three).
 */
export function decideReceive(payload: Payload, scene: Scene): Result<CaseEvent[]> {
  const item = scene.now.item(payload.item);
  if (!item) return refuse('item.unknown', { item: payload.item });
  const guide =
    scene.now.guide(payload.guide, payload.guideVersion) ??
    scene.seen.guide(payload.guide, payload.guideVersion);
  if (!guide || guide.item !== item.id) return refuse('guide.unknown', { guide: payload.guide });
  if (guide.state !== 'complete') return refuse('guide.preparing', { guide: payload.guide });
  const refusal =
    checkNumber(payload, scene) ??
    checkRoute(payload, item, scene) ??
    checkContent(payload, guide, scene) ??
    (payload.renews && checkRenewal(payload.renews, item, dayOfReceipt(payload.number, scene)));
  if (refusal) return { ok: false, refusal };
  const events: CaseEvent[] = [{ type: 'received', data: dataOf(payload, item, guide, scene) }];
  const newest = scene.now.guide(payload.guide);
  if (newest && newest.version > payload.guideVersion)
    events.push(
      flagged(
        'guide.changed',
        { guide: guide.id, used: payload.guideVersion, current: newest.version },
        scene,
      ),
    );
  if (!isInForce(item, scene.today) && knewInForce(item.id, scene))
    events.push(
      flagged('item.notInForce', { item: item.id, since: itemStatusOn(item, scene.today).from }, scene),
    );
  if (isDayInDoubt(payload.number, scene))
    events.push(
      flagged(
        'time.unsettled',
        { claimed: parsePrintedCaseNumber(payload.number)?.date ?? '', counted: scene.today },
        scene,
      ),
    );
  return ok(events);
}

function dataOf(payload: Payload, item: Item, guide: CompleteGuide, scene: Scene) {
  const { catalogue: _, renews, ...rest } = payload;
  const on = dayOfReceipt(payload.number, scene);
  return {
    ...rest,
    ...(renews ? { renews: renewalAsked(renews, item, on) } : {}),
    answers: relevantAnswers(guide, payload.answers),
    hall: scene.office,
    on,
  };
}

/**
 * What was handed over on paper stands: a mended receipt keeps the day that its number carries, as far as the receipt
 * that was refused bears it out. Anybody can print a number, so an earlier day is nobody's to choose.
 */
function dayOfReceipt(number: string, scene: Scene): LegalDate {
  const printed = parsePrintedCaseNumber(number)?.date;
  const from = scene.replaces?.receivedNotBefore ?? scene.today;
  return printed !== undefined && from <= printed && printed <= scene.today ? printed : scene.today;
}

/** A mended receipt that says another day than the one it is given. */
function isDayInDoubt(number: string, scene: Scene): boolean {
  return scene.replaces !== null && parsePrintedCaseNumber(number)?.date !== dayOfReceipt(number, scene);
}

function checkNumber(payload: Payload, scene: Scene): Refusal | undefined {
  const parts = parsePrintedCaseNumber(payload.number);
  if (!parts) return { code: 'case.numberInvalid', facts: { number: payload.number } };
  if (parts.town !== numberPrefixOf(scene.office) && !scene.replaces)
    return { code: 'case.numberOfOtherTown', facts: { number: payload.number, office: scene.office } };
  if (!PROGRESS_CODE.test(payload.code)) return { code: 'case.codeInvalid', facts: {} };
  return checkSticker(payload, scene.office, scene.replaces !== null);
}

function checkRoute(payload: Payload, item: Item, scene: Scene): Refusal | undefined {
  const expected = routeAt(item, scene.actor.office);
  if (payload.route !== expected)
    return { code: 'case.routeWrong', facts: { expected, given: payload.route } };
  if (scene.actor.office.kind === 'town' && !isDelegatedTo(item, scene.office, scene.today))
    return { code: 'power.notDelegated', facts: { item: item.id, office: scene.office, on: scene.today } };
  const town = handlingTownOf(item, payload.answers, scene.actor.office);
  if (payload.handlingTown !== town)
    return {
      code: 'case.handlingTownWrong',
      facts: { expected: town ?? '', given: payload.handlingTown ?? '' },
    };
  if (town !== null && scene.now.office(town)?.kind !== 'town')
    return { code: 'office.unknown', facts: { office: town } };
  return undefined;
}

function checkContent(payload: Payload, guide: CompleteGuide, scene: Scene): Refusal | undefined {
  const open = unansweredQuestions(guide, payload.answers);
  if (open.length > 0) return { code: 'answers.incomplete', facts: { questions: open } };
  const other = elsewhere(guide, payload.answers);
  if (other) return { code: 'answers.elsewhere', facts: { goTo: other.goTo, why: other.why } };
  const answers = relevantAnswers(guide, payload.answers);
  const [problem] = checkParties(guide, answers, payload.parties, scene.today);
  if (problem) return { code: problem.code, facts: { role: problem.role, detail: problem.detail ?? '' } };
  return (
    checkMarks(payload.marks, guide, payload.answers, scene) ??
    checkFiles(payload.files, undefined, guide, payload.answers) ??
    checkSigning(payload.signing, payload.parties)
  );
}

/** Every mark stands on a line that is asked, and may stand there. */
export function checkMarks(
  marks: Payload['marks'],
  guide: CompleteGuide,
  answers: Payload['answers'],
  scene: Scene,
): Refusal | undefined {
  const lines = checklistOf(guide, answers);
  for (const [id, mark] of Object.entries(marks)) {
    const line = lines.find((one) => one.material.id === id);
    if (!line) return { code: 'mark.unknownLine', facts: { material: id } };
    const problem = checkMark(line.material, mark, scene.today, scene.now.calendar);
    if (problem) return { code: problem, facts: { material: id, name: line.material.name } };
  }
  return undefined;
}

export function isInForce(item: Item, on: string): boolean {
  return itemStatusOn(item, on).state === 'in_force';
}

/**
 * Whether the catalogue that the device had still said that the item is in force on that day, or on the day that it took
 * for today: whoever stood at the counter could not know better than its clock.
 */
export function knewInForce(itemId: string, scene: Scene): boolean {
  return daysOf(scene).some((day) => seenInForce(itemId, scene, day));
}

/** Whether the device must have seen that the item is in force: by its own clock as well. */
export function mustHaveKnownInForce(itemId: string, scene: Scene): boolean {
  return daysOf(scene).every((day) => seenInForce(itemId, scene, day));
}

const daysOf = ({ today, claimed }: Scene): readonly LegalDate[] =>
  claimed === undefined ? [today] : [today, legalDateOf(claimed)];

function seenInForce(itemId: string, { seen }: Scene, day: LegalDate): boolean {
  const item = seen.item(itemId);
  return item !== undefined && isInForce(item, day);
}
