import { entriesOf, searchItems } from '../../domain/itemSearch.ts';
import type { Catalogue } from '../../domain/rules.ts';
import { documentOf, type Script } from './document.tsx';
import { Found, SearchForm } from './searchForm.tsx';

export interface SearchProps {
  readonly catalogue: Catalogue;
  readonly query: string;
  readonly scripts: readonly Script[];
}

/** The answer for phones without a script; the same search as everywhere. */
export function renderSearch({ catalogue, query, scripts }: SearchProps): string {
  return documentOf({
    title: query === '' ? '查事项 · 就近办' : `“${query}”查到的事项 · 就近办`,
    description: '查山亭区镇里能办的政务服务。',
    scripts,
    children: (
      <>
        <h1>查事项</h1>
        <SearchForm query={query} />
        <Found found={searchItems(entriesOf(catalogue), query)} query={query} />
      </>
    ),
  });
}
