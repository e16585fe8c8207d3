import type { VNode } from 'preact';
import { type Item, itemStatusOn } from '../../domain/item.ts';
import { isHall, type Office } from '../../domain/office.ts';
import type { Catalogue } from '../../domain/rules.ts';
import type { LegalDate } from '../../domain/time.ts';
import { documentOf } from './document.tsx';

export interface HomeProps {
  readonly catalogue: Catalogue;
  readonly today: LegalDate;
}

const ROUTE_SAYS = {
  direct: '镇里直接办结',
  review: '镇里审核，区里见章发证',
  window: '镇里收件，区里审核',
} as const;

/** The first page: what can be done here, and where. */
export function renderHome({ catalogue, today }: HomeProps): string {
  return documentOf({
    title: '就近办：十三项事项，镇里就能办',
    scripts: [],
    children: (
      <>
        <h1>这些事，镇里就能办</h1>
        <p class="lead">到区里或者到镇里都一样受理，去近的那一处就行。</p>
        <ProgressForm number="" />
        <h2>能办什么</h2>
        <ul class="items">
          {catalogue.items.map((item) => (
            <ItemLine key={item.id} item={item} offices={catalogue.offices} today={today} />
          ))}
        </ul>
        <h2>去哪里办</h2>
        <Halls offices={catalogue.offices.filter(isHall)} />
      </>
    ),
  });
}

const STOPPED = {
  in_force: '正常受理',
  suspended: '目前暂停',
  cancelled: '已经取消',
  superseded: '已经由别的事项代替',
} as const;

function ItemLine(props: {
  readonly item: Item;
  readonly offices: readonly Office[];
  readonly today: LegalDate;
}): VNode {
  const { item } = props;
  const status = itemStatusOn(item, props.today);
  const department = props.offices.find((office) => office.id === item.department);
  return (
    <li>
      <h3>{item.name}</h3>
      {item.scope && <p>镇里办：{item.scope}</p>}
      <p class="quiet">
        {ROUTE_SAYS[item.route]} · {department?.name}
      </p>
      {status.state !== 'in_force' && (
        <p class="stopped">
          {STOPPED[status.state]}：{item.referral ?? status.basis}
          {status.confirmation === 'pending' && '（部门还没有书面确认）'}
        </p>
      )}
    </li>
  );
}

function Halls({ offices }: { readonly offices: readonly Office[] }): VNode {
  const unconfirmed = offices.some((office) => office.confirmation === 'pending');
  return (
    <>
      {unconfirmed && (
        <p class="quiet">各大厅的地址、电话和上班时间，部门还没有确认；在大厅上班时间前去都会收件。</p>
      )}
      <ul class="halls">
        {offices.map((office) => (
          <li key={office.id}>
            {office.name}
            {office.telephone && <span class="quiet"> {office.telephone}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Works without JavaScript: an ordinary form. */
export function ProgressForm({ number }: { readonly number: string }): VNode {
  return (
    <form class="ask" method="post" action="/progress" autocomplete="off">
      <h2>查办到哪一步了</h2>
      <label for="number">办件编号</label>
      <input
        id="number"
        name="number"
        value={number}
        required
        maxLength={60}
        inputMode="text"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="number-hint"
      />
      <p class="hint" id="number-hint">
        在回执上，像 370406102-20261123-K7-0007-4QXM-H，横线可以不输。
      </p>
      <label for="code">查询码</label>
      <input id="code" name="code" required maxLength={12} autocapitalize="characters" spellcheck={false} />
      <p class="hint">回执二维码旁边的 6 位字符。用手机扫码可以不输。</p>
      <button type="submit">查进度</button>
    </form>
  );
}
