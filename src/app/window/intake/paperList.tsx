import type { ComponentChildren } from 'preact';
import type { Calendar } from '../../../domain/calendar.ts';
import type { ChecklistLine as Line, Mark, MarkProblem, Marks } from '../../../domain/checklist.ts';
import { basisInWords } from '../../../domain/inWords.ts';
import type { LegalDate } from '../../../domain/time.ts';
import { inWords } from '../../../protocol/errors.ts';
import { Checklist, ChecklistLine } from '../../parts/checklistLine.tsx';
import { Field } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import styles from './intake.module.css';
import {
  choiceOf,
  choicesFor,
  formOf,
  latestDeferral,
  markInWords,
  markOf,
  statusOfLine,
  whyInWords,
} from './marking.ts';

export interface PaperListProps {
  readonly lines: readonly Line[];
  /** How many of them to draw for now; by default all. */
  readonly drawn?: number | undefined;
  readonly marks: Marks;
  /** Shown beside the lines; undefined while nobody has asked to go on. */
  readonly problems?: ReadonlyMap<string, MarkProblem> | undefined;
  readonly today: LegalDate;
  readonly calendar: Calendar;
  /** What is photographed for a line, under it. */
  readonly pagesOf?: ((line: Line) => ComponentChildren) | undefined;
  /** Absent: the list is only read. */
  readonly onMark?: ((material: string, mark: Mark | undefined) => void) | undefined;
}

/** The checklist with one large control for each line. */
export function PaperList(props: PaperListProps) {
  return (
    <Checklist heading={`材料清单，共 ${props.lines.length} 样`}>
      {props.lines.slice(0, props.drawn).map((line) => (
        <PaperLine key={line.material.id} line={line} {...props} />
      ))}
    </Checklist>
  );
}

function PaperLine({
  line,
  marks,
  problems,
  today,
  calendar,
  pagesOf,
  onMark,
}: PaperListProps & { readonly line: Line }) {
  const { material } = line;
  const mark = marks[material.id];
  const asked = line.state === 'asked';
  const problem = problems?.get(material.id);
  return (
    <ChecklistLine
      name={material.name}
      form={formOf(line)}
      why={whyInWords(line)}
      basis={basisInWords(material.basis)}
      pending={material.confirmation === 'pending'}
      status={statusOfLine(line, mark)}
      statusWord={asked ? markInWords(mark) : undefined}
      control={
        asked &&
        onMark && (
          <Segments
            label={`“${material.name}”的状态`}
            options={choicesFor(material)}
            value={choiceOf(mark)}
            onChange={(choice) => onMark(material.id, markOf(choice, material, today, calendar))}
            onClear={() => onMark(material.id, undefined)}
          />
        )
      }
      note={
        mark && onMark && asked && (problem || NOTED.has(mark.kind)) ? (
          <MarkNote
            mark={mark}
            error={problem && inWords(problem, { name: material.name }).what}
            first={today}
            last={latestDeferral(material, today, calendar)}
            onMark={(next) => onMark(material.id, next)}
          />
        ) : undefined
      }
      pages={asked ? pagesOf?.(line) : undefined}
    />
  );
}

const NOTED: ReadonlySet<Mark['kind']> = new Set(['deferred', 'shared', 'notNeeded']);

interface MarkNoteProps {
  readonly mark: Mark;
  readonly error: string | undefined;
  readonly first: LegalDate;
  readonly last: LegalDate;
  readonly onMark: (mark: Mark) => void;
}

/** What a mark needs besides itself: a date, a source, a reason. */
function MarkNote({ mark, error, first, last, onMark }: MarkNoteProps) {
  switch (mark.kind) {
    case 'deferred':
      return (
        <Field
          label="最晚哪天补齐"
          type="date"
          width="short"
          min={first}
          max={last}
          hint={`不晚于 ${last}`}
          value={mark.due}
          error={error}
          onInput={(due) => onMark({ kind: 'deferred', due: due || last })}
        />
      );
    case 'shared':
      return (
        <Field
          label="从哪里核到"
          maxLength={100}
          value={mark.source}
          error={error}
          onInput={(source) => onMark({ kind: 'shared', source })}
        />
      );
    case 'notNeeded':
      return (
        <Field
          label="为什么不需要"
          width="full"
          maxLength={200}
          value={mark.why}
          error={error}
          onInput={(why) => onMark({ kind: 'notNeeded', why })}
        />
      );
    default:
      return error ? <p class={styles.wrong}>{error}</p> : null;
  }
}
