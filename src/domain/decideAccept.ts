import type { Case, CaseEvent } from './case.ts';
import { checklistOf, failedChecks, tally } from './checklist.ts';
import type { CasePayloads } from './commands.ts';
import { isInForce, knewInForce } from './decideReceive.ts';
import type { CompleteGuide } from './guide.ts';
import { isDeemedAccepted } from './intakeRules.ts';
import { type Item, itemStatusOn } from './item.ts';
import { type Deadlines, deadlinesOf } from './limits.ts';
import { type Facts, ok, type Refusal, type Result } from './result.ts';
import { flagged, type Scene } from './scene.ts';

/** The guide that a case was received with: old cases live on under their version. */
export function guideOf(found: Case, scene: Pick<Scene, 'now' | 'seen'>): CompleteGuide | undefined {
  const guide =
    scene.now.guide(found.guide, found.guideVersion) ?? scene.seen.guide(found.guide, found.guideVersion);
  return guide?.state === 'complete' ? guide : undefined;
}

/**
 * Acceptance (受理): every line asked is in, promised or deferred with a date, every declared check holds,
 * and the item is in force. An item suspended without the device knowing is recorded and flagged.
 */
export function decideAccept(
  found: Case,
  item: Item,
  payload: CasePayloads['accept'],
  scene: Scene,
): Result<CaseEvent[]> {
  const guide = guideOf(found, scene);
  if (!guide) return { ok: false, refusal: { code: 'guide.unknown', facts: { guide: found.guide } } };
  const deemed = isDeemedAccepted(found, item.intakeRule, scene.today, scene.now.calendar);
  const obstacles = obstaclesTo(guide, found, item, scene);
  const [first] = obstacles;
  if (first && !deemed) return { ok: false, refusal: first };
  // Silence has accepted the case already, from the day of receipt: the notice only says so, and what stood
  // against it is looked at.
  const on = deemed ? found.papersOn : scene.today;
  const deadlines = deadlinesOf(guide, found.answers, on, scene.now.calendar, found.renews);
  const events: CaseEvent[] = [{ type: 'accepted', data: { on, deadlines } }];
  for (const { code, facts } of obstacles) events.push(flagged(code, facts, scene));
  if (!isInForce(item, scene.today) && knewInForce(item.id, scene))
    events.push(flagged('item.notInForce', notInForce(item, scene), scene));
  if (!sameDates(deadlines, payload.deadlines))
    events.push(flagged('deadline.differs', datesOf(payload.deadlines), scene));
  return ok(events);
}

/** Everything that stands against acceptance, the first reason first. */
function obstaclesTo(guide: CompleteGuide, found: Case, item: Item, scene: Scene): Refusal[] {
  const obstacles: Refusal[] = [];
  if (!isInForce(item, scene.today) && !knewInForce(item.id, scene))
    obstacles.push({ code: 'item.notInForce', facts: notInForce(item, scene) });
  const papers = completeness(guide, found);
  if (papers) obstacles.push(papers);
  for (const { id, message, basis, severity } of failedChecks(guide, found.answers).failed)
    if (severity === 'block')
      obstacles.push({ code: 'check.failed', facts: { check: id, message, basis: basis.law } });
  return obstacles;
}

function notInForce(item: Item, scene: Scene): Facts {
  return { item: item.id, since: itemStatusOn(item, scene.today).from };
}

/** Why the papers of a case do not yet allow acceptance: missing lines, or lines that nobody looked at. */
export function completeness(
  guide: CompleteGuide,
  found: Pick<Case, 'answers' | 'marks'>,
): Refusal | undefined {
  const groups = tally(checklistOf(guide, found.answers), found.marks);
  const lacking = [...groups.missing, ...groups.open];
  if (lacking.length === 0) return undefined;
  return { code: 'papers.incomplete', facts: { materials: lacking.map((line) => line.material.name) } };
}

function sameDates(ours: Deadlines, theirs: Deadlines): boolean {
  return ours.statutory?.date === theirs.statutory?.date && ours.promised?.date === theirs.promised?.date;
}

function datesOf(deadlines: Deadlines): Record<string, string> {
  return { statutory: deadlines.statutory?.date ?? '', promised: deadlines.promised?.date ?? '' };
}
