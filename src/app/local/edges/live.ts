/** The endpoint's line that says that there is more to read. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
/** A line that stood this long was a good one: the next wait is short again. */
const GOOD_MS = 60_000;

/**
 * Server-sent events. An EventSource gives up for good when it is answered with an error, and all tabs of all
 * devices come back in the same second when an endpoint starts again: so the line is opened anew here, with jitter.
 */
export function openLive(address: string, onMore: () => void): () => void {
  let failures = 0;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let openedAt = 0;

  const connect = (): void => {
    source = new EventSource(address);
    source.onopen = () => {
      openedAt = Date.now();
      onMore();
    };
    source.onmessage = onMore;
    source.addEventListener('more', onMore);
    source.onerror = () => {
      source?.close();
      failures = openedAt > 0 && Date.now() - openedAt > GOOD_MS ? 1 : failures + 1;
      openedAt = 0;
      const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
      timer = setTimeout(connect, span * (0.5 + Math.random() / 2));
    };
  };

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
