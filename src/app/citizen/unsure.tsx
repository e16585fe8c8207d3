import type { VNode } from 'preact';
import type { Confirmation } from '../../domain/office.ts';

/** A mark, explained once on each page, for what the department has not confirmed yet. */
export function Unsure({ of }: { readonly of: { readonly confirmation: Confirmation } }): VNode | null {
  if (of.confirmation === 'confirmed') return null;
  return <abbr title="部门还没有确认">待确认</abbr>;
}
