import { get, set } from 'idb-keyval';
import * as v from 'valibot';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { type Card, type CardReader, cardIn, type ReaderService, ReaderSettings } from '../cardReader.ts';
import { strictKeyStore } from './keyStore.ts';

const SETTINGS = 'cardReader';
/** Services wait for the card to be put on, and answer by themselves when none comes. */
const TIMEOUT_MS = 10_000;
/** A card with its picture is far below; more is no card. */
const MAX_CHARACTERS = 1_000_000;

/** The reader of this device. Its settings lie beside the locks: they are a device's own and hold nothing personal. */
export function deviceCardReader(): CardReader {
  const keys = strictKeyStore();
  return {
    async settings() {
      const kept = v.safeParse(ReaderSettings, await get(SETTINGS, keys));
      return kept.success ? kept.output : { way: 'typing' };
    },
    async keep(settings) {
      try {
        await set(SETTINGS, settings, keys);
        return ok(null);
      } catch {
        return refuse('reader.notKept');
      }
    },
    read: (service, today) => readCard(service, today, TIMEOUT_MS),
  };
}

/** Asks the service on this computer. Neither cookie nor address of this app goes with it, and no redirect is followed. */
export async function readCard(
  { address, method, ...service }: ReaderService,
  today: string,
  timeoutMs: number,
): Promise<Result<Card>> {
  let text: string;
  try {
    const response = await fetch(address, {
      method,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return refuse('reader.nonsense', { part: `状态 ${response.status}` });
    text = await response.text();
  } catch (problem) {
    const late = problem instanceof DOMException && problem.name === 'TimeoutError';
    return refuse(late ? 'reader.timeout' : 'reader.unreachable');
  }
  if (text.length > MAX_CHARACTERS) return refuse('reader.nonsense', { part: '内容' });
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return refuse('reader.nonsense', { part: '内容' });
  }
  return cardIn(answer, { address, method, ...service }, today);
}
