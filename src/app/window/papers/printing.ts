import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Case } from '../../../domain/case.ts';
import { issuedDocument } from '../../../domain/documents.ts';
import { type LegalDate, legalDateOf } from '../../../domain/time.ts';
import type { CaseDocuments } from '../../../protocol/documents.ts';
import type { CaseView } from '../../local/types.ts';
import { dateInFull } from '../../parts/dates.ts';
import { useBench } from '../desk.tsx';
import { printedHere } from '../memory.ts';
import { type Trouble, troubleOf } from '../trouble.tsx';
import { isHandled, isIssued, type PaperKind } from './papers.ts';

/** How a document stands with the district, and which printing of it this is. */
export interface Printing {
  /** What its QR says; undefined until the district has recorded what it says. */
  readonly code: string | undefined;
  /** Something of it is still on its way to the district. */
  readonly waits: boolean;
  /** Stands at the head of whatever is not its first printing. */
  readonly mark: string | undefined;
  readonly trouble: Trouble | null;
  /** Records the printing, and prints; what is not a document of handling is printed as it is. */
  print(): Promise<void>;
}

/** Longer than a browser takes to draw what it prints. */
const DRAWN_MS = 1_000;

/** The day of what a paper says, and of the last word that was put right in it. */
function dayOf({ rectifications }: Case, on: LegalDate): LegalDate {
  const mended = rectifications?.at(-1)?.on ?? on;
  return mended > on ? mended : on;
}

/** Only of documents of handling is it known which printing this is: the window's own are not recorded. */
const markOf = (times: number | undefined, on: LegalDate): string =>
  ['补打', times && `第 ${times} 次`, dateInFull(on)].filter(Boolean).join('　');

/**
 * What is printed of a window's own paper after its day, or once more on this page, is marked as a later one.
 * @param view undefined while the case is only in this page's memory
 */
export function usePrinting(view: CaseView | undefined, kind: PaperKind): Printing {
  const { local, rules, desk } = useBench();
  const held = useSignal<CaseDocuments | null>(null);
  const trouble = useSignal<Trouble | null>(null);
  /** Which printing stands on the paper while the browser draws it. */
  const drawn = useSignal<number | null>(null);
  const id = view?.case.id;
  const read = async () => {
    if (id !== undefined) held.value = await (await local.papers()).documentsOf(id);
  };
  useEffect(() => {
    void read();
  }, [view]);
  const issued =
    view && isIssued(kind) ? issuedDocument(view.case, kind, rules.item(view.case.item)) : undefined;
  const before = held.value?.prints.filter((one) => one.hash === issued?.hash).length ?? 0;
  const times = drawn.value ?? before + 1;
  const today = legalDateOf(local.now());
  const own = `${id} ${kind} ${issued?.hash}`;
  const again = isHandled(kind)
    ? issued !== undefined && times > 1
    : kind !== 'commitment' &&
      (printedHere.value.has(own) ||
        (view !== undefined && dayOf(view.case, issued?.on ?? view.case.receivedOn) < today));
  const record = async (): Promise<boolean> => {
    if (!view || !issued || !isHandled(kind) || drawn.value !== null) return true;
    drawn.value = times;
    const result = await (await local.papers()).print(view, { kind, hash: issued.hash });
    trouble.value = result.ok ? null : troubleOf(result.refusal);
    if (!result.ok) drawn.value = null;
    else await read();
    return result.ok;
  };
  const drawnSoon = () =>
    desk.timer.after(DRAWN_MS, () => {
      drawn.value = null;
      if (!isHandled(kind)) printedHere.value = new Set([...printedHere.value, own]);
    });
  useEffect(() => {
    // By the browser's own menu: what it draws is marked already, and the printing is recorded as well.
    const byMenu = () => {
      if (drawn.value === null) void record().then(drawnSoon);
    };
    addEventListener('beforeprint', byMenu);
    return () => removeEventListener('beforeprint', byMenu);
  });
  return {
    code: held.value?.signed.find((one) => one.hash === issued?.hash && one.title === issued?.title)?.code,
    waits: view === undefined || view.progress !== 'recorded' || view.pending > 0,
    mark: again ? markOf(isHandled(kind) ? times : undefined, today) : undefined,
    trouble: trouble.value,
    async print() {
      if (!(await record())) return;
      window.print();
      drawnSoon();
    },
  };
}
