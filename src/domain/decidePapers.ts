import { addWorkingDays } from './calendar.ts';
import type { Case, CaseEvent, ToldLine } from './case.ts';
import { checkFiles } from './checkFiles.ts';
import { checklistOf, type Marks, standingOf, tally } from './checklist.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import { checkMarks } from './decideReceive.ts';
import { openDeposits, supplementDay } from './deposit.ts';
import type { CompleteGuide } from './guide.ts';
import { defaultedMaterials, INTAKE_RULES, statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

/** Time that a person is given to bring what a notice lists, at least: told dates may not lie before tomorrow. */
const MAX_CORRECTION_WORKING_DAYS = 60;

/**
 * The one-time notice of everything missing (Administrative Licensing Law art. 32 (1) (4)).
 * A second notice may repeat earlier lines; a new line needs a supervisor and counts against the hall.
 */
export function decideCorrection(
  found: Case,
  item: Item,
  payload: CasePayloads['requireCorrection'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (!INTAKE_RULES[item.intakeRule].whenIncomplete.includes('requireCorrection'))
    return refuse('intake.notByThisRule', { command: 'requireCorrection', rule: item.intakeRule });
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const refusal = checkTold(payload.lines, guide, found) ?? checkDue(payload.due, scene);
  if (refusal) return { ok: false, refusal };
  const told = new Set(found.corrections.flatMap((one) => one.lines.map(sameLine)));
  const fresh =
    found.corrections.length === 0 ? [] : payload.lines.filter((line) => !told.has(sameLine(line)));
  if (fresh.length > 0 && !scene.actor.roles.includes('supervisor'))
    return refuse('correction.newLine', { materials: fresh.map((line) => line.name) });
  // The supervisor steps in for a new line only; everything else is told by the hall that has the papers.
  if (fresh.length === 0 && !(scene.actor.roles.includes('clerk') && scene.office === found.hall))
    return refuse('power.office', { command: 'requireCorrection', office: scene.office, hall: found.hall });
  return ok([
    {
      type: 'correctionRequired',
      data: { on: scene.today, due: payload.due, lines: payload.lines, countsAgainstHall: fresh.length > 0 },
    },
  ]);
}

/** What makes a line a repetition: its material, or for anything else the words themselves. */
const sameLine = (line: ToldLine): string =>
  line.material === 'other' ? `other ${line.what.trim()}` : line.material;

/** Everything that is missing is told, at once, and nothing that the list does not ask: a notice that leaves out a missing line is refused. */
export function checkTold(
  lines: readonly ToldLine[],
  guide: CompleteGuide,
  found: Case,
): Refusal | undefined {
  if (lines.length === 0) return { code: 'told.empty', facts: {} };
  if (lines.some((line) => line.what.trim() === '')) return { code: 'told.whatMissing', facts: {} };
  const list = checklistOf(guide, found.answers);
  const beyond = lines.find(
    (line) => line.material !== 'other' && !list.some((one) => one.material.id === line.material),
  );
  if (beyond) return { code: 'mark.unknownLine', facts: { material: beyond.material } };
  const groups = tally(list, found.marks);
  const untold = [...groups.missing, ...groups.open].filter(
    (line) => !lines.some((one) => one.material === line.material.id),
  );
  if (untold.length === 0) return undefined;
  return { code: 'told.incomplete', facts: { materials: untold.map((line) => line.material.name) } };
}

function checkDue(due: string, scene: Scene): Refusal | undefined {
  const latest = addWorkingDays(scene.today, MAX_CORRECTION_WORKING_DAYS, scene.now.calendar).date;
  if (due > scene.today && due <= latest) return undefined;
  return { code: 'correction.dueOutOfRange', facts: { due, latest } };
}

/** What was missing comes in, some of it perhaps at another hall; the time for telling begins anew from that day. */
export function decideSupplement(
  found: Case,
  payload: CasePayloads['supplement'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const refusal =
    checkBrought(payload.marks, guide, found, scene) ??
    checkFiles(payload.files, found.files, guide, found.answers);
  if (refusal) return { ok: false, refusal };
  const { deposits = [] } = payload;
  const taken = openDeposits(found).filter((one) => deposits.includes(one.number));
  const unknown = deposits.filter((number) => !taken.some((one) => one.number === number));
  if (unknown.length > 0) return refuse('deposit.notHere', { numbers: unknown });
  const brought = Object.keys(payload.marks).filter((id) => standingOf(payload.marks[id]) !== 'missing');
  const on = supplementDay(taken, brought, scene.today);
  const named = deposits.length > 0 ? { deposits } : {};
  return ok([{ type: 'supplemented', data: { ...papersIn(payload, scene), on, ...named } }]);
}

function checkBrought(marks: Marks, guide: CompleteGuide, found: Case, scene: Scene): Refusal | undefined {
  const brought = Object.values(marks).filter((mark) => standingOf(mark) !== 'missing');
  // What was told beside the list (a paper to be mended, a rule to be met) has no line to mark.
  const onTheList = found.corrections.at(-1)?.lines.some((line) => line.material !== 'other') ?? true;
  if (brought.length === 0 && onTheList) return { code: 'supplement.empty', facts: {} };
  return checkMarks(marks, guide, found.answers, scene);
}

function papersIn({ marks, files }: CasePayloads['supplement'], scene: Scene) {
  return { on: scene.today, marks, ...(files ? { files } : {}) };
}

/** A deferred paper (容缺) comes in. Late is still possible until the case is decided; the default is computed. */
export function decideFulfil(
  found: Case,
  item: Item,
  payload: CasePayloads['fulfil'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const ids = Object.keys(payload.marks);
  const wrong = ids.filter((id) => found.marks[id]?.kind !== 'deferred');
  if (ids.length === 0 || wrong.length > 0) return refuse('fulfil.notDeferred', { materials: wrong });
  const notIn = ids.filter((id) => standingOf(payload.marks[id]) !== 'in');
  if (notIn.length > 0) return refuse('fulfil.notIn', { materials: notIn });
  const refusal =
    checkMarks(payload.marks, guide, found.answers, scene) ??
    checkFiles(payload.files, found.files, guide, found.answers);
  if (refusal) return { ok: false, refusal };
  const status = statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
  const late = defaultedMaterials(found, scene.today, status).some((id) => ids.includes(id));
  const events: CaseEvent[] = [{ type: 'fulfilled', data: papersIn(payload, scene) }];
  if (late)
    events.push({ type: 'flagged', data: { code: 'fulfil.late', facts: { materials: ids }, at: scene.at } });
  return ok(events);
}
