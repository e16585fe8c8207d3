import type { Facts, Refusal } from '../../domain/result.ts';
import { inWords } from '../../protocol/errors.ts';
import { Notice } from '../parts/notice.tsx';

/** Why something was not done, in words: what happened, that nothing was lost, what to do. */
export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

/** The device's own store refused: nothing was saved, and the form still stands on the screen. */
export const NOT_STORED: Trouble = inWords('store.failed');

export function troubleOf(refusal: Refusal): Trouble {
  return refusal.code === 'store.failed' ? NOT_STORED : inWords(refusal.code, refusal.facts);
}

export function wordsOf(last: { readonly code: string; readonly facts: Facts }): Trouble {
  return inWords(last.code, last.facts);
}

export function TroubleNotice({
  trouble,
  kept,
}: {
  readonly trouble: Trouble | null;
  readonly kept?: string;
}) {
  if (!trouble) return null;
  return (
    <Notice
      kind="problem"
      heading={trouble.what}
      kept={trouble === NOT_STORED ? undefined : (kept ?? '填写的内容都在本机，没有丢失。')}
      todo={trouble.todo}
    />
  );
}
