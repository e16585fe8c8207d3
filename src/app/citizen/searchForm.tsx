import type { VNode } from 'preact';
import type { Choosable } from '../../domain/itemSearch.ts';

export const SEARCH_ID = 'search';
export const FOUND_ID = 'found';

/** Asks the endpoint; with a script the answer comes while one types, also without a line. */
export function SearchForm({ query }: { readonly query: string }): VNode {
  return (
    <search>
      <form class="search" id={SEARCH_ID} method="get" action="/search">
        <label for="q">您要办什么</label>
        <div class="row">
          <input
            id="q"
            name="q"
            type="search"
            value={query}
            maxLength={60}
            placeholder="比如：转院、砍树、房产证、合作社"
            enterkeyhint="search"
            autocomplete="off"
          />
          <button type="submit">查</button>
        </div>
      </form>
      <div id={FOUND_ID} aria-live="polite" />
    </search>
  );
}

const MOST = 6;

/** What was found, the likeliest first. */
export function Found({
  found,
  query,
}: {
  readonly found: readonly Choosable[];
  readonly query: string;
}): VNode {
  if (found.length === 0)
    return (
      <p class="nothing">
        没有找到“{query}”。换个说法试试，或者<a href="/">从分类里找</a>
        ；也可以到任何一个大厅问，窗口会给您写清楚去哪里办。
      </p>
    );
  return (
    <ul class="items">
      {found.slice(0, MOST).map(({ guide, item }) => (
        <li key={guide.id}>
          <a href={`/guide/${guide.id}`}>{guide.title}</a>
          {item.name !== guide.title && <span class="quiet">{item.name}</span>}
        </li>
      ))}
    </ul>
  );
}
