import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/condition.ts';
import type { Question } from '../../domain/guide.ts';

interface AskProps {
  readonly question: Question;
  readonly onAnswer: (given: Answer) => void;
}

/** One question. A choice is one tap. */
export function Ask({ question, onAnswer }: AskProps): VNode {
  const legend = useRef<HTMLLegendElement>(null);
  useEffect(() => {
    // Whoever listens hears the next question; whoever has only just come stays where they are.
    if (document.activeElement !== document.body) legend.current?.focus();
  }, []);
  return (
    <fieldset class="question">
      <legend tabIndex={-1} ref={legend}>
        {question.text}
      </legend>
      {question.help && <p class="hint">{question.help}</p>}
      {question.kind === 'choice' ? (
        question.options.map((option) => (
          <button
            key={String(option.value)}
            type="button"
            class="option"
            onClick={() => onAnswer(option.value)}
          >
            {option.label}
            {option.help && <span class="hint">{option.help}</span>}
          </button>
        ))
      ) : (
        <Written question={question} onAnswer={onAnswer} />
      )}
    </fieldset>
  );
}

const WRITTEN_ID = 'written';

function Written({ question, onAnswer }: AskProps): VNode | null {
  const [typed, setTyped] = useState('');
  if (question.kind === 'choice') return null;
  const submit = (event: Event): void => {
    event.preventDefault();
    onAnswer(question.kind === 'number' ? Number(typed) : typed);
  };
  return (
    <form onSubmit={submit}>
      <label for={WRITTEN_ID}>{question.kind === 'number' ? `填数字（${question.unit}）` : '填在这里'}</label>
      <Field question={question} typed={typed} onTyped={setTyped} />
      <button type="submit">下一步</button>
    </form>
  );
}

interface FieldProps {
  readonly question: Exclude<Question, { kind: 'choice' }>;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

function Field({ question, typed, onTyped }: FieldProps): VNode {
  const common = {
    ...{ id: WRITTEN_ID, value: typed, required: true },
    onInput: (event: { currentTarget: HTMLInputElement }) => onTyped(event.currentTarget.value),
  };
  if (question.kind === 'number')
    return <input type="number" inputMode="numeric" min={question.min} max={question.max} {...common} />;
  if (question.kind === 'date') return <input type="date" {...common} />;
  return <input type="text" maxLength={question.maxLength} {...common} />;
}
