import type { VNode } from 'preact';
import type { CompleteGuide, Guide } from '../../domain/guide.ts';
import { basisInWords } from '../../domain/inWords.ts';
import type { Item } from '../../domain/item.ts';
import type { Office } from '../../domain/office.ts';
import { ListPromise } from './guidePapers.tsx';
import { Statements } from './statements.tsx';
import { Unsure } from './unsure.tsx';

interface DetailProps {
  readonly guide: CompleteGuide;
  readonly item: Item;
  readonly department: Office | undefined;
  readonly telephone: string | undefined;
}

const BY = { town: '镇里', district: '区里', applicant: '您' } as const;

/** What happens afterwards, what may go wrong, and what a person may do about it. */
export function Details({ guide, department, telephone }: DetailProps): VNode {
  return (
    <>
      <ListPromise guide={guide} telephone={telephone} />
      <section>
        <h2>交了以后怎么走</h2>
        <ol class="steps">
          {guide.steps.map((one) => (
            <li key={one.id}>
              <span class="by">
                {one.by === 'district' ? (department?.shortName ?? BY.district) : BY[one.by]}
              </span>
              {one.name}
              <Unsure of={one} />
            </li>
          ))}
        </ol>
        <p>
          回执上有编号和查询码，<a href="/progress">随时能查办到哪一步</a>。
        </p>
      </section>
      <section class="later">
        <h2>哪些情况办不成</h2>
        <Statements of={guide.refusals} withBasis />
      </section>
      <section class="later">
        <h2>容易弄错的地方</h2>
        <ul>
          {guide.mistakes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <section class="later">
        <h2>常见问题</h2>
        {guide.faq.map((one) => (
          <details key={one.q}>
            <summary>{one.q}</summary>
            <p>
              {one.a}
              <Unsure of={one} />
            </p>
          </details>
        ))}
      </section>
      <section>
        <h2>您的权利</h2>
        <Statements of={guide.rights} withBasis />
      </section>
      {guide.forms && guide.forms.length > 0 && (
        <section>
          <h2>表格</h2>
          <p>
            <a href={`/guide/${guide.id}/forms`}>空白表和示范文本，可以打印</a>
          </p>
        </section>
      )}
    </>
  );
}

/** What an office needs to know which service this is. */
export function Codes({ guide, item }: { readonly guide: Guide; readonly item: Item }): VNode {
  return (
    <section class="later">
      <h2>事项信息</h2>
      <dl>
        <dt>事项名称</dt>
        <dd>{item.name}</dd>
        <dt>事项编码</dt>
        <dd>
          {item.codes
            .filter((one) => one.scheme === 'NOTICE_13')
            .map((one) => one.value)
            .join('，')}
        </dd>
        <dt>办理依据</dt>
        <dd>{guide.bases.map(basisInWords).join('，')}</dd>
      </dl>
    </section>
  );
}
