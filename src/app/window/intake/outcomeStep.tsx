import { INTAKE_RULES, lastDayToTell } from '../../../domain/intakeRules.ts';
import type { Item } from '../../../domain/item.ts';
import { renewalAsked } from '../../../domain/renewal.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { TwoPanes } from '../../parts/page.tsx';
import { useBench } from '../desk.tsx';
import { PhotoTable, paperNameIn } from '../photos/paperPages.tsx';
import { TroubleNotice } from '../trouble.tsx';
import type { OutcomeKind } from './content.ts';
import { Deadlines } from './deadlines.tsx';
import { DeclineForm } from './declineForm.tsx';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { SavedPart } from './roster/rosterPart.tsx';
import { Signature } from './signature.tsx';
import { FailedChecks } from './situationStep.tsx';
import { StickerField } from './stickerLater.ts';
import { Summary } from './summary.tsx';
import { failedCheckLines, OTHER } from './told.ts';
import { CorrectionForm, ToldEditor } from './toldEditor.tsx';

/** What the one primary button says. */
export const outcomeButtons: Readonly<Record<OutcomeKind, string>> = {
  finish: '提交办结',
  accept: '提交受理',
  requireCorrection: '提交补正告知',
  returnPapers: '提交退回',
  decline: '提交不予受理',
  receive: '提交收件',
};

export function OutcomeStep({ intake }: { readonly intake: Intake }) {
  const item = intake.item.value;
  if (!item) return null;
  return (
    <TwoPanes
      left={
        <>
          <SavedPart intake={intake} />
          <TroubleNotice trouble={intake.trouble.value} />
          <Gaps intake={intake} />
          <FailedChecks intake={intake} />
          <OutcomeChoice intake={intake} item={item} />
          <OutcomeDetails intake={intake} />
          <Signature intake={intake} />
          {!intake.roster.isSitting.value && <StickerField intake={intake} />}
          {!intake.roster.isSitting.value && (
            <PhotoTable
              pages={intake.pages}
              item={intake.guide.value?.title ?? ''}
              nameOf={(paper) => paperNameIn(intake.lines.value, paper)}
            />
          )}
        </>
      }
      right={<Summary intake={intake} />}
    />
  );
}

/** What still has to be filled in, each with the way to it. */
function Gaps({ intake }: { readonly intake: Intake }) {
  const gaps = intake.gaps.value;
  if (gaps.length === 0) return null;
  const names = { item: '事项', situation: '情形', parties: '当事人', papers: '材料', outcome: '结果' };
  return (
    <Notice
      kind="warn"
      heading={gaps.map((gap) => gap.says).join('；')}
      todo="填好后才能提交。"
      actions={[...new Set(gaps.map((gap) => gap.step))].map((step) => (
        <Button key={step} onClick={() => intake.go(step)}>{`去填${names[step]}`}</Button>
      ))}
    />
  );
}

function OutcomeChoice({ intake, item }: { readonly intake: Intake; readonly item: Item }) {
  const { rules, today } = useBench();
  const offers = intake.offers.value;
  const last = lastDayToTell(item.intakeRule, today, rules.calendar);
  const help: Readonly<Record<OutcomeKind, string>> = {
    finish: '已经在业务系统里办好，结果当面交给来人：收件、受理、办结、送达一次登记。',
    accept: '材料齐全、符合规定，今天受理，期限从明天起算。',
    requireCorrection: '收下材料，书面写明还缺什么、补到什么样，只告知一次。',
    returnPapers: '当场退回，一次写明要补的全部内容；补齐再来，重新收件。',
    decline: '出书面决定，写明理由和救济途径。',
    receive: last
      ? `先出收件凭证。最迟 ${dateInFull(last)} 要告知或者受理，过了就依法视为已受理。`
      : '先出收件凭证，材料留下再看。',
  };
  const words: Readonly<Record<OutcomeKind, string>> = {
    finish: '当场办结',
    accept: '受理',
    requireCorrection: '一次性补正告知',
    returnPapers: '退回材料',
    decline: '不予受理',
    receive: '先收件',
  };
  return (
    <>
      <Choice
        question="这一件怎么办？"
        options={offers.map((kind) => ({ value: kind, label: words[kind], help: help[kind] }))}
        value={intake.outcome.value.kind}
        onChange={(kind) => intake.setOutcome({ kind })}
      />
      <p class={styles.quiet}>按{INTAKE_RULES[item.intakeRule].basis}</p>
    </>
  );
}

function OutcomeDetails({ intake }: { readonly intake: Intake }) {
  const { today, rules } = useBench();
  const values = intake.outcome.value;
  const guide = intake.complete.value;
  if (!guide) return null;
  const { item: id, renews } = intake.content.value;
  const item = id === null ? undefined : rules.item(id);
  const asked = renews && item && renewalAsked(renews, item, today);
  switch (values.kind) {
    case 'finish':
    case 'accept':
      return (
        <Deadlines
          guide={guide}
          answers={intake.content.value.answers}
          renews={asked}
          accepted={today}
          calendar={rules.calendar}
        />
      );
    case 'requireCorrection':
      return (
        <>
          <IntakeTold intake={intake} />
          <CorrectionForm
            due={values.due}
            today={today}
            calendar={rules.calendar}
            onDue={(due) => intake.setOutcome({ due })}
          />
        </>
      );
    case 'returnPapers':
      return <IntakeTold intake={intake} />;
    case 'decline':
      return (
        <>
          <DeclineForm
            grounds={intake.grounds.value}
            ground={values.ground}
            text={values.text}
            referTo={values.referTo}
            onChange={(patch) => intake.setOutcome(patch)}
          />
          {values.lines.length > 0 && <IntakeTold intake={intake} />}
        </>
      );
    case 'receive':
      return null;
  }
}

/** The told lines of the intake: the checklist's stay, the clerk's own can go. */
function IntakeTold({ intake }: { readonly intake: Intake }) {
  const { outcome, answers } = intake.content.value;
  const guide = intake.complete.value;
  const { lines } = intake.outcome.value;
  const fixed = lines.length - outcome.extra.length;
  const checks = guide ? failedCheckLines(guide, answers).length : 0;
  const setWhat = (at: number, what: string) => {
    const line = lines[at];
    if (!line) return;
    if (line.material === OTHER)
      intake.setOutcome({
        extra: outcome.extra.map((one, on) => (on === at - fixed ? { ...one, what } : one)),
      });
    else intake.setOutcome({ what: { ...outcome.what, [line.material]: what } });
  };
  return (
    <ToldEditor
      lines={lines}
      editable={(at) => at < fixed - checks || at >= fixed}
      removable={(at) => at >= fixed}
      onWhat={setWhat}
      onRemove={(at) => intake.setOutcome({ extra: outcome.extra.filter((_, on) => on !== at - fixed) })}
      onAdd={(line) => intake.setOutcome({ extra: [...outcome.extra, line] })}
    />
  );
}
