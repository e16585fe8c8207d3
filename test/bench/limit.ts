/** A wait in a page that does not end is an error, which says where it stood: a bench that hangs says nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** How long for each part of a run: ten times what the longest takes on a slow machine. */
const PART_MS = 120_000;

/** What is done in the page marks its way with `performance.mark`. @throws Error with the last mark and what is on the screen */
export async function inTime<T>(page: Page, part: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = pause(PART_MS, undefined, { signal: done.signal }).then(async () => {
    throw new Error(`not done in ${PART_MS} ms: ${await whereabouts(page)}`);
  });
  // Nobody waits for it any more once the part is done.
  late.catch(() => undefined);
  try {
    return await Promise.race([part, late]);
  } finally {
    done.abort();
  }
}

const ANSWER_MS = 10_000;

/** A page that does not even answer says so, too. */
async function whereabouts(page: Page): Promise<string> {
  const silent = pause(ANSWER_MS, 'the page does not answer', { ref: false });
  const told = page.evaluate(() => {
    const mark = performance.getEntriesByType('mark').at(-1);
    const said = document.body.textContent.slice(0, 1_000);
    const { activeElement: at, visibilityState: seen } = document;
    return JSON.stringify({
      ...{ mark: mark?.name, seen, at: at?.outerHTML.slice(0, 200) },
      address: location.pathname,
      said,
    });
  });
  return await Promise.race([told, silent]);
}
