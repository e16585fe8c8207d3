import type { ComponentChildren } from 'preact';
import type { Signed } from '../../../domain/handling.ts';
import { dateInFull } from '../../parts/dates.ts';
import styles from '../case/case.module.css';
import { useBench } from '../desk.tsx';

/** One thing that somebody did with a case, with who and when under it. */
export function Entry(props: {
  readonly heading: string;
  readonly by: Signed;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  const { rules } = useBench();
  const { name, office, on } = props.by;
  return (
    <section class={styles.entry} aria-label={props.heading}>
      <h2>{props.heading}</h2>
      {props.text && <p>{props.text}</p>}
      {props.children}
      <p class={styles.quiet}>
        {rules.office(office)?.shortName ?? office} · {name} · {dateInFull(on)}
      </p>
    </section>
  );
}
