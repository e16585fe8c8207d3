import type { Guide } from '../domain/guide.ts';
import type { Delegation, Item, ItemKind } from '../domain/item.ts';
import type { Office } from '../domain/office.ts';
import type { Catalogue } from '../domain/rules.ts';
import { isLegalDate } from '../domain/time.ts';
import { duplicates, isBlank, knows, type LintProblem, problem, unless } from './lintProblem.ts';

/** 370000, two digits of kind, two of department, three of serial number (GB/T 39046-2020, appendix A.1). */
const NOTICE_CODE = /^370000(0[1-9]|10|20)\d{2}\d{3}$/;

const KIND_DIGITS: Readonly<Record<ItemKind, string>> = {
  permit: '01',
  benefit: '05',
  confirmation: '07',
  service: '20',
};

export function lintItem(item: Item, catalogue: Catalogue): LintProblem[] {
  const where = `item ${item.id}`;
  const office = (id: string) => catalogue.offices.find((one) => one.id === id);
  return [
    ...unless(!isBlank(item.name) && !isBlank(item.shortName), 'text.empty', where),
    ...unless(Number.isInteger(item.seq) && item.seq >= 1, 'number.insane', where),
    ...unless(item.bases.length > 0 && item.bases.every((one) => !isBlank(one.law)), 'item.noBasis', where),
    ...unless(office(item.department)?.kind === 'department', 'item.departmentUnknown', where),
    ...lintCodes(item, where),
    ...lintStatus(item, where),
    ...lintDelegations(item.delegations, office, where),
    ...lintPower(item, where),
    ...lintGuidesOf(item, catalogue.guides, where),
    ...lintTarget(item, catalogue.guides, where),
  ];
}

function lintCodes(item: Item, where: string): LintProblem[] {
  const notice = item.codes.filter((code) => code.scheme === 'NOTICE_13').map((code) => code.value);
  if (notice.length === 0) return [problem('item.noticeCode', where)];
  return notice.flatMap((code) => {
    if (!NOTICE_CODE.test(code)) return [problem('item.noticeCode', `${where} code ${code}`)];
    return unless(code.slice(6, 8) === KIND_DIGITS[item.kind], 'item.codeKind', `${where} code ${code}`);
  });
}

/** Every state rests on something; an item that is not in force says where people should go. */
function lintStatus(item: Item, where: string): LintProblem[] {
  if (item.status.length === 0) return [problem('item.noStatus', where)];
  const closed = item.status.some((one) => one.state !== 'in_force');
  return [
    ...duplicates(
      item.status.map((one) => one.from),
      'id.duplicate',
      `${where} status`,
    ),
    ...item.status.flatMap((one) => [
      ...unless(isLegalDate(one.from), 'date.invalid', `${where} status ${one.from}`),
      ...unless(!isBlank(one.basis), 'text.empty', `${where} status ${one.from}`),
    ]),
    ...unless(!closed || !isBlank(item.referral ?? ''), 'item.noReferral', where),
  ];
}

function lintDelegations(
  delegations: readonly Delegation[],
  office: (id: string) => Office | undefined,
  where: string,
): LintProblem[] {
  const overlaps = (a: Delegation, b: Delegation): boolean =>
    a.office === b.office && (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
  return delegations.flatMap((one, at) => {
    const here = `${where} delegation ${one.office}`;
    const dates =
      isLegalDate(one.from) && (one.to === undefined || (isLegalDate(one.to) && one.to > one.from));
    const again = delegations.slice(at + 1).some((other) => overlaps(one, other));
    return [
      ...unless(office(one.office)?.kind === 'town' && !again, 'item.delegation', here),
      ...unless(dates, 'date.invalid', here),
    ];
  });
}

/** Power stays where the notice put it; instant items and consultation are free of the rules on seals. */
function lintPower(item: Item, where: string): LintProblem[] {
  const decider = item.route === 'direct' ? 'town' : 'department';
  const seal = item.needsSeal.delegated;
  const sealed =
    item.pace !== 'promised' || (item.route === 'direct' ? seal === 'approval' : seal !== 'none');
  return [
    ...unless(item.decider.delegated === decider, 'item.decider', where),
    ...unless(sealed, 'item.seal', where),
    ...unless(intakeRuleFits(item), 'item.intakeRule', where),
    ...unless(item.kind === 'permit' || item.renewal === undefined, 'item.renewal', where),
    ...unless((item.kind === 'permit') === (item.supervision !== undefined), 'item.supervision', where),
  ];
}

/** Deemed acceptance and decline come from the law of permits or of registers, never by analogy to a service. */
function intakeRuleFits({ kind, intakeRule }: Item): boolean {
  if (kind === 'permit') return intakeRule === 'permit' || intakeRule === 'registration';
  if (kind === 'confirmation') return intakeRule === 'onTheSpot' || intakeRule === 'service';
  return intakeRule === 'service';
}

function lintGuidesOf(item: Item, guides: readonly Guide[], where: string): LintProblem[] {
  const complete = guides.filter((one) => one.item === item.id && one.state === 'complete');
  const { subjectKey, handlingTown } = item;
  const unknown = item.guides.filter((id) => !guides.some((one) => one.id === id && one.item === item.id));
  return [
    ...unless(item.guides.length > 0, 'item.noGuide', where),
    ...duplicates(item.guides, 'id.duplicate', `${where} guide`),
    ...unknown.map((id) => problem('item.guideUnknown', `${where} guide ${id}`)),
    ...complete.flatMap((guide) => {
      if (guide.state !== 'complete') return [];
      const asks = (id: string) => guide.questions.some((question) => question.id === id && !question.when);
      const role = (id: string) => guide.parties.some((rule) => rule.role === id && rule.min > 0);
      const subject = subjectKey.of === 'party' ? role(subjectKey.role) : asks(subjectKey.question);
      const town = handlingTown.by === 'receivingHall' || asks(handlingTown.question);
      const here = `${where} guide ${guide.id}@${guide.version}`;
      return [...unless(subject, 'item.subject', here), ...unless(town, 'item.handlingTown', here)];
    }),
    // An answer that no guide can give names no town.
    ...unless(complete.length > 0 || handlingTown.by === 'receivingHall', 'item.handlingTown', where),
  ];
}

/** What is copied into the system of record comes from some guide of the item, once one of them is worked out. */
function lintTarget({ id, target }: Item, guides: readonly Guide[], where: string): LintProblem[] {
  const complete = guides.flatMap((one) => (one.item === id && one.state === 'complete' ? [one] : []));
  return target.fields.flatMap(({ label, from }) => {
    const known = !from || complete.length === 0 || complete.some((guide) => knows(guide, from));
    return unless(!isBlank(label) && known, 'item.target', `${where} target ${label}`);
  });
}
