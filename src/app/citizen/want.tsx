import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import {
  answerInWords,
  type ChecklistLine,
  checklistOf,
  elsewhere,
  failedChecks,
} from '../../domain/checklist.ts';
import type { Answer, Answers } from '../../domain/condition.ts';
import type { CompleteGuide } from '../../domain/guide.ts';
import { promiseInWords } from '../../domain/inWords.ts';
import { limitRuleOf } from '../../domain/limits.ts';
import { questionsForCitizen } from '../../domain/wanted.ts';
import { Ask } from './ask.tsx';
import { ListPromise } from './guidePapers.tsx';
import { PaperLine } from './paperLine.tsx';

/** What a reader has answered and ticked; it stays on the phone. */
export interface Kept {
  readonly answers: Answers;
  readonly ticks: readonly string[];
}

export const NOTHING: Kept = { answers: {}, ticks: [] };

export interface WantProps {
  readonly guide: CompleteGuide;
  readonly telephone: string | undefined;
  readonly kept: Kept;
  readonly onKeep: (kept: Kept) => void;
  /** What can be done with a finished list: shared, printed. */
  readonly actions: (list: FinishedList) => ComponentChildren;
}

export interface FinishedList {
  readonly guide: CompleteGuide;
  readonly answers: Answers;
  readonly lines: readonly ChecklistLine[];
}

/** 「我要办」: a few questions, one at a time, then my own list. */
export function Want({ guide, telephone, kept, onKeep, actions }: WantProps): VNode {
  const [{ answers, ticks }, setKept] = useState(kept);
  const keep = (next: Kept): void => {
    setKept(next);
    onKeep(next);
  };
  const questions = questionsForCitizen(guide, answers);
  const next = questions.find((one) => answers[one.id] === undefined);
  const away = elsewhere(guide, answers);
  const answer = (id: string, given: Answer): void => keep({ answers: { ...answers, [id]: given }, ticks });
  const again = (id: string): void => {
    const from = guide.questions.findIndex((one) => one.id === id);
    const earlier = new Set(guide.questions.slice(0, from).map((one) => one.id));
    keep({ answers: Object.fromEntries(Object.entries(answers).filter(([one]) => earlier.has(one))), ticks });
  };
  return (
    <>
      <h2>我要办：答几个问题，看要带什么</h2>
      <ol class="answered">
        {questions
          .filter((one) => answers[one.id] !== undefined)
          .map((one) => (
            <li key={one.id}>
              <span>{one.text}</span> <strong>{answerInWords(one, answers[one.id] ?? '')}</strong>
              <button type="button" class="quiet-button" onClick={() => again(one.id)}>
                改<span class="away">：{one.text}</span>
              </button>
            </li>
          ))}
      </ol>
      {away && (
        <div class="problem" role="alert">
          <p>
            <strong>这种情况请到{away.goTo}。</strong>
          </p>
          <p>{away.why}</p>
        </div>
      )}
      {!away && next && <Ask key={next.id} question={next} onAnswer={(given) => answer(next.id, given)} />}
      {!away && !next && (
        <MyList
          {...{ guide, telephone, answers, ticks, actions }}
          onTicks={(changed) => keep({ answers, ticks: changed })}
          onClear={() => keep(NOTHING)}
        />
      )}
    </>
  );
}

interface MyListProps extends Pick<WantProps, 'guide' | 'telephone' | 'actions'>, Kept {
  readonly onTicks: (ticks: readonly string[]) => void;
  readonly onClear: () => void;
}

function MyList({ guide, telephone, answers, ticks, actions, onTicks, onClear }: MyListProps): VNode {
  const lines = checklistOf(guide, answers).filter((line) => line.state === 'asked');
  const promised = limitRuleOf(guide, answers)?.promised;
  const toggle = (id: string): void =>
    onTicks(ticks.includes(id) ? ticks.filter((one) => one !== id) : [...ticks, id]);
  return (
    <section class="mine" aria-label="我的清单">
      <h2 id="mine">
        要带 {lines.length} 样<span class="quiet">{promised && `，${promiseInWords(promised)}`}</span>
      </h2>
      {failedChecks(guide, answers).failed.map((check) => (
        <p class="problem" key={check.id}>
          {check.message}
        </p>
      ))}
      <ul class="papers">
        {lines.map(({ material, because }) => (
          <PaperLine
            key={material.id}
            material={material}
            because={because}
            box={
              <input
                type="checkbox"
                aria-label={`${material.name}，带上了`}
                checked={ticks.includes(material.id)}
                onChange={() => toggle(material.id)}
              />
            }
          />
        ))}
      </ul>
      <ListPromise guide={guide} telephone={telephone} />
      {actions({ guide, answers, lines })}
      <p>
        <button type="button" class="quiet-button" onClick={onClear}>
          重新选，清掉我的回答
        </button>
      </p>
    </section>
  );
}
