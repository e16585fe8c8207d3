import type { Case } from './case.ts';
import { standingOf } from './checklist.ts';
import { clockOf } from './clock.ts';
import { openFlags } from './flags.ts';
import type { CompleteGuide } from './guide.ts';
import { endedOn, isFinished, outcomeOf } from './handling.ts';
import { statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import { isComplete, type Rules } from './rules.ts';
import { type Line, lineOf } from './stages.ts';
import type { LegalDate } from './time.ts';

/** What a citizen may see of a case: no names, no numbers of persons, no content of papers. */
export interface ProgressView {
  readonly number: string;
  readonly item: string;
  readonly hall: string;
  readonly status: Case['status'];
  /** In place of the status' own word, where that would say something else than what has become of it. */
  readonly word?: string;
  /** The status in words, and what comes next. */
  readonly says: string;
  readonly receivedOn: LegalDate;
  readonly acceptedOn?: LegalDate;
  readonly due?: {
    readonly date: LegalDate;
    readonly provisional: boolean;
    readonly kind: 'promised' | 'statutory';
  };
  /** What still has to be brought, by name of paper, and until when. */
  readonly bring: readonly { readonly name: string; readonly what: string; readonly until?: LegalDate }[];
  readonly flagged: boolean;
  /** The way it takes, and how far it has come; -1 where it ended on the way. */
  readonly line: Line;
}

interface Said {
  readonly word?: string;
  readonly says: string;
}

const SAYS: Readonly<Record<Case['status'], string>> = {
  received: '大厅已经收下材料，正在核对。核对后会受理，或者一次性告诉您还缺什么。',
  correcting: '材料还缺，已经一次性告知。请按下面的清单补来，不会再加别的。',
  accepted: '已经受理，正在办理。请留意下面的办结日期。',
  returned: '材料不齐，已经当场退回并一次性告知。备齐后随时可以再来，大厅会重新收件。',
  declined: '没有受理，理由和可以去的地方写在给您的文书上。不服的，可以依法申请行政复议或者提起行政诉讼。',
  closed: '这一件已经终止。需要时可以重新申请。',
  withdrawn: '已经按您的申请撤回。需要时可以重新申请。',
  opined: '镇里已经审核，正在由负责人审定、盖章。',
  decided: '已经有了结果，正在由负责人审定、盖章。',
  approved: '负责人已经审定，正在盖章。',
  sealed: '已经盖章，接着办下一步。',
  atDepartment: '材料已经到区里部门，正在办理。',
  returnedByDepartment: '区里部门因为形式问题退回镇里，镇里改好再报，不用您再来。',
  issued: '已经办好，可以来大厅领取，或者等大厅送达。',
  refused: '没有准予，理由写在文书上。大厅会送达给您；不服的，可以依法申请行政复议或者提起行政诉讼。',
  delivered: '已经送达，这一件办结了。',
  answered: '已经答复。',
  escalated: '镇里拿不准，已经转请区里部门答复。',
  revoked: '原来的决定已经撤销，理由写在撤销决定书上。不服的，可以依法申请行政复议或者提起行政诉讼。',
};

const DEEMED = '大厅没有在法定时间内告知，依法视为已经受理，从收到材料那天算起。';

/** A draft is told to nobody before the leader has looked at it: it may still be given back. */
const SETTLED: readonly Case['status'][] = ['approved', 'sealed', 'atDepartment', 'refused', 'delivered'];
const REMEDY = '理由写在文书上；不服的，可以依法申请行政复议或者提起行政诉讼。';

/** Of what was not granted, in plain words: nobody reads off a line that it was. */
function refusalIn(found: Case, status: Case['status'], item: Item | undefined): Said | undefined {
  const finished = item !== undefined && isFinished(status, item, found.route);
  if (outcomeOf(found) !== 'refused' || !(finished || SETTLED.includes(status))) return undefined;
  if (found.route === 'review' && found.issue === undefined) {
    const next = status === 'atDepartment' ? '材料已经到区里部门，等部门决定。' : '盖章后报区里部门决定。';
    return { word: '镇里没有同意', says: `镇里审核后没有同意。${next}` };
  }
  const word = item?.kind === 'permit' ? '不予许可' : '不予办理';
  if (status === 'delivered') return { word, says: `没有批准（${word}），文书已经送达。${REMEDY}` };
  const next = finished ? '大厅会把文书送达给您。' : '文书盖章后送达给您。';
  return { word, says: `没有批准（${word}）。${next}${REMEDY}` };
}

/** Why it was closed; an answered question was not ended, but done. */
const CLOSED: Readonly<Record<string, Said>> = {
  correctionLapsed: { says: '超过告知的期限没有补齐，这一件已经终止。需要时可以重新申请。' },
  deferralLapsed: { says: '容缺承诺的材料到期没有补齐，这一件已经终止。需要时可以重新申请。' },
  answered: { word: '已答复', says: '已经答复，这次咨询办结了。还有不明白的，可以再来问。' },
};

function saidOf(found: Case, status: Case['status'], item: Item | undefined): Said {
  const closed = status === 'closed' ? CLOSED[found.ending?.ground ?? ''] : undefined;
  return closed ?? refusalIn(found, status, item) ?? { says: SAYS[status] };
}

/** Projects a case for the progress page. Deemed acceptance counts: silence is not held against the citizen. */
export function progressOf(found: Case, rules: Rules, today: LegalDate): ProgressView {
  const item = rules.item(found.item);
  const status = item ? statusOn(found, item.intakeRule, today, rules.calendar) : found.status;
  const deemed = status === 'accepted' && found.status === 'received';
  const acceptedOn = deemed ? found.papersOn : found.acceptedOn;
  const guide = rules.guide(found.guide, found.guideVersion);
  const finished = item !== undefined && isFinished(status, item, found.route);
  const due = isComplete(guide) && !finished ? dueIn(found, guide, rules) : undefined;
  return {
    number: found.number,
    item: item?.name ?? '',
    hall: rules.office(found.hall)?.name ?? '',
    status,
    ...(deemed ? { says: DEEMED } : saidOf(found, status, item)),
    receivedOn: found.receivedOn,
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    ...(due === undefined ? {} : { due }),
    bring: bringOf(found, rules),
    flagged: openFlags(found).length > 0,
    line: item ? lineOf(found, status, item) : { stages: [], at: -1 },
  };
}

/** While it is being handled; a clock that stands still names no day. */
function dueIn(found: Case, guide: CompleteGuide, { calendar }: Rules): ProgressView['due'] {
  if (found.acceptedOn === undefined || endedOn(found) !== undefined) return undefined;
  const { promised, statutory, suspendedSince } = clockOf(found, guide, calendar);
  if (suspendedSince !== null) return undefined;
  if (promised) return { ...promised, kind: 'promised' };
  return statutory ? { ...statutory, kind: 'statutory' } : undefined;
}

function bringOf(found: Case, rules: Rules): ProgressView['bring'] {
  const told = found.corrections.at(-1);
  if (found.status === 'correcting' && told)
    return told.lines.map((line) => ({ name: line.name, what: line.what, until: told.due }));
  if (found.status !== 'accepted') return [];
  const guide = rules.guide(found.guide, found.guideVersion);
  const materials = isComplete(guide) ? guide.materials : [];
  return Object.entries(found.marks).flatMap(([id, mark]) => {
    if (standingOf(mark) !== 'deferred' || mark.kind !== 'deferred') return [];
    const name = materials.find((material) => material.id === id)?.name ?? id;
    return [{ name, what: '容缺受理时承诺后补', until: mark.due }];
  });
}
