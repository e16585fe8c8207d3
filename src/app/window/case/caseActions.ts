import type { Case, CaseStatus, ToldLine } from '../../../domain/case.ts';
import {
  type ChecklistLine,
  checklistOf,
  fullMark,
  type Marks,
  standingOf,
  tally,
} from '../../../domain/checklist.ts';
import { completeness } from '../../../domain/decideAccept.ts';
import { depositInTime } from '../../../domain/deposit.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { defaultedMaterials, INTAKE_RULES } from '../../../domain/intakeRules.ts';
import type { Item } from '../../../domain/item.ts';
import type { Rules } from '../../../domain/rules.ts';
import { type Actor, standingFor } from '../../../domain/standing.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { IntakeCommandType } from '../../../domain/transitions.ts';
import { commandWords } from '../../parts/commandWords.ts';
import { dateInFull } from '../../parts/dates.ts';
import { inForce, isBlocked } from '../intake/outcomes.ts';
import { failedCheckLines, lackingLines, OTHER, toldLine } from '../intake/told.ts';

/** What can be done with a case on its page. */
export type CaseAct = Exclude<IntakeCommandType, 'receive' | 'setAside' | 'claim'>;

const ACTS: readonly CaseAct[] = [
  'accept',
  'supplement',
  'requireCorrection',
  'returnPapers',
  'decline',
  'fulfil',
  'close',
  'withdraw',
];

export interface CaseScene {
  readonly found: Case;
  /** The status that counts today: what was recorded, or `accepted` by silence. */
  readonly status: CaseStatus;
  readonly item: Item;
  readonly guide: CompleteGuide | undefined;
  readonly actor: Actor;
  readonly rules: Rules;
  readonly today: LegalDate;
}

/** The acts that table and rules allow now, the fitting one first. The first is the page's one primary action. */
export function actsAllowed(scene: CaseScene): readonly CaseAct[] {
  const { found, item, actor } = scene;
  return ACTS.filter((act) => {
    // The notice of an acceptance that silence has brought about may still be given (see decide.ts).
    const status = act === 'accept' ? found.status : scene.status;
    return standingFor(act, { found, item, actor, status, route: found.route }) === 'ok' && fits(act, scene);
  });
}

/** Silence has accepted the case: what is missing then no longer stands in the way of its notice. */
export function isSilentlyAccepted({ found, status }: CaseScene): boolean {
  return status !== found.status;
}

/** What the button of an act says: of an acceptance that silence has brought about only the notice is left to give. */
export function actName(act: CaseAct, scene: CaseScene | undefined): string {
  return act === 'accept' && scene && isSilentlyAccepted(scene) ? '打印受理通知书' : commandWords[act];
}

/** What the case page says of an acceptance by silence (行政许可法第三十二条); undefined when there is none. */
export function silenceSays(scene: CaseScene | undefined): string | undefined {
  if (!scene || !isSilentlyAccepted(scene)) return undefined;
  return `没有在法定时间内告知，依法自${dateInFull(scene.found.papersOn)}起即为受理`;
}

function fits(act: CaseAct, scene: CaseScene): boolean {
  const { found, item, guide, today } = scene;
  // Withdrawing and closing need no guide; everything about papers does.
  if (!guide && act !== 'withdraw' && act !== 'close') return false;
  const complete = guide !== undefined && completeness(guide, found) === undefined;
  const blocked = guide !== undefined && isBlocked({ guide, answers: found.answers });
  const tells = INTAKE_RULES[item.intakeRule].whenIncomplete;
  switch (act) {
    case 'accept':
      return isSilentlyAccepted(scene) || (complete && !blocked && inForce({ item, today }));
    case 'requireCorrection':
    case 'returnPapers':
      return tells.includes(act) && (!complete || blocked);
    case 'fulfil':
      return Object.values(found.marks).some((mark) => mark.kind === 'deferred');
    case 'close':
      return closeGround(scene) !== null;
    default:
      return true;
  }
}

