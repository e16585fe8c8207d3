import type { ComponentChildren } from 'preact';
import type { Case } from '../../../domain/case.ts';
import { outcomeOf } from '../../../domain/handling.ts';
import { isComplete } from '../../../domain/rules.ts';
import { dateInFull } from '../../parts/dates.ts';
import { useBench } from '../desk.tsx';
import { deliveryWords } from '../handling/words.ts';
import { applicantOf, titleOf } from '../start/caseList.ts';
import styles from './papers.module.css';
import { papersIn } from './papers.ts';

/** Parts of the documents that move a case on: what goes to the department, what was handed to whom. */

export const Para = ({ children }: { readonly children: ComponentChildren }) => (
  <p class={styles.para}>{children}</p>
);

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

export function Delivery({ found, title }: { readonly found: Case; readonly title: string }) {
  const { delivery } = found;
  if (!delivery) return null;
  return (
    <dl class="paper-facts">
      <dt>送达的文书</dt>
      <dd>
        {title}（{outcomeOf(found) === 'refused' ? '不予' : '准予'}）
      </dd>
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
