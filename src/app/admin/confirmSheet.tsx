import { basisInWords } from '../../domain/inWords.ts';
import type { Office } from '../../domain/office.ts';
import {
  countOf,
  type PendingGuide,
  type PendingSection,
  type StatedFact,
} from '../../domain/pendingFacts.ts';
import { Sheet } from '../parts/sheet.tsx';
import styles from './confirmSheet.module.css';

interface ConfirmSheetProps {
  readonly section: PendingSection;
  readonly office: Office;
  /** Which catalogue was asked about: answers are compared with that one. */
  readonly version: number;
  /** 「2026年11月26日」. */
  readonly printedOn: string;
}

/** What one office has to confirm about one item, on as many A4 pages as it takes. */
export function ConfirmSheet({ section, office, version, printedOn }: ConfirmSheetProps) {
  const { item, facts, guides } = section;
  const title = item ? `${item.seq}. ${item.shortName}` : '本单位的资料';
  return (
    <Sheet
      size="a4"
      issuer={`${office.name} 核定表`}
      title={title}
      signed={
        <div class={styles.signed}>
          <p>核定人（签名）：</p>
          <p>日期：　　　　年　　月　　日</p>
          <p class={styles.small}>
            目录第 {version} 版，{printedOn}打印
          </p>
        </div>
      }
    >
      <p class={styles.small}>
        下面 {countOf(section)} 处还没有核定。对的，在“核定意见”里打√；不对的，写上正确的内容和依据。
      </p>
      {item && <p>{item.name}</p>}
      <Facts facts={facts} from={0} />
      {guides.map((one, at) => (
        <GuideFacts key={one.guide.id} of={one} from={startOf(section, at)} />
      ))}
    </Sheet>
  );
}

/** Numbers run through the whole sheet, so that an answer by letter or telephone can name its line. */
function startOf({ facts, guides }: PendingSection, at: number): number {
  return guides
    .slice(0, at)
    .reduce((sum, one) => sum + one.facts.length + one.openPoints.length, facts.length);
}

function GuideFacts({ of, from }: { readonly of: PendingGuide; readonly from: number }) {
  const { guide, facts, openPoints } = of;
  if (facts.length + openPoints.length === 0) return null;
  return (
    <>
      <h3 class={styles.guide}>
        服务指南：{guide.title}（第 {guide.version} 版）
      </h3>
      <Facts facts={facts} from={from} />
      {openPoints.length > 0 && (
        <table class={`paper-table ${styles.table}`}>
          <thead>
            <tr>
              <th>序号</th>
              <th>请部门答复的问题</th>
              <th>答复和依据</th>
            </tr>
          </thead>
          <tbody>
            {openPoints.map((point, at) => (
              <tr key={point}>
                <td>{from + facts.length + at + 1}</td>
                <td>{point}</td>
                <td class={styles.room} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Facts({ facts, from }: { readonly facts: readonly StatedFact[]; readonly from: number }) {
  if (facts.length === 0) return null;
  return (
    <table class={`paper-table ${styles.table}`}>
      <thead>
        <tr>
          <th>序号</th>
          <th>现在写的</th>
          <th>依据</th>
          <th>核定意见</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ name, says, basis }, at) => (
          <tr key={at}>
            <td>{from + at + 1}</td>
            <td>
              <b>{name}</b>
              <span class={styles.says}>{says}</span>
            </td>
            <td>{basis ? `${basisInWords(basis)}${basis.says ? `：${basis.says}` : ''}` : '没有写依据'}</td>
            <td class={styles.room} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
