import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export type Later<P> = FunctionComponent<P> & {
  /** Fetches the code without showing it, so that opening it later is immediate. */
  readonly preload: () => Promise<void>;
  /** Whether its code is here: what it would show is on the screen, not a gap. */
  readonly ready: ReadonlySignal<boolean>;
};

/**
 * A component whose code is fetched when it is first drawn (from the precache, so also without a line).
 * @param Failed stands in its place when the code could not be fetched: never a dead end
 */
export function laterOr<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Failed: ComponentType<{ readonly of: P; readonly onAgain: () => void }>,
): Later<P> {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const ready = signal(false);
  const fetchOnce = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        loaded = component;
        ready.value = true;
      },
      (problem: unknown) => {
        // The next opening tries again.
        loading = undefined;
        throw problem;
      },
    );
    return loading;
  };
  const Screen = (props: P) => {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      fetchOnce().then(
        () => setState('ready'),
        () => setState('failed'),
      );
    }, [state]);
    if (loaded) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    return state === 'failed' ? <Failed of={props} onAgain={() => setState('loading')} /> : null;
  };
  return Object.assign(Screen, { preload: fetchOnce, ready });
}
