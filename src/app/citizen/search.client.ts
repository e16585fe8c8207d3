/** The answer while one types, also without a line; Enter asks the endpoint, as without a script. */
import { h, render } from 'preact';
import { entriesOf, searchItems } from '../../domain/itemSearch.ts';
import type { Catalogue } from '../../domain/rules.ts';
import { FOUND_ID, Found, SEARCH_ID } from './searchForm.tsx';

const form = document.getElementById(SEARCH_ID);
const place = document.getElementById(FOUND_ID);
const field = form?.querySelector('input');

async function begin(input: HTMLInputElement, into: HTMLElement): Promise<void> {
  const answer = await fetch('/search.json');
  if (!answer.ok) return;
  const entries = entriesOf((await answer.json()) as Catalogue);
  const look = (): void => {
    const query = input.value.trim();
    render(query === '' ? null : h(Found, { found: searchItems(entries, query), query }), into);
  };
  input.addEventListener('input', look);
  // Without a line the form has nobody to ask; what was typed is answered here already.
  form?.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    look();
  });
  if (input.value !== '' && place?.childElementCount === 0 && location.pathname === '/') look();
}

if (field && place) begin(field, place).catch(() => undefined);
