import { ArrowRightLeft, Check, Clock, HandHelping, Split, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Badge } from './badge.tsx';
import styles from './checklistLine.module.css';
import { Icon } from './icon.tsx';
import { lineWords } from './words.ts';

export type LineStatus = keyof typeof lineWords;

export interface ChecklistLineProps {
  readonly name: string;
  /** What form and how many: 「原件1份，核验后退回」. */
  readonly form: string;
  /** Why it is asked; begins with the answer that caused it, where one did. */
  readonly why: string;
  readonly basis?: string | undefined;
  /** The line itself awaits the department's confirmation (待部门核定). */
  readonly pending?: boolean | undefined;
  readonly status: LineStatus;
  /** More exact than the status' own word: 「原件已核，已退回」「待准备」. */
  readonly statusWord?: string | undefined;
  /** The one large control (`Segments`, a `Checkbox`); none where it is only read. */
  readonly control?: ComponentChildren;
  /** What follows from the state: a date for 容缺, a source, a clerk's remark. */
  readonly note?: ComponentChildren;
  /** Its photographed pages. */
  readonly pages?: ComponentChildren;
}

const shapes = {
  open: undefined,
  done: Check,
  deferred: Clock,
  missing: TriangleAlert,
  promised: HandHelping,
  shared: ArrowRightLeft,
  depends: Split,
} as const;

/** The heart of the product. It looks the same to the citizen, the clerk and the reviewer. */
export function ChecklistLine(props: ChecklistLineProps) {
  const shape = shapes[props.status];
  return (
    <li class={styles.line} data-status={props.status}>
      <span class={styles.box} aria-hidden="true">
        {shape && <Icon of={shape} size="20px" />}
      </span>
      <div class={styles.said}>
        <div class={styles.head}>
          <h3 class={styles.name}>{props.name}</h3>
          {props.pending && <Badge kind="pending" />}
          <p class={styles.status}>{props.statusWord ?? lineWords[props.status]}</p>
        </div>
        <p class={styles.form}>{props.form}</p>
        <p class={styles.why}>{props.why}</p>
        {props.basis && <p class={styles.basis}>依据：{props.basis}</p>}
      </div>
      {props.control && <div class={styles.control}>{props.control}</div>}
      {props.note && <div class={styles.note}>{props.note}</div>}
      {props.pages && <div class={styles.note}>{props.pages}</div>}
    </li>
  );
}

export interface ChecklistProps {
  /** The h2 over it: 「材料清单，共 6 样」. */
  readonly heading: string;
  /** Keep the heading for screen readers only, where the page already says it. */
  readonly headingUnseen?: boolean | undefined;
  /** `ChecklistLine`s. */
  readonly children: ComponentChildren;
}

export function Checklist({ heading, headingUnseen, children }: ChecklistProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class={headingUnseen ? 'unseen' : styles.heading}>
        {heading}
      </h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone */}
      <ol class={styles.list} role="list">
        {children}
      </ol>
    </section>
  );
}
