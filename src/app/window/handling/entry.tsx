import type { ComponentChildren } from 'preact';
import type { Case } from '../../../domain/case.ts';
import { deliverySignature, type Served } from '../../../domain/files.ts';
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

/** That there is a signature, and where to look at it. */
export function SignedOnScreen({ found, of }: { readonly found: Case; readonly of: Served }) {
  const signed = found.files?.some((one) => one.for === deliverySignature(of));
  return signed ? <p>签收人在屏幕上签了名，签名在下面的“照片”里。</p> : null;
}
