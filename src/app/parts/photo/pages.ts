import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileType } from '../../../domain/files.ts';
import type { Refusal } from '../../../domain/result.ts';
import { inWords } from '../../../protocol/errors.ts';

/** A page of a paper, to be shown. */
export interface ShownPage {
  readonly id: string;
  /** 「第 2 页」. */
  readonly label: string;
  readonly type: FileType;
  /** Rejects with `NotLoaded` when there are words for why not. */
  readonly load: () => Promise<Blob>;
  /** What may have brought the page since: one that was not to be had is asked for again when this changes. */
  readonly since?: string;
}

/** A page that could not be shown, and the reason: still on its way, gone, unreadable. */
export class NotLoaded extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** What went wrong, in words for a notice. */
export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'failed'; readonly trouble: Trouble };

const UNTOLD: Trouble = {
  what: '这一页没有取到。',
  todo: '它没有丢失。请检查网络后再试一次。',
};

const LOADING = { state: 'loading' } as const;

/** An address for a page, good while the component stands; and how to try once more. */
export function usePage({ id, load, since }: Pick<ShownPage, 'id' | 'load' | 'since'>): [Loaded, () => void] {
  const [tries, setTries] = useState(0);
  const [loaded, setLoaded] = useState<{ id: string; tries: number; since: typeof since; is: Loaded }>();
  // The latest without starting anew: whoever draws the list makes the functions again each time.
  const latest = useRef({ load, since });
  latest.current = { load, since };
  useEffect(() => {
    let url: string | undefined;
    let left = false;
    const begun = latest.current;
    const say = (is: Loaded): void => {
      if (!left) setLoaded({ id, tries, since: begun.since, is });
    };
    begun.load().then(
      (blob) => {
        if (left) return;
        url = URL.createObjectURL(blob);
        say({ state: 'ready', url });
      },
      (problem: unknown) => say({ state: 'failed', trouble: troubleOf(problem) }),
    );
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [id, tries]);
  const current = loaded?.id === id && loaded.tries === tries ? loaded.is : LOADING;
  // Also what came while the answer was on its way may have brought it.
  const again = current.state === 'failed' && loaded?.since !== since;
  useEffect(() => {
    if (again) setTries((before) => before + 1);
  }, [again]);
  return [current, () => setTries(tries + 1)];
}

export const troubleOf = (problem: unknown): Trouble =>
  problem instanceof NotLoaded ? inWords(problem.refusal.code, problem.refusal.facts) : UNTOLD;
