import type { VNode } from 'preact';
import type { ProgressView } from '../../domain/progress.ts';
import { documentOf } from './document.tsx';
import { EvaluationForm, type Receipt, type TypedEvaluation } from './evaluation.tsx';
import { ProgressForm } from './home.tsx';

export interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

export interface ProgressProps {
  /** The scripts that read number and code from the address's fragment. */
  readonly scripts: readonly string[];
  readonly found?: ProgressView;
  readonly problem?: ProblemWords;
  /** What was typed, so that a slip of the finger can be mended. */
  readonly number?: string;
  /** Kept, and asked besides: `ProgressForm`. */
  readonly code?: string;
  readonly askIdEnd?: boolean;
  /** With which it was found: an evaluation is sent with the same. */
  readonly receipt?: Receipt;
  readonly typed?: TypedEvaluation;
}

const STATUS_WORD: Readonly<Record<ProgressView['status'], string>> = {
  received: '已收件',
  correcting: '等您补材料',
  accepted: '已受理',
  returned: '已退回',
  declined: '不予受理',
  closed: '已终止',
  withdrawn: '已撤回',
  opined: '已审核',
  decided: '已决定',
  approved: '已审定',
  sealed: '已盖章',
  atDepartment: '在区里部门',
  returnedByDepartment: '退回镇里改',
  issued: '已办好',
  refused: '不予办理',
  delivered: '已办结',
  answered: '已答复',
  escalated: '已转请部门',
  revoked: '已撤销',
};

/** The page at the address in the receipt's QR. The same mark-up serves with and without JavaScript. */
export function renderProgress(props: ProgressProps): string {
  return documentOf({
    title: '查进度 · 就近办',
    description: '凭回执上的编号和查询码，查办到哪一步了。',
    scripts: props.scripts,
    children: (
      <>
        <h1>办到哪一步了</h1>
        <div id="answer" aria-live="polite">
          {props.problem && <Problem {...props.problem} />}
          {props.found && <Found view={props.found} />}
        </div>
        {props.found && props.receipt && <EvaluationForm receipt={props.receipt} typed={props.typed ?? {}} />}
        {props.found && (
          <p>
            办事被推诿、被拒收的，可以 <a href="/complaint">投诉</a>。
          </p>
        )}
        <ProgressForm number={props.number ?? ''} code={props.code} askIdEnd={props.askIdEnd} />
      </>
    ),
  });
}

export function Problem({ what, todo }: ProblemWords): VNode {
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{todo}</p>
    </div>
  );
}

export function Found({ view }: { readonly view: ProgressView }): VNode {
  return (
    <section class="found" aria-label="办理进度">
      <p class="status">
        <span class="word">{view.word ?? STATUS_WORD[view.status]}</span>
      </p>
      <p>{view.says}</p>
      {view.line.at >= 0 && <Line line={view.line} />}
      {view.flagged && <p class="quiet">这一件有情况需要区里核对，不影响您手里的回执。</p>}
      <dl>
        <dt>办件编号</dt>
        <dd class="number">{view.number}</dd>
        <dt>事项</dt>
        <dd>{view.item}</dd>
        <dt>收件大厅</dt>
        <dd>{view.hall}</dd>
        <dt>收件日期</dt>
        <dd>{view.receivedOn}</dd>
        {view.acceptedOn && (
          <>
            <dt>受理日期</dt>
            <dd>{view.acceptedOn}</dd>
          </>
        )}
        {view.due && <Due due={view.due} />}
      </dl>
      {view.bring.length > 0 && <Bring bring={view.bring} />}
    </section>
  );
}

/** What happens on its way, and how far it has come. */
function Line({ line: { stages, at } }: Pick<ProgressView, 'line'>): VNode {
  return (
    <ol class="stages" aria-label="办理步骤">
      {stages.map((stage, index) => (
        <li
          key={stage}
          data-state={index < at ? 'past' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          {STATUS_WORD[stage]}
        </li>
      ))}
    </ol>
  );
}

function Due({ due }: { readonly due: NonNullable<ProgressView['due']> }): VNode {
  return (
    <>
      <dt>{due.kind === 'promised' ? '承诺办结' : '法定办结'}</dt>
      <dd>
        最晚 {due.date}
        {due.provisional && '（下一年的放假安排还没有公布，公布后可能调整）'}
      </dd>
    </>
  );
}

function Bring({ bring }: { readonly bring: ProgressView['bring'] }): VNode {
  return (
    <>
      <h2>还要带来</h2>
      <ul class="bring">
        {bring.map((line) => (
          <li key={line.name}>
            <strong>{line.name}</strong>
            <span>{line.what}</span>
            {line.until && <span class="quiet">最晚 {line.until}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
