import type { VNode } from 'preact';
import { FOLLOW_UP, LEVELS, REPLACE_DAYS } from '../../domain/feedback.ts';
import type { EvaluationTaken } from '../../protocol/feedback.ts';
import { documentOf, type Script } from './document.tsx';
import { Telephone, Words } from './sayings.tsx';

/** What was typed into a form that could not be taken. */
export interface TypedEvaluation {
  readonly level?: string;
  readonly words?: string;
  readonly telephone?: string;
}

export interface Receipt {
  readonly number: string;
  readonly code: string;
  readonly channel: string;
}

/** 好差评: nobody is asked for it, nothing is chosen beforehand. */
export function EvaluationForm(props: { readonly receipt: Receipt; readonly typed: TypedEvaluation }): VNode {
  const { receipt, typed } = props;
  return (
    <form class="ask" method="post" action="/evaluation" autocomplete="off">
      <h2>评一评这次办事</h2>
      <p>
        自愿评价。一件评一次，{REPLACE_DAYS}{' '}
        天内再评，以后一次为准。办件的人看不到是谁评的，也看不到写了什么。
      </p>
      <input type="hidden" name="number" value={receipt.number} />
      <input type="hidden" name="code" value={receipt.code} />
      <input type="hidden" name="channel" value={receipt.channel} />
      <fieldset>
        <legend>您满意吗</legend>
        {LEVELS.map(({ id, word }) => (
          <label key={id} class="pick">
            <input type="radio" name="level" value={id} required checked={typed.level === id} />
            {word}
          </label>
        ))}
      </fieldset>
      <Words value={typed.words} />
      <Telephone value={typed.telephone} />
      <button type="submit">提交评价</button>
    </form>
  );
}

export interface EvaluatedProps extends EvaluationTaken {
  readonly scripts: readonly Script[];
}

export function renderEvaluated({ replaced, until, due, scripts }: EvaluatedProps): string {
  return documentOf({
    title: '评价收到了 · 就近办',
    description: '您的评价收到了。',
    scripts,
    children: (
      <>
        <h1>评价收到了</h1>
        <p class="lead">{replaced ? '已经用这一次的代替前面的。' : '谢谢您说出来。'}</p>
        {due && (
          <p>
            督查人员会核实您反映的情况，最晚 {due} 处理。
            <Unconfirmed />
          </p>
        )}
        <p>想改的话，最晚可以改到 {until}：再查一次进度，重新评就行。</p>
      </>
    ),
  });
}

/** The limit is ours until the department has said so. */
export function Unconfirmed(): VNode | null {
  if (FOLLOW_UP.confirmation === 'confirmed') return null;
  return <span class="quiet">（{FOLLOW_UP.workingDays} 个工作日的期限，部门还没有确认）</span>;
}
