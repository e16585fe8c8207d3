import type { Case } from '../../../domain/case.ts';
import { custodyOf } from '../../../domain/handling.ts';
import type { OfficeId } from '../../../domain/office.ts';

/** Where the paper of a case is, or from where to where it is on its way. */
export function paperInWords(found: Case, name: (id: OfficeId) => string): string {
  const { at, way } = custodyOf(found);
  if (way)
    return `纸质材料在路上：${name(at)} → ${name(way.to)}${way.missing === undefined ? '' : '（未收到）'}`;
  return `纸质材料在${name(at)}`;
}
