import { mendingOrder } from '../../../domain/afterwards.ts';
import type { Case } from '../../../domain/case.ts';
import { extensionDates } from '../../../domain/clock.ts';
import { documentNumber, NUMBERED_NOTICES } from '../../../domain/documentNumber.ts';
import {
  type IssuedDocument,
  issuedDocument,
  issuerOf,
  remedyBodyOf,
  stepsOfOpinion,
} from '../../../domain/documents.ts';
import { documentTitle } from '../../../domain/documentTitle.ts';
import type { HandledDocument } from '../../../domain/documentTitles.ts';
import { outcomeOf, type Signed } from '../../../domain/handling.ts';
import { limitRuleOf } from '../../../domain/limits.ts';
import { REFUSAL_REASONS, reasonsFor, SUSPENDING_PROCEDURES } from '../../../domain/reasons.ts';
import { guideIn } from '../../../domain/rules.ts';
import { hashInGroups } from '../../../protocol/verifiedDocument.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { outcomeWords } from '../handling/words.ts';
import { applicantOf, titleOf } from '../start/caseList.ts';
import { HandOffText, Mending, RectificationText, Rectified, RevocationText } from './afterText.tsx';
import { markOf, sentence } from './afterWords.ts';
import { Signature } from './deliverySignature.tsx';
import { Attached, Delivery, HandedOver, Para, Remedies, Transfer } from './documentParts.tsx';
import styles from './papers.module.css';
import { basesInWords, genuineQr, opinionBasis } from './papers.ts';
import type { Printing } from './printing.ts';

interface Props {
  readonly found: Case;
  readonly kind: HandledDocument;
}

/** A document of the office that judged, on one A4 sheet after the customs of GB/T 9704-2012. */
export function DocumentSheet({ found, kind, printing }: Props & { readonly printing: Printing }) {
  const { desk, rules } = useBench();
  const signed = signerOf(found, kind);
  const item = rules.item(found.item);
  const issued = issuedDocument(found, kind, item);
  const office = rules.office(issued?.office ?? found.hall);
  // What a department issues follows the town's opinion, and bears none of the town's numbers.
  const own = kind === 'opinion' || (kind === 'decision' && !found.issue);
  const sealed = kind === 'revocation' ? found.revocation?.sealing : own ? found.sealing : undefined;
  const numbered = sealed ?? (issued && isNumbered(issued, printing.waits) ? issued : undefined);
  const { code, mark, waits } = printing;
  const on = signed?.on ?? issued?.on;
  return (
    <Sheet
      size="a4"
      issuer={office ? issuerOf(office) : ''}
      title={documentTitle(found, kind, item)}
      behind={markOf(found, kind, on)}
      number={found.number}
      documentNumber={numbered && documentNumber(numbered, office?.shortName ?? '')}
      mark={mark}
      qr={genuineQr(desk.origin, code, '36mm')}
      noQr={code ? undefined : <WithoutCode waits={waits} />}
      signed={
        <div class={styles.signed}>
          <p>办件编号 {found.number}</p>
          {signed && (
            <p>
              经办人 {kind === 'revocation' ? found.revocation?.drafter.name : signed.name}
              {sealed?.approver ? `　批准人 ${sealed.approver}` : ''}
            </p>
          )}
          {issued && code && <p>内容校验码 {hashInGroups(issued.hash)}</p>}
          <p>{office && issuerOf(office)}</p>
          <p>{dateInFull(issued?.on ?? signed?.on ?? found.receivedOn)}</p>
        </div>
      }
    >
      <DocumentBody found={found} kind={kind} />
      {kind !== 'rectification' && <Rectified found={found} since={on} />}
      {kind === 'delivery' && <Signature found={found} of="decision" delivery={found.delivery} />}
      {kind === 'revocationDelivery' && (
        <Signature found={found} of="revocation" delivery={found.revocation?.delivery} />
      )}
      {kind === 'transfer' && <HandedOver />}
    </Sheet>
  );
}

