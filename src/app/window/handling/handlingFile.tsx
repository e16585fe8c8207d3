import { assigneeOf } from '../../../domain/assignment.ts';
import type { Case, CaseStatus } from '../../../domain/case.ts';
import { clockOf, dueOf, urgencyOf } from '../../../domain/clock.ts';
import { holderOf, isFinished } from '../../../domain/handling.ts';
import type { Item } from '../../../domain/item.ts';
import {
  FORM_REASONS,
  REFUSAL_REASONS,
  REVOCATION_REASONS,
  SEND_BACK_REASONS,
  SUSPENDING_PROCEDURES,
} from '../../../domain/reasons.ts';
import { lineOf } from '../../../domain/stages.ts';
import { Badge } from '../../parts/badge.tsx';
import { statusWords } from '../../parts/caseWords.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Steps } from '../../parts/steps.tsx';
import styles from '../case/case.module.css';
import type { CaseScene } from '../case/caseActions.ts';
import { useBench } from '../desk.tsx';
import { AfterFile, AfterLine } from './afterFile.tsx';
import { Entry, SignedOnScreen } from './entry.tsx';
import { paperInWords } from './paperWords.ts';
import { assignmentInWords, deliveryWords, outcomeWords, sealWords } from './words.ts';

/** The way that its route takes, read off the table, and how far it has come. */
export function Stages({ scene: { found, item } }: { readonly scene: CaseScene }) {
  const { stages, at } = lineOf(found, found.status, item);
  if (at < 1) return null;
  return <Steps current={at} steps={stages.map((stage) => statusWords[stage])} />;
}

interface TurnProps {
  readonly found: Case;
  readonly item: Item;
  readonly status: CaseStatus;
}

/** Whose turn it is: also where it is no office's, but the citizen's, or any hall's. */
function Turn({ found, item, status }: TurnProps) {
  const { rules } = useBench();
  if (status === 'correcting') return <>现在等当事人补正材料，交到任一大厅都行</>;
  if (status !== 'revoked' && isFinished(status, item, found.route))
    return <>已办结，等送达：任一大厅都能送达</>;
  const holder = holderOf(found, item, status);
  const assignee = assigneeOf(found);
  return (
    <>
      现在由<b>{rules.office(holder)?.shortName ?? holder}</b>
      {assignee && (
        <>
          的<b>{assignee.personName}</b>
        </>
      )}
      办理
    </>
  );
}

/** Where it is, who has it, where the paper is: one line on every case. */
export function WhereLine({ scene }: { readonly scene: CaseScene }) {
  const { rules } = useBench();
  const { found, status, item, guide, today } = scene;
  const paper = paperInWords(found, (id) => rules.office(id)?.shortName ?? id);
  // Nobody's turn any more, but the paper is still somewhere.
  if (found.ending || found.delivery)
    return (
      <>
        <p class={styles.where}>{paper}。</p>
        {found.delivery && <AfterLine found={found} />}
      </>
    );
  const clock = guide && clockOf(found, guide, rules.calendar);
  // Once it is finished only delivering is left: no day runs any more.
  const due = clock && !isFinished(status, item, found.route) ? dueOf(clock) : null;
  const urgency = due && urgencyOf(due.date, today, rules.calendar);
  return (
    <p class={styles.where}>
      <span>
        <Turn found={found} item={item} status={status} />；{paper}。
      </span>
      {clock?.suspendedSince && <Badge kind="waiting" word={`计时已中止（${clock.suspendedSince} 起）`} />}
      {due && !clock?.suspendedSince && (
        <Badge
          kind={
            urgency === 'overdue' || urgency === 'due'
              ? 'overdue'
              : urgency === 'near'
                ? 'waiting'
                : 'neutral'
          }
          word={dueInWords(due.date, urgency ?? 'calm', due.provisional)}
        />
      )}
    </p>
  );
}

export function dueInWords(
  date: string,
  urgency: ReturnType<typeof urgencyOf>,
  provisional: boolean,
): string {
  const said = { overdue: '已超期', due: '今天到期', near: '还剩 1 个工作日', calm: '' }[urgency];
  return `${dateInFull(date)}前办结${said ? `，${said}` : ''}${provisional ? '（日期待复核）' : ''}`;
}

