import type { ComponentChildren } from 'preact';
import type { Case } from '../../../domain/case.ts';
import { documentNumber } from '../../../domain/documentNumber.ts';
import { issuedDocument } from '../../../domain/documents.ts';
import { documentTitle } from '../../../domain/documentTitle.ts';
import type { Served } from '../../../domain/files.ts';
import { REMEDIES } from '../../../domain/grounds.ts';
import type { Delivery as Handed } from '../../../domain/handling.ts';
import { guideIn } from '../../../domain/rules.ts';
import { dateInFull } from '../../parts/dates.ts';
import { useBench } from '../desk.tsx';
import { deliveryWords } from '../handling/words.ts';
import { applicantOf, titleOf } from '../start/caseList.ts';
import styles from './papers.module.css';
import { papersIn } from './papers.ts';

/** Parts that several papers are made of, and the documents that move a case on: to the department, to the applicant. */

export const Para = ({ children }: { readonly children: ComponentChildren }) => (
  <p class={styles.para}>{children}</p>
);

/** 行政复议法第二十条、行政诉讼法第四十六条. @param to whom to ask for reconsideration, where that is certain */
export function Remedies({ to = '' }: { readonly to?: string | undefined }) {
  return (
    <Para>
      如不服本决定，可以自收到之日起 {REMEDIES.reconsiderationDays} 日内{to && `向${to}`}申请行政复议，或者{' '}
      {REMEDIES.litigationMonths} 个月内向人民法院提起行政诉讼。
    </Para>
  );
}

export function Transfer({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const { forwarding } = found;
  const to = forwarding?.to ?? rules.item(found.item)?.department ?? '';
  const text = forwarding?.text.trim();
  return (
    <>
      <p>{rules.office(to)?.name}：</p>
      <Para>
        现将{applicantOf({ case: found })}的“{titleOf({ case: found }, rules)}”申请（办件编号 {found.number}
        ）转请办理。
      </Para>
      {text && <Para>附言：{text}</Para>}
      <Attached found={forwarding ? { ...found, marks: forwarding.marks } : found} />
    </>
  );
}

/** The papers that go along, with how many there are. */
export function Attached({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const { received } = papersIn(found, guideIn(rules, found));
  if (received.length === 0) return null;
  return (
    <>
      <Para>附件：材料共 {received.length} 样</Para>
      <ol>
        {received.map((paper) => (
          <li key={paper.name}>
            {paper.name}（{paper.as}）
          </li>
        ))}
      </ol>
    </>
  );
}

/** Who handed it over, who took it, when: by hand, since the paper goes its own way. */
export function HandedOver() {
  return (
    <dl class={styles.signatures}>
      {['移交人（签名）', '接收人（签名）'].map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>　　　年　　月　　日　　时</dd>
        </div>
      ))}
    </dl>
  );
}

/** 送达回证: of the result, or of the revocation that took it back. */
export function Delivery(props: {
  readonly found: Case;
  readonly title: string;
  readonly of: Served;
  readonly delivery: Handed | undefined;
}) {
  const { found, title, of, delivery } = props;
  const { rules } = useBench();
  if (!delivery) return null;
  const item = rules.item(found.item);
  const served = issuedDocument(found, of, item);
  const name = documentTitle(found, of, item);
  const office = served && rules.office(served.office);
  return (
    <dl class="paper-facts">
      <dt>送达的文书</dt>
      <dd>
        {name}（{title}）
      </dd>
      <dt>文号</dt>
      <dd>{served?.serial === undefined ? '无' : documentNumber(served, office?.shortName ?? '')}</dd>
      <dt>受送达人</dt>
      <dd>{applicantOf({ case: found })}</dd>
      <dt>送达方式</dt>
      <dd>
        {deliveryWords[delivery.way]}
        {delivery.post && `，单号 ${delivery.post}`}
      </dd>
      <dt>签收人</dt>
      <dd>{delivery.receiver}</dd>
      {delivery.witness && (
        <>
          <dt>见证人</dt>
          <dd>{delivery.witness}</dd>
        </>
      )}
      <dt>送达日期</dt>
      <dd>{dateInFull(delivery.on)}</dd>
      <dt>备注</dt>
      <dd>{delivery.way === 'electronic' ? '受送达人同意电子送达。' : '　'}</dd>
    </dl>
  );
}
