import type { Case } from '../../../domain/case.ts';
import { custodyOf, endedOn, outcomeOf } from '../../../domain/handling.ts';
import type { OfficeId } from '../../../domain/office.ts';
import { paperBelongsAt } from '../../../domain/paperOwed.ts';

/** Where the paper of a case is, also after its end, and where it still has to go then. */
export function paperInWords(found: Case, name: (id: OfficeId) => string): string {
  const { at, way } = custodyOf(found);
  if (way)
    return `纸质材料在路上：${name(at)} → ${name(way.to)}${way.missing === undefined ? '' : '（未收到）'}`;
  // What never left the counter was given back there and then.
  if (found.status === 'returned' && at === found.hall) return '纸质材料已退还当事人';
  const outcome = outcomeOf(found);
  const belongs = paperBelongsAt({
    ...{ hall: found.hall, status: found.status, endedOn: endedOn(found) ?? null },
    ...(found.custody ? { custody: found.custody } : {}),
    ...(outcome ? { granted: outcome === 'granted' } : {}),
  });
  const owed = belongs !== undefined && belongs !== at ? `，要移交回${name(belongs)}` : '';
  return `纸质材料在${name(at)}${owed}`;
}
