import { endedOn, officesOf } from '../../../domain/handling.ts';
import type { OfficeId } from '../../../domain/office.ts';
import type { CaseScene } from '../case/caseActions.ts';

/**
 * Who reads the notes on a case, now and later on its route. They go with the case: whoever reads a note reads all of it, so
 * that on a case that a town decides itself no department is let in for a note's sake (`officesOf`).
 */
export function noteReaders(
  { found, item, actor }: Pick<CaseScene, 'found' | 'item' | 'actor'>,
  name: (id: OfficeId) => string,
): string {
  const offices = officesOf(found, item);
  const others = offices.filter((id) => id !== actor.office.id).map(name);
  const now = others.length > 0 ? `本单位和${others.join('、')}都能看到` : '现在只有本单位和督查能看到';
  if (offices.includes(item.department) || endedOn(found) !== undefined) return `${now}。`;
  if (item.pace === 'consultation') return `${now}；转请部门以后，部门也能看到。`;
  if (item.pace === 'promised' && found.route !== 'direct') return `${now}；转报以后，部门也能看到。`;
  const told = item.supervision ? '办结后送出审管衔接单，监管部门才能看到' : '部门看不到';
  return `${now}；这一件由镇里办结，不转报，${told}。`;
}