/** A notice has its place for a number while it waits for one; those of before they were numbered have none. */
const isNumbered = ({ kind, serial }: IssuedDocument, waits: boolean): boolean =>
  NUMBERED_NOTICES.includes(kind) && (serial !== undefined || waits);

/** Printed before the district has it: it says so, and nobody takes it for one that can be verified. */
function WithoutCode({ waits }: { readonly waits: boolean }) {
  return waits ? (
    <p>
      <b>尚未登记</b>：还没有上报区里，没有文号和验证码。登记后请重新打印。
    </p>
  ) : (
    <p>
      <b>没有验证码</b>：请向落款单位核实。
    </p>
  );
}

interface DocumentTextProps {
  readonly found: Case;
  readonly label?: string;
}

/** The text of what is being released, for whoever approves or seals it, or follows it. */
export function DocumentText({ found, label = '将要放行的全文' }: DocumentTextProps) {
  const { rules } = useBench();
  const kind: HandledDocument = found.revocation
    ? 'revocation'
    : found.route === 'review'
      ? 'opinion'
      : 'decision';
  return (
    <article class={styles.release} aria-label={label}>
      <h3>{documentTitle(found, kind, rules.item(found.item))}</h3>
      <DocumentBody found={found} kind={kind} />
    </article>
  );
}

const signerOf = (found: Case, kind: HandledDocument): Signed | undefined =>
  ({
    opinion: found.opinion,
    decision: found.issue ?? found.decision,
    suspension: found.suspensions?.at(-1),
    extension: found.extension,
    transfer: found.forwarding,
    delivery: found.delivery,
    answer: found.answer,
    mending: mendingOrder(found),
    revocation: found.revocation,
    rectification: found.rectifications?.at(-1),
    handOff: found.handOffs?.at(-1),
    revocationDelivery: found.revocation?.delivery,
  })[kind];

function DocumentBody({ found, kind }: Props) {
  const { rules } = useBench();
  const title = titleOf({ case: found }, rules);
  const opening = `${dateInFull(found.acceptedOn ?? found.receivedOn)}受理的“${title}”申请`;
  switch (kind) {
    case 'opinion':
      return <Opinion found={found} opening={opening} />;
    case 'decision':
      return <Decision found={found} opening={opening} />;
    case 'suspension':
      return <Suspension found={found} opening={opening} />;
    case 'extension':
      return <Extension found={found} opening={opening} />;
    case 'transfer':
      return <Transfer found={found} />;
    case 'delivery':
      return <Delivery found={found} title={title} of="decision" delivery={found.delivery} />;
    case 'revocationDelivery':
      return <Delivery found={found} title={title} of="revocation" delivery={found.revocation?.delivery} />;
    case 'mending':
      return <Mending found={found} />;
    case 'handOff':
      return <HandOffText found={found} />;
    case 'rectification':
      return <RectificationText found={found} />;
    case 'revocation':
      return <RevocationText found={found} />;
    case 'answer':
      return (
        <>
          <To found={found} />
          <Para>您咨询的“{title}”，答复如下：</Para>
          <Para>{found.answer?.text}</Para>
        </>
      );
  }
}

interface PartProps {
  readonly found: Case;
  readonly opening: string;
}

const To = ({ found }: { readonly found: Case }) => <p>{applicantOf({ case: found })}：</p>;