/** The ground on which the hall may end it today; null while the time told has not passed. */
export function closeGround(scene: CaseScene): 'correctionLapsed' | 'deferralLapsed' | 'answered' | null {
  const { found, status, today } = scene;
  if (found.status === 'answered') return 'answered';
  // Handed over in time at another hall: then nothing has lapsed.
  if (found.status === 'correcting' && depositInTime(found)) return null;
  if (found.status === 'correcting')
    return (found.corrections.at(-1)?.due ?? today) < today ? 'correctionLapsed' : null;
  return defaultedMaterials(found, today, status).length > 0 ? 'deferralLapsed' : null;
}

/**
 * The lines that a supplement is ticked on: what the last notice told, and whatever still lacks. A notice that told
 * nothing of the checklist is answered by looking at all of it again.
 */
export function supplementLines(found: Case, guide: CompleteGuide): readonly ChecklistLine[] {
  const told = new Set(found.corrections.at(-1)?.lines.map((line) => line.material));
  const lacking = new Set(lackingLines(guide, found.answers, found.marks).map((line) => line.material.id));
  const asked = checklistOf(guide, found.answers).filter((line) => line.state === 'asked');
  const ticked = asked.filter(({ material }) => told.has(material.id) || lacking.has(material.id));
  return ticked.length > 0 && !(told.size === 1 && told.has(OTHER) && lacking.size === 0) ? ticked : asked;
}

/** The deferred lines (容缺) that may come in. */
export function deferredLines(found: Case, guide: CompleteGuide): readonly ChecklistLine[] {
  return tally(checklistOf(guide, found.answers), found.marks).deferred;
}

/** Whether the case could be accepted with these papers: then one press supplements and accepts. */
export function acceptableWith(marks: Marks, { found, guide, item, actor, today }: CaseScene): boolean {
  // A hall that has only claimed it for the supplement accepts nothing.
  const stand = { found, item, actor, status: 'received', route: found.route } as const;
  if (standingFor('accept', stand) !== 'ok') return false;
  if (!guide || !inForce({ item, today }) || isBlocked({ guide, answers: found.answers })) return false;
  return completeness(guide, { answers: found.answers, marks: { ...found.marks, ...marks } }) === undefined;
}

/** The marks of a supplement with the lines of a deposit ticked or unticked; what else is marked stays. */
export function marksOfDeposit(
  scene: CaseScene | undefined,
  lines: readonly ToldLine[],
  marks: Marks,
  taken: boolean,
): Marks {
  if (!scene?.guide) return marks;
  const told = new Set(lines.map((line) => line.material));
  const kept = Object.entries(marks).filter(([material]) => !told.has(material));
  const asked = supplementLines(scene.found, scene.guide).filter(({ material }) => told.has(material.id));
  const ticked = taken ? asked.map(({ material }) => [material.id, fullMark(material.form)] as const) : [];
  return Object.fromEntries([...kept, ...ticked]);
}

/** Marks that say that something came: a line marked missing says nothing new. */
export function brought(marks: Marks): Marks {
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => standingOf(mark) !== 'missing'));
}

/** Papers that the checklist still asks for. */
export const lackingOf = ({ guide, found }: CaseScene): readonly ChecklistLine[] =>
  guide ? lackingLines(guide, found.answers, found.marks) : [];

/** What a correction notice would tell now, in the words of the last one. */
export function toldNow(scene: CaseScene): ToldLine[] {
  const { guide, found } = scene;
  if (!guide) return [];
  const before = found.corrections.at(-1)?.lines ?? [];
  const again = (id: string) => before.find((line) => line.material === id)?.what;
  return [
    ...lackingOf(scene).map((line) => toldLine(line, again(line.material.id))),
    ...failedCheckLines(guide, found.answers),
  ];
}

/** Whether the case has to be typed into a system of record as well; once it is over, nothing is any more. */
export const isCopied = ({ found, guide, item }: CaseScene): boolean =>
  guide !== undefined && found.ending === undefined && item.target.fields.length > 0;

/** Whether whoever works here may write down what that system gave back. */
export function mayWriteNumber(scene: CaseScene): boolean {
  const { found, item, actor, status } = scene;
  return (
    isCopied(scene) && standingFor('copied', { found, item, actor, status, route: found.route }) === 'ok'
  );
}
