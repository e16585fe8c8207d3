import { useSignal } from '@preact/signals';
import { Copy } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { FilledPart, IntakeFacts } from '../../../domain/filledForm.ts';
import type { TargetSystem } from '../../../domain/item.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { coveredText } from '../covered.ts';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import styles from './copyCard.module.css';
import { type CopyRow, copyRows, copyText } from './copyRows.ts';

interface CopyCardProps {
  readonly caseId: string;
  readonly target: TargetSystem;
  readonly facts: IntakeFacts;
  /** Where what the system gave back is written down. */
  readonly children: ComponentChildren;
}

/** What the clerk also types into the system of record, field by field in its order: nobody reads it off. */
export function CopyCard({ caseId, target, facts, children }: CopyCardProps) {
  const card = useRef<HTMLElement>(null);
  const { copy } = useLocation().query;
  // Whoever came for it need not look for it below the papers.
  useEffect(() => {
    if (copy !== undefined) card.current?.scrollIntoView();
  }, [copy]);
  const copying = useCopying(caseId);
  return (
    <section ref={card} class={styles.card} aria-label={`录入${target.name}`}>
      <h2>
        录入{target.name} {target.confirmation === 'pending' && <Badge kind="pending" />}
      </h2>
      <p class={styles.quiet}>栏目按系统里的先后排。点“复制”，再到系统里粘贴；号码复制的是全号。</p>
      <dl class={styles.rows}>
        {copyRows(target, facts).map((row) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>
              <RowValue row={row} />
              {row.parts.length > 0 && (
                <Button
                  icon={Copy}
                  label={`复制${row.label}`}
                  busy={copying.busy}
                  onClick={() => void copying.copy(row)}
                >
                  复制
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class={styles.said} role="status">
        {copying.said}
      </p>
      {copying.byHand && <ByHand key={copying.byHand.label} {...copying.byHand} />}
      <TroubleNotice trouble={copying.trouble} kept="办件内容都在，没有丢失。" />
      {children}
    </section>
  );
}

function RowValue({ row }: { readonly row: CopyRow }) {
  if (row.parts.length === 0) return <span class={styles.quiet}>收件时没有问到，手工填</span>;
  return <span>{row.parts.map(coveredText).join('、')}</span>;
}

interface Selected {
  readonly label: string;
  readonly text: string;
}

/** Where the browser does not let us copy: the text, selected. */
function ByHand({ label, text }: Selected) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return <input ref={box} class={styles.byHand} readOnly aria-label={label} value={text} />;
}

/** A number of the case is asked for before it is copied, and the asking recorded like any other. */
function useCopying(caseId: string) {
  const { local } = useBench();
  const busy = useSignal(false);
  const said = useSignal('');
  const byHand = useSignal<Selected | null>(null);
  const trouble = useSignal<Trouble | null>(null);
  const clear = async ({ party, what }: NonNullable<FilledPart['number']>): Promise<string | undefined> => {
    const result = await local.reveal(caseId, party, what);
    if (result.ok) return result.value;
    trouble.value = troubleOf(result.refusal);
    return undefined;
  };
  const copy = async ({ label, parts }: CopyRow): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    said.value = '';
    byHand.value = null;
    trouble.value = null;
    try {
      const text = await copyText(parts, clear);
      if (text === undefined) return;
      const copied = await toClipboard(text);
      if (!copied) byHand.value = { label, text };
      said.value = copied
        ? `已复制${label}`
        : `浏览器不让自动复制${label}，文字已经选中，请按 Ctrl+C 或者长按复制。`;
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return { copy, busy: busy.value, said: said.value, byHand: byHand.value, trouble: trouble.value };
}

/** False where the browser has no clipboard (plain http) or does not allow it. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
