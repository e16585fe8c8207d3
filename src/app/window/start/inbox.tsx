import { useMemo } from 'preact/hooks';
import type { Route } from '../../../domain/item.ts';
import type { Rules } from '../../../domain/rules.ts';
import { routeOf } from '../../../domain/turn.ts';
import type { ListedCase } from '../../local/types.ts';
import { routeWords } from '../../parts/routeWords.ts';
import { Segments } from '../../parts/segments.tsx';
import { useBench } from '../desk.tsx';
import { listFilter } from '../memory.ts';

/** By which a case comes to a department; `direct` ones only where it supervises what they allow. */
const ROUTES = ['review', 'window', 'district', 'direct'] as const satisfies readonly Route[];

/** The cases of each route, in the order of the list. */
export function byRoute(
  views: readonly ListedCase[],
  rules: Rules,
): Readonly<Record<Route, readonly ListedCase[]>> {
  const found = { review: [], window: [], district: [], direct: [] } as Record<Route, ListedCase[]>;
  for (const view of views) {
    const item = rules.item(view.case.item);
    if (item) found[routeOf(view.case, item)].push(view);
  }
  return found;
}

/** A department's list by route, each with its count: what it may do with a case hangs on that. Elsewhere the list as it is. */
export function useInbox(
  fits: readonly ListedCase[],
  query: string,
  set: (patch: { readonly route: Route | null }) => void,
) {
  const { hall, rules } = useBench();
  const { route } = listFilter.value;
  const applies = hall.kind === 'department' && query.trim() === '';
  const sorted = useMemo(() => (applies ? byRoute(fits, rules) : undefined), [applies, fits, rules]);
  if (!sorted) return { found: fits };
  const shown = ROUTES.filter((one) => one !== 'direct' || route === one || sorted.direct.length > 0);
  return {
    found: route === null ? fits : sorted[route],
    routes: (
      <Segments
        uneven
        label="按办理方式看"
        options={[
          { value: 'any', label: `不分方式 ${fits.length}` },
          ...shown.map((one) => ({ value: one, label: `${routeWords[one].name} ${sorted[one].length}` })),
        ]}
        value={route ?? 'any'}
        onChange={(value) => set({ route: value === 'any' ? null : value })}
      />
    ),
  };
}
