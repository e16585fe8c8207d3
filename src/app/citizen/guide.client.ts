/**
 * Turns the papers of a guide's page into questions and the reader's own list. What was answered and ticked stays in
 * this browser, under the guide's version; nothing of it is sent anywhere.
 */
import { h, render } from 'preact';
import type { CompleteGuide } from '../../domain/guide.ts';
import { ListActions } from './listActions.tsx';
import { type Kept, NOTHING, Want } from './want.tsx';

const place = document.getElementById('want');
const { guide: id, telephone } = place?.dataset ?? {};

async function begin(into: HTMLElement): Promise<void> {
  const answer = await fetch(`/guide/${id}.json`);
  if (!answer.ok) return;
  const guide = (await answer.json()) as CompleteGuide;
  const key = `jinban-list-${id}@${guide.version}`;
  const root = document.createElement('section');
  root.id = into.id;
  const onKeep = (kept: Kept): void => store(key, kept);
  const props = {
    guide,
    telephone,
    kept: stored(key),
    onKeep,
    actions: (list: Parameters<typeof ListActions>[0]['list']) => h(ListActions, { list }),
  };
  render(h(Want, props), root);
  into.replaceWith(root);
}

/** A browser may keep nothing: then the list lives as long as the page. */
function stored(key: string): Kept {
  try {
    return { ...NOTHING, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) };
  } catch {
    return NOTHING;
  }
}

function store(key: string, kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Private windows refuse it.
  }
}

// Without a line and without a copy of it the page stays as it is: every paper by situation.
if (place && id) begin(place).catch(() => undefined);
