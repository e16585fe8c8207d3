import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { guideOf } from './decideAccept.ts';
import { checkTold } from './decidePapers.ts';
import { isInForce, mustHaveKnownInForce } from './decideReceive.ts';
import { depositInTime } from './deposit.ts';
import { groundsOf } from './grounds.ts';
import { defaultedMaterials, INTAKE_RULES, statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import { flagged, type Scene } from './scene.ts';

/** Registration: incomplete papers go back at once, everything told (市场主体登记管理条例实施细则第十八条第三款). */
export function decideReturn(
  found: Case,
  item: Item,
  payload: CasePayloads['returnPapers'],
  scene: Scene,
): Result<CaseEvent[]> {
  if (!INTAKE_RULES[item.intakeRule].whenIncomplete.includes('returnPapers'))
    return refuse('intake.notByThisRule', { command: 'returnPapers', rule: item.intakeRule });
  const guide = guideOf(found, scene);
  if (!guide) return refuse('guide.unknown', { guide: found.guide });
  const refusal = checkTold(payload.lines, guide, found);
  if (refusal) return { ok: false, refusal };
  return ok([
    { type: 'papersReturned', data: { on: scene.today, lines: payload.lines, text: payload.text } },
  ]);
}

/** Not accepted (不予受理): a ground from the closed list, with what that ground asks for. */
export function decideDecline(
  found: Case,
  item: Item,
  payload: CasePayloads['decline'],
  scene: Scene,
): Result<CaseEvent[]> {
  const ground = groundsOf(item.intakeRule).find((one) => one.code === payload.ground);
  if (!ground) return refuse('decline.groundUnknown', { ground: payload.ground });
  // Resumed without the device knowing: what was handed over on paper stands, and is looked at.
  const resumed = ground.onlyNotInForce === true && isInForce(item, scene.today);
  if (resumed && mustHaveKnownInForce(item.id, scene))
    return refuse('decline.itemInForce', { item: item.id });
  if (ground.needsReferral && (payload.referTo ?? '').trim() === '') return refuse('decline.referralMissing');
  if (ground.needsLines) {
    const refusal = needAllTold(found, payload, scene);
    if (refusal) return { ok: false, refusal };
  }
  const referTo = (payload.referTo ?? '').trim();
  // The paper must say where to apply instead, in a sentence of its own (行政许可法第三十二条).
  const text = referTo === '' ? payload.text : `${asSentence(payload.text)}请到${referTo}办理。`;
  const events: CaseEvent[] = [
    { type: 'declined', data: { on: scene.today, ground: payload.ground, text, lines: payload.lines } },
  ];
  if (resumed) events.push(flagged('decline.itemInForce', { item: item.id }, scene));
  return ok(events);
}

function needAllTold(found: Case, payload: CasePayloads['decline'], scene: Scene): Refusal | undefined {
  const guide = guideOf(found, scene);
  if (!guide) return { code: 'guide.unknown', facts: { guide: found.guide } };
  return checkTold(payload.lines, guide, found);
}

/** Ended by the hall, only after the time that was told has passed. */
export function decideClose(
  found: Case,
  item: Item,
  payload: CasePayloads['close'],
  scene: Scene,
): Result<CaseEvent[]> {
  const status = statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
  const end = (): Result<CaseEvent[]> =>
    ok([{ type: 'closed', data: { on: scene.today, ground: payload.ground, text: payload.text } }]);
  if (payload.ground === 'correctionLapsed' && status === 'correcting') {
    const due = found.corrections.at(-1)?.due ?? scene.today;
    const there = depositInTime(found);
    if (there) return refuse('close.deposited', { number: there.number, on: there.on });
    return due < scene.today ? end() : refuse('close.tooEarly', { due });
  }
  if (payload.ground === 'deferralLapsed' && status === 'accepted') {
    return defaultedMaterials(found, scene.today, status).length > 0 ? end() : refuse('close.nothingLapsed');
  }
  // A question that was answered is closed when the person has heard the answer (item 8).
  if (payload.ground === 'answered' && status === 'answered') return end();
  return refuse('close.groundUnknown', { ground: payload.ground, status });
}

/** At the applicant's request, at any hall, before the decision. */
export function decideWithdraw(payload: CasePayloads['withdraw'], scene: Scene): Result<CaseEvent[]> {
  return ok([{ type: 'withdrawn', data: { on: scene.today, text: payload.text } }]);
}

function asSentence(text: string): string {
  const said = text.trim();
  return said === '' || /[。！？]$/.test(said) ? said : `${said}。`;
}
