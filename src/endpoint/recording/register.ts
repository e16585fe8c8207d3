import type { Case, CaseEvent } from '../../domain/case.ts';
import type { Sealing } from '../../domain/handling.ts';
import type { SealLineRow } from '../store/registerPort.ts';
import type { Tx } from '../store/store.ts';

interface ActDecided {
  readonly stream: string;
  /** The case before, and its version. */
  readonly before: Case | null;
  readonly version: number;
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
}

/**
 * 用印登记: what is sealed is entered in the register in the transaction that records it, and what is given back or taken
 * back afterwards is marked there. Nothing ever leaves it.
 */
export async function keepRegister(
  { stream, before, version, events }: ActDecided,
  tx: Pick<Tx, 'addSealLines' | 'markGivenBack'>,
): Promise<void> {
  if (!before) return;
  for (const [index, one] of events.entries()) {
    const event = one as CaseEvent;
    if (event.type === 'sealed' || event.type === 'revocationSealed')
      await tx.addSealLines([lineOf(event.data, before, { stream, version: version + index + 1 })]);
    if (event.type === 'sentBack' && before.sealing)
      await tx.markGivenBack(stream, { what: event.data.what, on: event.data.on });
  }
}

/** @throws where a rule has left out what it always says */
function lineOf(
  sealing: Sealing,
  { number, sealings = [] }: Case,
  event: Pick<SealLineRow, 'stream' | 'version'>,
): SealLineRow {
  const { office, on, serial, title, seal, copies, approver, drafter, name, text } = sealing;
  if (serial === undefined || title === undefined) throw new Error('sealed without a number or a title');
  const year = on.slice(0, 4);
  const earlier = sealings.filter(
    (one) => one.office === office && one.on.startsWith(year) && one.serial === serial,
  );
  return {
    ...event,
    ...{ office, year, serial, turn: earlier.length + 1, on, title, caseNumber: number },
    ...{ seal, copies, approver, drafter, sealer: name, note: text, back: null },
  };
}
