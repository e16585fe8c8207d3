import { proofHeaders } from './proof.ts';

/** The endpoint's line that says that there is more to read. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
/** A line that stood this long was a good one: the next wait is short again. */
const GOOD_MS = 60_000;

/** The endpoint says every twenty seconds that the line lives. */
const SILENT_MS = 60_000;

/**
 * Server-sent events, read by `fetch`: an EventSource sends no header, and gives up for good when it is answered with an
 * error. All tabs of all devices come back in the same second when an endpoint starts again: so the line is opened anew
 * here, with jitter.
 */
export function openLive(address: string, onMore: () => void): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line = new AbortController();

  const connect = async (): Promise<void> => {
    line = new AbortController();
    const { signal } = line;
    let openedAt = 0;
    await listen(address, line, () => {
      openedAt ||= Date.now();
      if (!signal.aborted) onMore();
    }).catch(() => undefined);
    if (closed) return;
    failures = openedAt > 0 && Date.now() - openedAt > GOOD_MS ? 1 : failures + 1;
    const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
    timer = setTimeout(connect, span * (0.5 + Math.random() / 2));
  };

  let closed = false;
  void connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    line.abort();
  };
}

/** Ends with the line. @param onMore called when the line stands, and at each event */
async function listen(address: string, line: AbortController, onMore: () => void): Promise<void> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => line.abort(), SILENT_MS);
  };
  try {
    alive();
    const response = await fetch(address, {
      headers: { accept: 'text/event-stream', ...proofHeaders() },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: line.signal,
    });
    const reader = response.ok ? response.body?.getReader() : undefined;
    if (!reader) return;
    onMore();
    let text = '';
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      alive();
      text += decoder.decode(part.value, { stream: true });
      const end = text.lastIndexOf('\n\n');
      if (end < 0) continue;
      if (/^event: more$/m.test(text.slice(0, end))) onMore();
      text = text.slice(end + 2);
    }
  } finally {
    clearTimeout(silence);
  }
}