/** What was judged so far, with who and when. */
export function HandlingFile({ found }: { readonly found: Case }) {
  const { opinion, decision, approval, sealing, issue, delivery, answer, escalation } = found;
  return (
    <>
      <StepRecords found={found} />
      {opinion && (
        <Entry heading={`审核意见：${opinion.agree ? '同意' : '不同意'}`} by={opinion} text={opinion.text}>
          <ReasonList codes={opinion.reasons} />
        </Entry>
      )}
      {decision && (
        <Entry heading={`决定：${decision.granted ? '准予' : '不予'}`} by={decision} text={decision.text}>
          <ReasonList codes={decision.reasons} />
        </Entry>
      )}
      {approval && <Entry heading="已批准" by={approval} text={approval.text} />}
      {sealing && (
        <Entry
          heading={`已用印：${sealWords[sealing.seal]}，${sealing.copies} 份`}
          by={sealing}
          text={sealing.text}
        />
      )}
      {issue && (
        <Entry
          heading={
            issue.granted ? `已发证${issue.number ? `，编号 ${issue.number}` : ''}` : '依审核意见不予办理'
          }
          by={issue}
          text={issue.text}
        />
      )}
      {escalation && <Entry heading="已转请部门" by={escalation} text={escalation.text} />}
      {answer && <Entry heading="答复" by={answer} text={answer.text} />}
      {delivery && (
        <Entry
          heading={`已送达：${deliveryWords[delivery.way]}，${delivery.receiver}签收`}
          by={delivery}
          text={delivery.post ?? delivery.witness ?? ''}
        >
          <SignedOnScreen found={found} of="decision" />
        </Entry>
      )}
      <AfterFile found={found} />
      <Assignments found={found} />
      <Returned found={found} />
      <Stops found={found} />
    </>
  );
}

function StepRecords({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const guide = rules.guide(found.guide, found.guideVersion);
  const steps = guide?.state === 'complete' ? guide.steps : [];
  return (
    <>
      {(found.steps ?? []).map((one, at) => (
        <Entry
          key={at}
          heading={`${steps.find((step) => step.id === one.step)?.name ?? one.step}：${outcomeWords[one.outcome]}`}
          by={one}
          text={one.text}
        >
          <p class={styles.quiet}>
            {one.until ? `${dateInFull(one.at)}至${dateInFull(one.until)}` : dateInFull(one.at)}
            {one.time && ` ${one.time}`}
            {one.place && ` · ${one.place}`}
            {one.officers.length > 0 && ` · 在场：${one.officers.join('、')}`}
          </p>
        </Entry>
      ))}
    </>
  );
}

const BACK = { sendBack: '退回重办', returnForForm: '部门形式退回', recallOpinion: '撤回意见' } as const;

function Returned({ found }: { readonly found: Case }) {
  return (
    <>
      {(found.sentBack ?? []).map((one, at) => (
        <Entry key={at} heading={BACK[one.what]} by={one} text={one.text}>
          <ReasonList codes={one.reason === '' ? [] : [one.reason]} />
        </Entry>
      ))}
    </>
  );
}

/** Who gave it to whom, and why: whoever was absent is seen as well as whoever saw to it. */
function Assignments({ found: { assigned = [] } }: { readonly found: Case }) {
  const { rules } = useBench();
  if (assigned.length === 0) return null;
  return (
    <section class={styles.entry} aria-label="承办人">
      <h2>承办人</h2>
      <ol class={styles.history}>
        {assigned.map((one) => (
          <li key={one.at}>
            <b>{assignmentInWords(one)}</b>
            {one.text && <p>{one.text}</p>}
            <span class={styles.quiet}>
              {rules.office(one.office)?.shortName ?? one.office} · {one.name} · {dateInFull(one.on)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Stops({ found }: { readonly found: Case }) {
  return (
    <>
      {(found.suspensions ?? []).map((one, at) => (
        <Entry
          key={at}
          heading={`中止计时：${labelOf(one.procedure)}${one.until ? `，至${dateInFull(one.until)}` : ''}`}
          by={one}
          text={`告知书：${one.notice}；预计 ${one.days} 天。`}
        />
      ))}
      {found.extension && (
        <Entry
          heading={`延期 ${found.extension.days} 个工作日`}
          by={found.extension}
          text={found.extension.text}
        />
      )}
    </>
  );
}

const ALL = [
  ...REFUSAL_REASONS,
  ...FORM_REASONS,
  ...SEND_BACK_REASONS,
  ...SUSPENDING_PROCEDURES,
  ...REVOCATION_REASONS,
];

export const labelOf = (code: string): string => ALL.find((one) => one.code === code)?.label ?? code;

function ReasonList({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{labelOf(code)}</li>
      ))}
    </ul>
  );
}
