import type { ComponentType } from 'preact';
import { Button } from '../parts/button.tsx';
import { type Later, laterOr } from '../parts/later.tsx';
import { Notice } from '../parts/notice.tsx';

/** A part of a screen that is fetched when it is first drawn; in its place until then stands nothing, or why not. */
export const partLater = <P extends object>(load: () => Promise<ComponentType<P>>): Later<P> =>
  laterOr(load, NotFetched);

function NotFetched({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Notice
      kind="problem"
      heading="这一部分没有取到"
      kept="填写的内容都在本机，没有丢失。"
      todo="请检查网络后再试；一直不行，请刷新页面。"
      actions={<Button onClick={onAgain}>再试一次</Button>}
    />
  );
}
