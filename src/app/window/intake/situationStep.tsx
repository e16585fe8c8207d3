import { useSignal } from '@preact/signals';
import { failedChecks } from '../../../domain/checklist.ts';
import type { Answer } from '../../../domain/condition.ts';
import type { Check, Question } from '../../../domain/guide.ts';
import { basisInWords } from '../../../domain/inWords.ts';
import { Badge } from '../../parts/badge.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { numberProblem, parseNumber } from '../numbers.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { RenewalPart } from './renewalPart.tsx';
import { RosterSwitch } from './roster/rosterPart.tsx';
import { TakenNotice } from './taken.tsx';

/** On a phone one question at a time, at the counter all on one page; what the answers mean stands below. */
export function SituationStep({ intake }: { readonly intake: Intake }) {
  const questions = intake.questions.value;
  const at = Math.min(intake.asked.value, questions.length - 1);
  const shown = intake.oneByOne.value ? questions.slice(at, at + 1) : questions;
  return (
    <>
      <TakenNotice intake={intake} />
      <RosterSwitch intake={intake} />
      {intake.oneByOne.value && (
        <p class={styles.quiet} role="status">
          第 {at + 1} 题，共 {questions.length} 题
        </p>
      )}
      {shown.map((question) => (
        <QuestionField key={question.id} intake={intake} question={question} />
      ))}
      {(!intake.oneByOne.value || at === questions.length - 1) && <RenewalPart intake={intake} />}
      <Elsewhere intake={intake} />
      <FailedChecks intake={intake} />
    </>
  );
}

function QuestionField({ intake, question }: { readonly intake: Intake; readonly question: Question }) {
  const given = intake.content.value.answers[question.id];
  const pressed = intake.pressed.value.has('situation');
  const error = pressed && lacks(question, given) ? '请回答这一题' : undefined;
  const badge = question.confirmation === 'pending' ? <Badge kind="pending" /> : undefined;
  if (question.kind === 'choice')
    return (
      <Choice
        question={question.text}
        hint={question.help}
        error={error}
        badge={badge}
        inline={question.options.length === 2 && question.options.every((one) => one.label.length <= 6)}
        options={question.options.map((one) => ({
          value: String(one.value),
          label: one.label,
          help: one.help,
        }))}
        value={given === undefined ? undefined : String(given)}
        onChange={(value) =>
          intake.answer(question.id, question.options.find((one) => String(one.value) === value)?.value)
        }
      />
    );
  if (question.kind === 'number') return <NumberField intake={intake} question={question} error={error} />;
  return (
    <div class={styles.question}>
      <Field
        label={question.text}
        hint={question.help}
        error={error}
        type={question.kind === 'date' ? 'date' : 'text'}
        width={question.kind === 'date' ? 'short' : 'full'}
        optional={question.optional}
        maxLength={question.kind === 'text' ? question.maxLength : undefined}
        value={given === undefined ? '' : String(given)}
        onInput={(text) => intake.answer(question.id, text === '' ? undefined : text)}
      />
    </div>
  );
}

/** Keeps what was typed while it is not a number yet; the answer holds numbers only. */
function NumberField(props: {
  readonly intake: Intake;
  readonly question: Extract<Question, { kind: 'number' }>;
  readonly error: string | undefined;
}) {
  const { intake, question } = props;
  const given = intake.content.value.answers[question.id];
  const typed = useSignal(given === undefined ? '' : String(given));
  const left = useSignal(false);
  const wrong = left.value || props.error ? numberProblem(question, typed.value) : undefined;
  return (
    <Field
      label={question.text}
      hint={question.help}
      type="number"
      width="short"
      unit={question.unit}
      value={typed.value}
      error={wrong ?? props.error}
      onBlur={() => {
        left.value = true;
      }}
      onInput={(text) => {
        typed.value = text;
        intake.answer(question.id, numberProblem(question, text) ? undefined : parseNumber(text));
      }}
    />
  );
}

function lacks(question: Question, given: Answer | undefined): boolean {
  if (given !== undefined && given !== '') return false;
  return !('optional' in question && question.optional);
}

/** The answers say that this is another matter: where to go, and the slip that says so. */
function Elsewhere({ intake }: { readonly intake: Intake }) {
  const other = intake.elsewhere.value;
  if (!other) return null;
  return (
    <Notice
      kind="warn"
      announce
      heading={`这不是本事项：${other.why}`}
      todo={`请来人到：${other.goTo}。点上面的“首问单”，去处已经填好。`}
    />
  );
}

/** Declared checks that the answers break, with their article, before the papers are taken. */
export function FailedChecks({ intake }: { readonly intake: Intake }) {
  const guide = intake.complete.value;
  if (!guide) return null;
  const { failed } = failedChecks(guide, intake.content.value.answers);
  return (
    <div role="status" class={styles.checks}>
      {failed.map((check) => (
        <CheckNotice key={check.id} check={check} />
      ))}
    </div>
  );
}

function CheckNotice({ check }: { readonly check: Check }) {
  const blocks = check.severity === 'block';
  return (
    <Notice
      kind={blocks ? 'problem' : 'warn'}
      announce={false}
      heading={check.message}
      todo={
        blocks
          ? '按现在的情况不能受理。请核对是否填错；确实如此的，可以收件，再告知或者不予受理。'
          : undefined
      }
    >
      <p>
        依据：{basisInWords(check.basis)} {check.confirmation === 'pending' && <Badge kind="pending" />}
      </p>
    </Notice>
  );
}
