import type { VNode } from 'preact';
import { itemStatusOn } from '../../domain/item.ts';
import { isHall } from '../../domain/office.ts';
import { type Catalogue, type Rules, rulesOf } from '../../domain/rules.ts';
import type { LegalDate } from '../../domain/time.ts';
import { documentOf, type Script } from './document.tsx';
import { Halls } from './halls.tsx';
import { NEEDS, type Need } from './needs.ts';
import { SearchForm } from './searchForm.tsx';

export interface HomeProps {
  readonly catalogue: Catalogue;
  readonly today: LegalDate;
  readonly scripts: readonly Script[];
}

/** The first page: what can be done here, by need, and where. */
export function renderHome({ catalogue, today, scripts }: HomeProps): string {
  const rules = rulesOf(catalogue);
  return documentOf({
    title: '就近办：十三项事项，镇里就能办',
    description: '山亭区十三项政务服务在镇里就能办：要带什么、去哪里、多久办好，查清楚再出门。',
    scripts,
    children: (
      <>
        <h1>出门前，先查清要带什么</h1>
        <p class="lead">到区里或者到镇里都一样受理，去近的那一处就行。</p>
        <SearchForm query="" />
        <div class="needs">
          {needsOf(catalogue).map((need) => (
            <NeedGroup key={need.title} need={need} rules={rules} today={today} />
          ))}
        </div>
        <section class="later">
          <ProgressForm number="" />
        </section>
        <section class="later">
          <h2>去哪里办</h2>
          <Halls offices={catalogue.offices.filter(isHall)} />
        </section>
      </>
    ),
  });
}

/** Every guide stands somewhere, also one that was added since the needs were written down. */
function needsOf({ items }: Catalogue): readonly Need[] {
  const placed = new Set(NEEDS.flatMap((need) => need.guides));
  const others = items.flatMap((item) => item.guides).filter((id) => !placed.has(id));
  return others.length > 0 ? [...NEEDS, { title: '其他', guides: others }] : NEEDS;
}

interface NeedProps {
  readonly need: Need;
  readonly rules: Rules;
  readonly today: LegalDate;
}

function NeedGroup({ need, rules, today }: NeedProps): VNode | null {
  const guides = need.guides.flatMap((id) => rules.guide(id) ?? []);
  if (guides.length === 0) return null;
  return (
    <section>
      <h2>{need.title}</h2>
      <ul class="items">
        {guides.map((guide) => {
          const item = rules.item(guide.item);
          const stopped = item && itemStatusOn(item, today).state !== 'in_force';
          return (
            <li key={guide.id}>
              <a href={`/guide/${guide.id}`}>{guide.title}</a>
              {stopped && <span class="stopped">目前不办，点开看去哪里</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Works without JavaScript: an ordinary form. */
export interface AskedAgain {
  readonly number: string;
  /** Kept where it was right, and something more is asked. */
  readonly code?: string | undefined;
  /** The end of an identity number is asked for as well. */
  readonly askIdEnd?: boolean | undefined;
}

export function ProgressForm({ number, code = '', askIdEnd = false }: AskedAgain): VNode {
  return (
    <form class="ask" method="post" action="/progress" autocomplete="off">
      <h2>查办到哪一步了</h2>
      <input type="hidden" name="channel" value="web" />
      <label for="number">办件编号</label>
      <input
        id="number"
        name="number"
        class="code"
        value={number}
        required
        maxLength={60}
        inputMode="text"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="number-hint"
      />
      <p class="hint" id="number-hint">
        在回执上，像 370406102-20261123-K7-0007-4QXM-H，横线可以不输。拿的是收件贴的，输贴号。
      </p>
      <label for="code">查询码</label>
      <input
        id="code"
        name="code"
        class="code"
        value={code}
        required
        maxLength={12}
        autocapitalize="characters"
        spellcheck={false}
      />
      <p class="hint">回执二维码旁边的 6 位字符。用手机扫码可以不输。</p>
      {askIdEnd && <IdEnd />}
      <button type="submit">查进度</button>
    </form>
  );
}

/** Two cases with one sticker: whoever asks says whose case it is, and is shown none of it. */
function IdEnd(): VNode {
  return (
    <>
      <label for="id-end">证件号码后 4 位</label>
      <input
        id="id-end"
        name="idEnd"
        class="code"
        required
        minLength={4}
        maxLength={4}
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="id-end-hint"
      />
      <p class="hint" id="id-end-hint">
        申请人的身份证号码；单位办的，填统一社会信用代码。
      </p>
    </>
  );
}
