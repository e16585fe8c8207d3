import type { VNode } from 'preact';
import { DISTRICT_HALL } from '../../catalogue/offices.ts';
import type { Guide } from '../../domain/guide.ts';
import { type Item, itemStatusOn } from '../../domain/item.ts';
import type { Office } from '../../domain/office.ts';
import { isComplete, type Rules } from '../../domain/rules.ts';
import type { LegalDate } from '../../domain/time.ts';
import { documentOf, type Script } from './document.tsx';
import { Codes, Details } from './guideDetails.tsx';
import { AtAGlance, Before } from './guideGlance.tsx';
import { Papers } from './guidePapers.tsx';

export interface GuideProps {
  readonly guide: Guide;
  readonly item: Item;
  readonly rules: Rules;
  readonly today: LegalDate;
  readonly scripts: readonly Script[];
}

/**
 * One service, answered in the order in which people ask: who, where, how long, how much, what to bring. Everything
 * stands in the page as it arrives; a script only turns the papers into the reader's own list.
 */
export function renderGuide({ guide, item, rules, today, scripts }: GuideProps): string {
  const department = rules.office(item.department);
  // The district answers for the nine towns as for itself.
  const telephone = department?.telephone ?? rules.office(DISTRICT_HALL)?.telephone;
  return documentOf({
    title: `${guide.title}：要带什么、去哪里、多久办好`,
    description: `${guide.title}要带的材料、在哪里办、多久办好、收不收费。山亭区九个镇和区级大厅都能办。`,
    scripts,
    children: (
      <article>
        <h1>{guide.title}</h1>
        <Stopped item={item} today={today} />
        <AtAGlance guide={guide} item={item} department={department} />
        <p class="quiet">
          标着“<abbr>待确认</abbr>”的内容，部门还没有确认，以窗口答复为准。
        </p>
        {isComplete(guide) ? (
          <>
            <Papers guide={guide} telephone={telephone} />
            <Before guide={guide} />
            <Details {...{ guide, item, department, telephone }} />
          </>
        ) : (
          <Preparing department={department} />
        )}
        <Codes guide={guide} item={item} />
      </article>
    ),
  });
}

const STOPPED = {
  suspended: '这一项目前暂停办理',
  cancelled: '这一项已经取消',
  superseded: '这一项已经由别的事项代替',
} as const;

function Stopped({ item, today }: Pick<GuideProps, 'item' | 'today'>): VNode | null {
  const status = itemStatusOn(item, today);
  if (status.state === 'in_force') return null;
  return (
    <div class="problem" role="note">
      <p>
        <strong>{STOPPED[status.state]}。</strong>
        {item.referral}
      </p>
      <p class="quiet">
        {status.basis}
        {status.confirmation === 'pending' && '（部门还没有书面确认）'}
      </p>
    </div>
  );
}

function Preparing({ department }: { readonly department: Office | undefined }): VNode {
  return (
    <section>
      <h2>要带什么</h2>
      <p>
        材料清单还在核对。到任何一个大厅，窗口会当场一次说清要带的全部材料，并写给您
        {department?.telephone && `；也可以先打 ${department.telephone} 问`}。
      </p>
    </section>
  );
}
