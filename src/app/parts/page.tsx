import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from './icon.tsx';
import styles from './page.module.css';
import { product } from './words.ts';

export interface PageProps {
  /** Of the window, where the heading names a person: titles land in histories and task bars. */
  readonly title?: string | undefined;
  /** The h1: says what to do. */
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly back?: { readonly label: string; readonly href: string } | undefined;
  /** Over the heading: `Steps`. */
  readonly above?: ComponentChildren;
  /** Beside the heading: badges, a number. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
  /** `ActionBar`. */
  readonly actions?: ComponentChildren;
  /** `reading` keeps lines short; `wide` for two panes and tables; `beside` is wide on a counter's screen alone. */
  readonly width?: 'reading' | 'wide' | 'beside' | undefined;
}

/** One column, one thing to do; the action stays at the thumb. */
export function Page(props: PageProps) {
  useTitle(props.title ?? props.heading);
  return (
    <div class={styles.page} data-width={props.width ?? 'reading'}>
      <div class={styles.column}>
        {props.back && (
          <a class={styles.back} href={props.back.href}>
            <Icon of={ArrowLeft} />
            {props.back.label}
          </a>
        )}
        {props.above}
        <div class={styles.title}>
          <h1>{props.heading}</h1>
          {props.beside}
        </div>
        {props.lead && <p class={styles.lead}>{props.lead}</p>}
        {props.children}
      </div>
      {props.actions}
    </div>
  );
}

/** Whether the page around an element reaches down to the lower edge of the screen, or to the bar that lies over it. */
export function fillsScreen(inside: Element): boolean {
  const column = inside.closest(`.${styles.column}`);
  const last = column?.lastElementChild;
  if (!column || !last) return false;
  const bar = column.nextElementSibling?.getBoundingClientRect().height ?? 0;
  const end = last.getBoundingClientRect().bottom + Number.parseFloat(getComputedStyle(column).rowGap);
  return end + scrollY >= innerHeight - bar - SLIVER_PX;
}

/** Of so little nobody could read anything. */
const SLIVER_PX = 8;

/** Names the window: for whoever has several open, and in the history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${product.name}`;
  }, [title]);
}

export interface TwoPanesProps {
  /** The checklist. */
  readonly left: ComponentChildren;
  /** The paper or the form. Under the left on a phone, beside it and staying in view from a tablet on. */
  readonly right: ComponentChildren;
}

/** Inside a `Page` of width `wide`. */
export function TwoPanes({ left, right }: TwoPanesProps) {
  return (
    <div class={styles.panes}>
      <div class={styles.pane}>{left}</div>
      <div class={styles.pane} data-side="right">
        {right}
      </div>
    </div>
  );
}

export interface CounterProps {
  readonly list: ComponentChildren;
  /** For a screen reader: 「今天的办件」. */
  readonly listLabel: string;
  /** The open case (a `Page`), or an `Empty`. */
  readonly children: ComponentChildren;
  /** A case is open: on a phone it takes the place of the list. */
  readonly open: boolean;
}

/** The counter PC: list left, case right, each scrolling for itself. */
export function Counter({ list, listLabel, children, open }: CounterProps) {
  return (
    <div class={styles.counter} data-open={open ? '' : undefined}>
      <section class={styles.list} aria-label={listLabel}>
        {list}
      </section>
      <div class={styles.case}>{children}</div>
    </div>
  );
}

export interface ActionBarProps {
  /** Buttons, the one primary last: it is the large one. */
  readonly children: ComponentChildren;
  /** Stands before them: 「已自动保存 14:05」. */
  readonly note?: ComponentChildren;
}

/** At the lower edge of the screen as long as its page is in view. */
export function ActionBar({ children, note }: ActionBarProps) {
  return (
    <div class={styles.actions}>
      <div class={styles.inner}>
        {note && <div class={styles.note}>{note}</div>}
        <div class={styles.buttons}>{children}</div>
      </div>
    </div>
  );
}
