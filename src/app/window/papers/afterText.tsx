import { mendingOrder } from '../../../domain/afterwards.ts';
import type { Case } from '../../../domain/case.ts';
import { documentNumber } from '../../../domain/documentNumber.ts';
import { remedyBodyOf } from '../../../domain/documents.ts';
import { REVOCATION_REASONS, reasonsFor } from '../../../domain/reasons.ts';
import { guideIn } from '../../../domain/rules.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { dateInFull, limitInWords } from '../../parts/dates.ts';
import { useBench } from '../desk.tsx';
import { applicantOf, titleOf } from '../start/caseList.ts';
import { fieldInWords, paperNameIn, rectifiedSince, sentence, valueInWords } from './afterWords.ts';
import { Para, Remedies } from './documentParts.tsx';
import styles from './papers.module.css';

/** Documents of what comes after the end of a case. */

interface Props {
  readonly found: Case;
}

/** 责令限期整改通知书. */
export function Mending({ found }: Props) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  const check = mendingOrder(found);
  if (check?.mendBy === undefined) return null;
  return (
    <>
      <p>{applicantOf({ case: found })}：</p>
      <Para>
        您申请“{titleOf({ case: found }, rules)}”时，以书面承诺代替了部分材料，{granted(found)}
        。经核查，下列承诺没有履行：
      </Para>
      <ol>
        {check.lines.map((id) => (
          <li key={id}>{paperNameIn(guide, id)}</li>
        ))}
      </ol>
      <Para>{sentence(check.text)}</Para>
      <Para>
        依据《山东省优化营商环境条例》第二十九条，责令您在<b>{dateInFull(check.mendBy)}前（含当日）</b>
        整改。到期仍不符合条件的，将依法撤销原决定。
      </Para>
      <Para>整改好以后请告知本机关；对核查情况有意见的，可以当面或者书面陈述、申辩。</Para>
    </>
  );
}

const granted = (found: Case): string => {
  const on = found.issue?.on ?? found.decision?.on;
  return on ? `${dateInFull(on)}已经准予` : '已经准予';
};

/** 撤销决定书: what was found and told, the reason with its article, the remedies. */
export function RevocationText({ found }: Props) {
  const { rules } = useBench();
  const item = rules.item(found.item);
  const { revocation, sealing } = found;
  if (!revocation) return null;
  const reason = reasonsFor(REVOCATION_REASONS, item?.intakeRule ?? 'service').find(
    (one) => one.code === revocation.reason,
  );
  const told = mendingOrder(found);
  const office = sealing && rules.office(sealing.office);
  const number = sealing && found.route !== 'review' ? documentNumber(sealing, office?.shortName ?? '') : '';
  return (
    <>
      <p>{applicantOf({ case: found })}：</p>
      <Para>
        您申请的“{titleOf({ case: found }, rules)}”，{granted(found)}
        {number && `（${number}）`}。
        {told?.mendBy &&
          `经核查，您的承诺没有履行，${dateInFull(told.on)}已责令您在${dateInFull(told.mendBy)}前整改。`}
      </Para>
      <Para>{sentence(revocation.text)}</Para>
      <Para>
        上述情况属于{reason?.label}。依据{reason?.basis}，决定<b>撤销</b>
        原准予的决定，自本决定书送达之日起生效；已经发给的证件、文书请交回本机关。
      </Para>
      <Remedies to={remedyBodyOf(rules.office(revocation.office))} />
    </>
  );
}

/** What was put right, the old and the new side by side. */
function RectifiedTable({ found }: Props) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  return (
    <table class="paper-table">
      <thead>
        <tr>
          <th>更正之处</th>
          <th>原来写的</th>
          <th>更正为</th>
          <th>更正日期</th>
        </tr>
      </thead>
      <tbody>
        {(found.rectifications ?? []).map((one, at) => (
          <tr key={at}>
            <td>{fieldInWords(one.field, found, guide)}</td>
            <td>{valueInWords(one.field, one.was)}</td>
            <td>{valueInWords(one.field, one.now)}</td>
            <td>{dateInFull(one.on)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 更正告知书: the number of what was issued stays, and so does everything that was decided. */
export function RectificationText({ found }: Props) {
  const { rules } = useBench();
  const last = found.rectifications?.at(-1);
  return (
    <>
      <p>{applicantOf({ case: found })}：</p>
      <Para>您申请的“{titleOf({ case: found }, rules)}”，本大厅登记时有笔误，现更正如下：</Para>
      <RectifiedTable found={found} />
      <Para>{sentence(last?.text ?? '')}</Para>
      <Para>办件编号和文号不变，已经作出的决定、意见不变。更正后的文书重新打印给您，以更正后的为准。</Para>
    </>
  );
}

/** On every paper that says something else now than when it was made, on the day `since`: as its mark says (`markOf`). */
export function Rectified({ found, since }: Props & { readonly since: LegalDate | undefined }) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  const rectifications = rectifiedSince(found.rectifications, since);
  if (rectifications.length === 0) return null;
  return (
    <p class={styles.rectified}>
      更正：
      {rectifications
        .map(
          (one) =>
            `${fieldInWords(one.field, found, guide)}由“${valueInWords(one.field, one.was)}”更正为“${valueInWords(one.field, one.now)}”（${dateInFull(one.on)}）`,
        )
        .join('；')}
      。编号、文号不变。
    </p>
  );
}

const TOLD = { granted: '准予', refused: '不予', revoked: '撤销' } as const;

/** 审管衔接单: what was decided of a licence, for whoever supervises what it allows. */
export function HandOffText({ found }: Props) {
  const { rules } = useBench();
  const last = found.handOffs?.at(-1);
  if (!last) return null;
  const { what, to, claimBy, answerBy, claimed, answered } = last;
  return (
    <>
      <p>{rules.office(to)?.name ?? to}：</p>
      <Para>
        {applicantOf({ case: found })}申请的“{titleOf({ case: found }, rules)}”，{dateInFull(last.on)}
        已经作出<b>{TOLD[what]}</b>的决定，现将结果推送给你单位，请依法监管。
      </Para>
      <Para>
        请在{limitInWords(claimBy)}前签收，{limitInWords(answerBy)}前反馈。
      </Para>
      {claimed && (
        <Para>
          {claimed.name}已于{dateInFull(claimed.on)}签收。
        </Para>
      )}
      {answered && (
        <Para>
          {answered.name}于{dateInFull(answered.on)}反馈：
          {answered.outcome === 'problem' ? '发现问题，请核查。' : '已纳入监管，没有发现问题。'}
          {answered.text}
        </Para>
      )}
    </>
  );
}
