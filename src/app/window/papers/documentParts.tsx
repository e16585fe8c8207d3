import type { ComponentChildren } from 'preact';
import type { Case } from '../../../domain/case.ts';
import { REMEDIES } from '../../../domain/grounds.ts';
import type { Delivery as Handed } from '../../../domain/handling.ts';
import { isComplete } from '../../../domain/rules.ts';
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

/** 行政复议法第二十条、行政诉讼法第四十六条. */
export function Remedies() {
  return (
    <Para>
      如不服本决定，可以自收到之日起 {REMEDIES.reconsiderationDays} 日内申请行政复议，或者{' '}
      {REMEDIES.litigationMonths} 个月内向人民法院提起行政诉讼。
    </Para>
  );
}

export function Transfer({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const version = rules.guide(found.guide, found.guideVersion);
  const { received } = papersIn(found, isComplete(version) ? version : undefined);
  const item = rules.item(found.item);
  return (
    <>
      <p>{item && rules.office(item.department)?.name}：</p>
      <Para>
        现将{applicantOf({ case: found })}的“{titleOf({ case: found }, rules)}”申请转请办理。材料共{' '}
        {received.length} 样：
      </Para>
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

export function Delivery(props: {
  readonly found: Case;
  readonly title: string;
  readonly delivery: Handed | undefined;
}) {
  const { found, title, delivery } = props;
  if (!delivery) return null;
  return (
    <dl class="paper-facts">
      <dt>送达的文书</dt>
      <dd>{title}</dd>
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
    </dl>
  );
}

export function Signature() {
  return (
    <dl class={styles.signatures}>
      <div>
        <dt>签收人（签名或者指印）</dt>
        <dd />
      </div>
      <div>
        <dt>签收日期</dt>
        <dd>　　　年　　月　　日</dd>
      </div>
    </dl>
  );
}
