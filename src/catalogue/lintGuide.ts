import { isReservedName } from '../domain/files.ts';
import type {
  ApplicationForm,
  CompleteGuide,
  Guide,
  Material,
  PartyRule,
  Statement,
} from '../domain/guide.ts';
import type { Item } from '../domain/item.ts';
import { isLegalDate } from '../domain/time.ts';
import { lintConditions } from './lintConditions.ts';
import { duplicates, isBlank, knows, type LintProblem, problem, unless } from './lintProblem.ts';
import { lintRoster } from './lintRoster.ts';
import { lintBaseline, lintLimits, lintSteps } from './lintTime.ts';

const MAX_COUNT = 100;
const MAX_LATE_WORKING_DAYS = 60;

export function lintGuide(guide: Guide, item: Item | undefined): LintProblem[] {
  const where = `guide ${guide.id}@${guide.version}`;
  const texts = [guide.title, guide.applicants, guide.fee.text, guide.result.text];
  return [
    ...unless(item?.guides.includes(guide.id) === true, 'guide.itemUnknown', where),
    ...unless(Number.isInteger(guide.version) && guide.version >= 1, 'guide.version', where),
    ...unless(isLegalDate(guide.effectiveFrom), 'date.invalid', where),
    ...unless(!texts.some(isBlank), 'text.empty', where),
    ...unless(guide.bases.length > 0 && guide.bases.every((one) => !isBlank(one.law)), 'text.empty', where),
    ...(guide.state === 'complete' && item ? lintComplete(guide, item, where) : []),
  ];
}

function lintComplete(guide: CompleteGuide, item: Item, where: string): LintProblem[] {
  return [
    ...lintIds(guide, where),
    ...lintStatements(guide, where),
    ...guide.questions.flatMap((question) => lintQuestion(question, `${where} question ${question.id}`)),
    ...lintConditions(guide, where),
    ...guide.materials.flatMap((material) => lintMaterial(material, `${where} material ${material.id}`)),
    ...lintChecks(guide, where),
    ...(guide.forms ?? []).flatMap((form) => lintForm(form, guide, `${where} form ${form.material}`)),
    ...guide.parties.flatMap((rule) => lintParty(rule, `${where} party ${rule.role}`)),
    ...unless(
      guide.parties.some((rule) => rule.min > 0),
      'party.rule',
      where,
    ),
    ...lintLimits(guide, item, where),
    ...lintSteps(guide, item, where),
    ...lintBaseline(guide, guide.baseline, where),
    ...lintRoster(guide, `${where} roster`),
  ];
}

/** Roles may repeat, since the same role can be a person in one situation and an organisation in another. */
function lintIds(guide: CompleteGuide, where: string): LintProblem[] {
  const lists = {
    question: guide.questions,
    material: guide.materials,
    check: guide.checks,
    step: guide.steps,
  };
  return Object.entries(lists).flatMap(([name, list]) =>
    duplicates(
      list.map((one) => one.id),
      'id.duplicate',
      `${where} ${name}`,
    ),
  );
}

function lintStatements(guide: CompleteGuide, where: string): LintProblem[] {
  const groups: readonly (readonly Statement[])[] = [
    guide.conditions,
    guide.boundaries,
    guide.refusals,
    guide.rights,
  ];
  const texts = [
    ...groups.flat().map((one) => one.text),
    ...guide.faq.flatMap((one) => [one.q, one.a]),
    ...guide.mistakes,
  ];
  return [
    ...unless(!texts.some(isBlank), 'text.empty', where),
    ...unless(guide.conditions.length > 0 && guide.rights.length > 0, 'text.empty', where),
  ];
}

function lintQuestion(question: CompleteGuide['questions'][number], where: string): LintProblem[] {
  const problems = unless(!isBlank(question.text) && !isBlank(question.id), 'text.empty', where);
  if (question.kind === 'number')
    return [...problems, ...unless(question.min < question.max, 'question.options', where)];
  if (question.kind === 'text')
    return [...problems, ...unless(question.maxLength > 0, 'number.insane', where)];
  if (question.kind === 'date') return problems;
  const { options } = question;
  return [
    ...problems,
    ...unless(options.length >= 2, 'question.options', where),
    ...duplicates(
      options.map((option) => String(option.value)),
      'question.options',
      where,
    ),
    ...options.flatMap((option) => [
      ...unless(!isBlank(option.label), 'text.empty', `${where} option ${option.value}`),
      ...unless(
        !option.elsewhere || (!isBlank(option.elsewhere.goTo) && !isBlank(option.elsewhere.why)),
        'question.elsewhere',
        `${where} option ${option.value}`,
      ),
    ]),
    // Someone must be able to go on.
    ...unless(
      options.some((option) => !option.elsewhere),
      'question.options',
      where,
    ),
  ];
}

/** No basis, no required paper (优化营商环境条例第四十四条). */
function lintMaterial(material: Material, where: string): LintProblem[] {
  const { form, deferrable } = material;
  const counts = [form.originals, form.copies];
  const sane = counts.every((count) => Number.isInteger(count) && count >= 0 && count <= MAX_COUNT);
  return [
    ...unless(!isBlank(material.basis.law), 'material.noBasis', where),
    ...unless(!isBlank(material.name) && !isBlank(material.why), 'text.empty', where),
    ...unless(sane, 'number.insane', where),
    ...unless(form.inspect || form.originals + form.copies > 0, 'material.form', where),
    ...unless(!isReservedName(material.id), 'material.reserved', where),
    ...unless(!(material.core && deferrable !== false), 'material.coreDeferrable', where),
    ...unless(
      deferrable === false ||
        (deferrable.workingDays >= 1 && deferrable.workingDays <= MAX_LATE_WORKING_DAYS),
      'number.insane',
      where,
    ),
  ];
}

function lintChecks(guide: CompleteGuide, where: string): LintProblem[] {
  return guide.checks.flatMap((check) => {
    const here = `${where} check ${check.id}`;
    return [
      ...unless(!isBlank(check.basis.law), 'check.noBasis', here),
      ...unless(!isBlank(check.message), 'text.empty', here),
      // What nobody has confirmed may warn; it may not keep an applicant out.
      ...unless(check.severity === 'warn' || check.confirmation === 'confirmed', 'check.unconfirmed', here),
    ];
  });
}

/** A form is a line of the checklist, and takes from the intake only what the guide asks there. */
function lintForm(form: ApplicationForm, guide: CompleteGuide, where: string): LintProblem[] {
  const texts = [form.title, form.declaration, ...form.fields.flatMap((one) => [one.label, one.sample])];
  return [
    ...unless(!texts.some(isBlank), 'text.empty', where),
    ...unless(
      guide.materials.some((one) => one.id === form.material) &&
        form.fields.every(({ from }) => !from || knows(guide, from)),
      'form.field',
      where,
    ),
  ];
}

function lintParty(rule: PartyRule, where: string): LintProblem[] {
  const sane = rule.min >= 0 && rule.max >= Math.max(1, rule.min) && rule.max <= MAX_COUNT;
  if (isBlank(rule.role) || isBlank(rule.label)) return [problem('text.empty', where)];
  return unless(sane && rule.kinds.length > 0, 'party.rule', where);
}
