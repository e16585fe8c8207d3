import { Eye, EyeOff } from 'lucide';
import { useState } from 'preact/hooks';
import { mask, maskTelephone } from '../../domain/identity.ts';
import { Button } from './button.tsx';
import styles from './masked.module.css';
import { actions } from './words.ts';

export type MaskedKind = 'identity' | 'telephone';

export interface MaskedProps {
  /** 「身份证号」「手机号」. */
  readonly label: string;
  readonly kind: MaskedKind;
  readonly value: string;
}

/** A number in one's own form: covered, and uncovered at a press. Of a case it is `Asked` for. */
export function Masked({ label, kind, value }: MaskedProps) {
  const [shown, setShown] = useState(false);
  return (
    <span class={styles.masked}>
      <NumberText label={label} kind={kind} value={value} shown={shown} />
      <Button
        kind="quiet"
        icon={shown ? EyeOff : Eye}
        label={`${shown ? actions.hide : actions.show}${label}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? actions.hide : actions.show}
      </Button>
    </span>
  );
}

export interface AskedProps extends MaskedProps {
  /** The number in clear once the asking is recorded. */
  readonly answer: string | undefined;
  readonly busy: boolean;
  readonly onAsk: () => void;
}

/** A number of somebody who takes part in a case: covered until asked for, and the asking is recorded. */
export function Asked({ label, kind, value, answer, busy, onAsk }: AskedProps) {
  return (
    <span class={styles.masked}>
      <NumberText label={label} kind={kind} value={answer ?? value} shown={answer !== undefined} />
      {answer === undefined ? (
        <Button kind="quiet" icon={Eye} label={`${actions.look}${label}`} busy={busy} onClick={onAsk}>
          {actions.look}
        </Button>
      ) : (
        <span class={styles.noted} role="status">
          {actions.looked}
        </span>
      )}
    </span>
  );
}

function NumberText({ label, kind, value, shown }: MaskedProps & { readonly shown: boolean }) {
  const covered = maskOf(kind, value);
  const tail = /[^*]*$/.exec(covered)?.[0] ?? '';
  return (
    <span class={styles.value}>
      <span class="unseen">{shown ? `${label}：` : `${label}，已遮盖${tail && '，末四位'} `}</span>
      {shown ? (
        groupsOf(kind, value).map((group, at) => (
          <span key={at} class={styles.group}>
            {group}
          </span>
        ))
      ) : (
        <>
          <span aria-hidden="true">{covered.slice(0, covered.length - tail.length)}</span>
          {tail}
        </>
      )}
    </span>
  );
}

/** What stands there while it is covered. */
export function maskOf(kind: MaskedKind, value: string): string {
  return kind === 'identity' ? mask(value) : maskTelephone(value);
}

/** As people read them out: 370406 19700101 1234, 138 0000 1234. Gaps are drawn, not copied. */
function groupsOf(kind: MaskedKind, value: string): string[] {
  const cuts = kind === 'identity' ? [6, 14] : [3, 7];
  const all = [...value];
  return [all.slice(0, cuts[0]), all.slice(cuts[0], cuts[1]), all.slice(cuts[1])]
    .map((group) => group.join(''))
    .filter((group) => group !== '');
}
