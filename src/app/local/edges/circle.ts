import type { SharedKeys } from '../lock/keys.ts';
import type { Circle } from '../ports.ts';
import { heldProof, holdProof, onProofMade, replaceProof } from './proof.ts';

/** Longer than another window needs to answer, a busy one on a slow counter PC too. Nobody waits: meanwhile it is locked. */
const PATIENCE_MS = 5_000;

type Word =
  | { readonly ask: string }
  | { readonly proof: string }
  | { readonly to: string; readonly keys: SharedKeys; readonly proof: string | null };

/**
 * The other windows of this browser, by a channel of the origin. Keys go over as handles that no script can export;
 * nothing of it is written anywhere. The proof of the session that they share goes along.
 */
export function deviceCircle(): Circle {
  const channel = new BroadcastChannel('jinban-keys');
  onProofMade((proof) => channel.postMessage({ proof } satisfies Word));
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (!('ask' in data) && !('to' in data)) replaceProof(data.proof);
  });
  return {
    ask: () =>
      new Promise((resolve) => {
        const me = crypto.randomUUID();
        const end = (keys: SharedKeys | null): void => {
          clearTimeout(timer);
          channel.removeEventListener('message', hear);
          resolve(keys);
        };
        const hear = ({ data }: MessageEvent<Word>): void => {
          if (!('to' in data) || data.to !== me) return;
          holdProof(data.proof);
          end(data.keys);
        };
        const timer = setTimeout(() => end(null), PATIENCE_MS);
        channel.addEventListener('message', hear);
        channel.postMessage({ ask: me } satisfies Word);
      }),
    answer(give) {
      const hear = ({ data }: MessageEvent<Word>): void => {
        const keys = 'ask' in data ? give() : null;
        if ('ask' in data && keys)
          channel.postMessage({ to: data.ask, keys, proof: heldProof() } satisfies Word);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
