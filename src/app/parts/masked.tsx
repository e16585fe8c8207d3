import { Eye, EyeOff } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import styles from './masked.module.css';
import { actions } from './words.ts';

export type MaskedKind = 'identity' | 'telephone';

export interface MaskedProps {
  /** 「身份证号」「手机号」. */
  readonly label: string;
  readonly kind: MaskedKind;
  readonly value: string;
  /** Called each time it is uncovered, so that looking can be recorded. */
  readonly onShow?: (() => void) | undefined;
}

/** An identity or telephone number, covered until somebody asks for it. */
export function Masked({ label, kind, value, onShow }: MaskedProps) {
  const [shown, setShown] = useState(false);
  const covered = maskOf(kind, value);
  const tail = tailOf(value);
  const toggle = () => {
    if (!shown) onShow?.();
    setShown(!shown);
  };
  return (
    <span class={styles.masked}>
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
      <Button
        kind="quiet"
        icon={shown ? EyeOff : Eye}
        label={`${shown ? actions.hide : actions.show}${label}`}
        onClick={toggle}
      >
        {shown ? actions.hide : actions.show}
      </Button>
    </span>
  );
}

/** First three and last four stay. What is too short to be a number keeps only its end, or nothing. */
export function maskOf(kind: MaskedKind, value: string): string {
  const head = value.length >= (kind === 'identity' ? 15 : 11) ? 3 : 0;
  const tail = tailOf(value);
  return `${value.slice(0, head)}${'*'.repeat(Math.max(4, value.length - head - tail.length))}${tail}`;
}

function tailOf(value: string): string {
  return value.length > 6 ? value.slice(-4) : '';
}

/** As people read them out: 370406 19700101 1234, 138 0000 1234. Gaps are drawn, not copied. */
function groupsOf(kind: MaskedKind, value: string): string[] {
  const cuts = kind === 'identity' ? [6, 14] : [3, 7];
  return [value.slice(0, cuts[0]), value.slice(cuts[0], cuts[1]), value.slice(cuts[1])].filter(
    (group) => group !== '',
  );
}
