import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';

export type Later<P> = FunctionComponent<P> & {
  /** Fetches the code without showing it, so that opening it later is immediate. */
  readonly preload: () => Promise<void>;
};

/** A screen whose code is fetched when it is first opened (from the precache, so also without a line). */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const fetchOnce = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        loaded = component;
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
    return state === 'failed' ? <NotFetched onAgain={() => setState('loading')} /> : null;
  };
  return Object.assign(Screen, { preload: fetchOnce });
}

function NotFetched({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Page heading="这一页没有取到">
      <Notice
        kind="problem"
        heading="应用的这一部分没有取到"
        kept="已保存的办件和草稿都在本机，没有丢失。"
        todo="请检查网络后再试；一直不行，请刷新页面。"
        actions={<Button onClick={onAgain}>再试一次</Button>}
      />
    </Page>
  );
}
