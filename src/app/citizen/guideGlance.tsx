import type { VNode } from 'preact';
import type { CompleteGuide, Guide, LimitRule } from '../../domain/guide.ts';
import { conditionInWords, daysInWords, promiseInWords } from '../../domain/inWords.ts';
import type { Item } from '../../domain/item.ts';
import type { Office } from '../../domain/office.ts';
import { isComplete } from '../../domain/rules.ts';
import { Statements } from './statements.tsx';
import { Unsure } from './unsure.tsx';

interface GlanceProps {
  readonly guide: Guide;
  readonly item: Item;
  readonly department: Office | undefined;
}

/** Who does what, said to whoever decides where to go. */
const ROUTE = {
  direct: '镇里直接办结',
  review: '镇里审核，区里见章发证，不用您跑',
  window: '镇里收件转交，区里审批，不用您跑',
} as const;

/** The five questions that everybody asks first. */
export function AtAGlance({ guide, item, department }: GlanceProps): VNode {
  return (
    <dl class="glance">
      <dt>谁能办</dt>
      <dd>{guide.applicants}</dd>
      <dt>去哪里</dt>
      <dd>
        <a href="/halls">九个镇的便民服务大厅和区级大厅</a>，去哪个都行。{ROUTE[item.route]}。
        {item.scope && `（镇里办的是：${item.scope}）`}
      </dd>
      <dt>多久</dt>
      <dd>{isComplete(guide) ? <HowLong guide={guide} /> : '等部门核定'}</dd>
      <dt>多少钱</dt>
      <dd>
        {guide.fee.text}
        <Unsure of={guide.fee} />
      </dd>
      <dt>拿到什么</dt>
      <dd>
        {guide.result.text}
        <Unsure of={guide.result} />
      </dd>
      {department?.telephone && (
        <>
          <dt>问哪里</dt>
          <dd>
            {department.name} <a href={`tel:${department.telephone}`}>{department.telephone}</a>
            <Unsure of={department} />
          </dd>
        </>
      )}
    </dl>
  );
}

function HowLong({ guide }: { readonly guide: CompleteGuide }): VNode {
  const many = guide.limits.length > 1;
  return (
    <>
      {guide.limits.map((rule, index) => (
        <p key={index}>
          {many && <>{rule.when ? `${conditionInWords(guide, rule.when)}：` : '其他情形：'}</>}
          <LimitLine rule={rule} />
        </p>
      ))}
    </>
  );
}

function LimitLine({ rule: { promised, statutory } }: { readonly rule: LimitRule }): VNode {
  if (!promised && !statutory) return <>法律没有规定期限，窗口会告诉您大概要多久。</>;
  return (
    <>
      {promised && (
        <>
          {promiseInWords(promised)}
          <Unsure of={promised} />
        </>
      )}
      {promised && statutory && '，'}
      {statutory && (
        <>
          法定最长 {daysInWords(statutory)}
          <Unsure of={statutory} />
        </>
      )}
      。
    </>
  );
}

/** What one should know before setting out. */
export function Before({ guide }: { readonly guide: CompleteGuide }): VNode {
  return (
    <>
      <section>
        <h2>要符合什么条件</h2>
        <Statements of={guide.conditions} />
      </section>
      {guide.boundaries.length > 0 && (
        <section>
          <h2>这些不在这里办</h2>
          <ul>
            {guide.boundaries.map((one) => (
              <li key={one.text}>
                {one.text}
                <Unsure of={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
