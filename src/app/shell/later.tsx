import type { ComponentType } from 'preact';
import { Button } from '../parts/button.tsx';
import { type Later, laterOr } from '../parts/later.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';

/** A screen whose code is fetched when it is first opened (from the precache, so also without a line). */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): Later<P> =>
  laterOr(load, NotFetched);

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
