import type { VNode } from 'preact';
import { TURNED_AWAY } from '../../domain/feedback.ts';
import { isHall, type Office } from '../../domain/office.ts';
import type { Catalogue } from '../../domain/rules.ts';
import type { LegalDate } from '../../domain/time.ts';
import type { ComplaintState, ComplaintTaken } from '../../protocol/feedback.ts';
import { documentOf, type Script } from './document.tsx';
import { Unconfirmed } from './evaluation.tsx';
import { Problem, type ProblemWords } from './progress.tsx';
import { Telephone, Words } from './sayings.tsx';

/** What was typed into a form that could not be taken. */
export interface TypedComplaint {
  readonly office?: string;
  readonly ground?: string;
  readonly on?: string;
  readonly number?: string;
  readonly words?: string;
  readonly telephone?: string;
}

export interface ComplaintProps {
  readonly catalogue: Catalogue;
  readonly today: LegalDate;
  readonly problem?: ProblemWords;
  readonly typed?: TypedComplaint;
  readonly scripts: readonly Script[];
}

/** 被推诿、被拒收: no case is needed, and no name. */
export function renderComplaint({ catalogue, today, problem, typed = {}, scripts }: ComplaintProps): string {
  return documentOf({
    title: '投诉被推诿、被拒收 · 就近办',
    description: '去大厅办事被推来推去、不收材料、要清单以外的材料或者要钱，在这里投诉。',
    scripts,
    children: (
      <>
        <h1 class="word">被推诿、被拒收，在这里投诉</h1>
        <p class="lead">不用报姓名。提交后给您一个编号，凭它查处理结果。</p>
        {problem && <Problem {...problem} />}
        <form class="ask" method="post" action="/complaint" autocomplete="off">
          <HallChoice offices={catalogue.offices.filter(isHall)} chosen={typed.office} />
          <fieldset>
            <legend>怎么了</legend>
            {TURNED_AWAY.map(({ id, word }) => (
              <label key={id} class="pick">
                <input type="radio" name="ground" value={id} required checked={typed.ground === id} />
                {word}
              </label>
            ))}
          </fieldset>
          <label for="on">哪一天</label>
          <input id="on" name="on" type="date" required max={today} value={typed.on ?? ''} />
          <label for="number">办件编号或者贴号（没有可以不填）</label>
          <input
            id="number"
            name="number"
            class="code"
            maxLength={60}
            autocapitalize="characters"
            spellcheck={false}
            value={typed.number ?? ''}
          />
          <Words value={typed.words} />
          <Telephone value={typed.telephone} />
          <button type="submit">提交投诉</button>
        </form>
        <p>
          <a href="/complaint/state">已经投诉过，查处理结果</a>
        </p>
      </>
    ),
  });
}

function HallChoice(props: {
  readonly offices: readonly Office[];
  readonly chosen: string | undefined;
}): VNode {
  return (
    <>
      <label for="office">哪个大厅</label>
      <select id="office" name="office" required>
        <option value="">请选择</option>
        {props.offices.map(({ id, name }) => (
          <option key={id} value={id} selected={props.chosen === id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

export interface ComplainedProps extends ComplaintTaken {
  readonly scripts: readonly Script[];
}

export function renderComplained({ number, due, scripts }: ComplainedProps): string {
  return documentOf({
    title: '投诉收到了 · 就近办',
    description: '您的投诉收到了。',
    scripts,
    children: (
      <>
        <h1>投诉收到了</h1>
        <p class="lead">请抄下或者截图留好这个编号，凭它查处理结果：</p>
        <p class="status">
          <span class="word number">{number}</span>
        </p>
        <p>
          由区里的督查人员核实，最晚 {due} 答复。
          <Unconfirmed />
        </p>
        <p>
          <a href="/complaint/state">查处理结果</a>
        </p>
      </>
    ),
  });
}

export interface ComplaintStateProps {
  readonly found?: ComplaintState;
  readonly problem?: ProblemWords;
  readonly number?: string;
  readonly scripts: readonly Script[];
}

export function renderComplaintState({ found, problem, number = '', scripts }: ComplaintStateProps): string {
  return documentOf({
    title: '查投诉处理结果 · 就近办',
    description: '凭投诉编号，查处理到哪一步了。',
    scripts,
    children: (
      <>
        <h1>投诉处理得怎么样了</h1>
        <div id="answer" aria-live="polite">
          {problem && <Problem {...problem} />}
          {found && <State found={found} />}
        </div>
        <form class="ask" method="post" action="/complaint/state" autocomplete="off">
          <label for="number">投诉编号</label>
          <input
            id="number"
            name="number"
            class="code"
            required
            maxLength={60}
            autocapitalize="characters"
            spellcheck={false}
            value={number}
            aria-describedby="number-hint"
          />
          <p class="hint" id="number-hint">
            TS 开头，像 TS-7K3F-9QXM-2ABC-H，横线可以不输。
          </p>
          <button type="submit">查处理结果</button>
        </form>
        <p>
          <a href="/complaint">去投诉</a>
        </p>
      </>
    ),
  });
}

function State({ found }: { readonly found: ComplaintState }): VNode {
  return (
    <section class="found" aria-label="处理结果">
      <p class="status">
        <span class="word">{found.state === 'answered' ? '已经答复' : '正在核实'}</span>
      </p>
      {found.state === 'open' && (
        <p>
          督查人员最晚 {found.due} 答复。
          <Unconfirmed />
        </p>
      )}
      {found.note && <p class="said">{found.note}</p>}
      <dl>
        <dt>大厅</dt>
        <dd>{found.hall}</dd>
        <dt>投诉的事</dt>
        <dd>{found.what}</dd>
        <dt>发生在</dt>
        <dd>{found.on}</dd>
        <dt>提交于</dt>
        <dd>{found.saidOn}</dd>
        {found.answeredOn && (
          <>
            <dt>答复于</dt>
            <dd>{found.answeredOn}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