function Opinion({ found, opening }: PartProps) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  const nameOfStep = (id: string) => guide?.steps.find((one) => one.id === id)?.name ?? id;
  const { opinion } = found;
  const item = rules.item(found.item);
  if (!opinion) return null;
  return (
    <>
      <p>{item && rules.office(item.department)?.name}：</p>
      <Para>
        {applicantOf({ case: found })}提出、本镇{opening}，经审核：
      </Para>
      {stepsOfOpinion(found).map((step, at) => (
        <Para key={at}>
          {dateInFull(step.at)}
          {step.time && ` ${step.time}`}
          {step.until && `至${dateInFull(step.until)}`}，{step.officers.join('、')}
          {step.place && `在${step.place}`}
          {nameOfStep(step.step)}：{sentence(step.text || outcomeWords[step.outcome])}
        </Para>
      ))}
      {opinion.text && <Para>{opinion.text}</Para>}
      <Reasons found={found} codes={opinion.reasons} />
      <Para>
        {opinion.agree && `依据${opinionBasis(guide)}，`}审核意见：<b>{opinion.agree ? '同意' : '不同意'}</b>
        。本镇对审核意见负责。
      </Para>
      <Attached found={found} />
    </>
  );
}

function Decision({ found, opening }: PartProps) {
  const { rules } = useBench();
  const granted = outcomeOf(found) === 'granted';
  const { decision, issue, opinion } = found;
  const item = rules.item(found.item);
  const text = decision?.text ?? issue?.text ?? '';
  // Of the version by which it was handled: a printed decision goes on citing what it cited.
  const bases = basesInWords((rules.guide(found.guide, found.guideVersion) ?? item)?.bases ?? []);
  return (
    <>
      <To found={found} />
      <Para>
        {opening}，经{opinion ? '镇里审核、本机关见章办理' : '审查'}，
        {granted ? '符合规定的条件' : '不符合规定的条件'}。依据{bases}，决定
        <b>{granted ? '准予' : '不予'}</b>
        {item?.name}。
      </Para>
      {text && <Para>{text}</Para>}
      <Reasons found={found} codes={decision?.reasons ?? opinion?.reasons ?? []} />
      {issue?.number && <Para>证照编号：{issue.number}。</Para>}
      {found.revocation?.delivery && (
        <Para>本决定已撤销，{dateInFull(found.revocation.delivery.on)}起失去效力，见撤销决定书。</Para>
      )}
      {!granted && <Remedies to={remedyBodyOf(rules.office((issue ?? decision)?.office ?? ''))} />}
    </>
  );
}

function Reasons({ found, codes }: { readonly found: Case; readonly codes: readonly string[] }) {
  const { rules } = useBench();
  const known = reasonsFor(REFUSAL_REASONS, rules.item(found.item)?.intakeRule ?? 'service');
  if (codes.length === 0) return null;
  return (
    <ol>
      {codes.map((code) => {
        const reason = known.find((one) => one.code === code);
        return (
          <li key={code}>
            {reason?.label}（{reason?.basis}）
          </li>
        );
      })}
    </ol>
  );
}

function Suspension({ found, opening }: PartProps) {
  const last = found.suspensions?.at(-1);
  const procedure = SUSPENDING_PROCEDURES.find((one) => one.code === last?.procedure);
  return (
    <>
      <To found={found} />
      <Para>
        {opening}，需要进行{procedure?.label}，预计 {last?.days} 天。依据{procedure?.basis}
        ，所需时间不计入办理期限；有了结果，从次日起接着计时。
      </Para>
      <Para>告知书：{last?.notice}。</Para>
    </>
  );
}

function Extension({ found, opening }: PartProps) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  const told = extensionDates(found, guide, rules.calendar);
  const basis = guide && limitRuleOf(guide, found.answers)?.statutory?.basis;
  const { extension } = found;
  return (
    <>
      <To found={found} />
      <Para>
        {opening}，{told && `原定办理期限至${dateInFull(told.was)}。现`}因{extension?.text}
        ，不能在期限内办结。依据{basis ? `${basis.law}${basis.article ?? ''}` : '《行政许可法》第四十二条'}
        ，经本机关负责人{extension?.name}批准，延长 {extension?.days} 个工作日
        {told ? `，至${dateInFull(told.until)}` : '；特别程序有了结果，接着计时'}。
      </Para>
    </>
  );
}
