import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shell } from '../parts/shell.tsx';

/** The device's store cannot be opened: nothing can be promised, so nothing is taken in. */
export function StoreFailure({ detail, onAgain }: { readonly detail: string; readonly onAgain: () => void }) {
  return (
    <Shell place="乡镇便民服务工作台" home="/desk/">
      <Page heading="本机存储打不开，暂时不能办理">
        <Notice
          kind="problem"
          heading="浏览器没有让本应用使用本机存储"
          todo="请不要用无痕模式，也不要在微信里打开；检查设备剩余空间；换用系统浏览器打开本页。"
          actions={
            <Button kind="primary" onClick={onAgain}>
              再打开一次
            </Button>
          }
        >
          <p>以前已保存的内容没有被删除。急办的请先开纸质收件单，恢复后再补录。</p>
          <p>
            <small>系统信息：{detail}</small>
          </p>
        </Notice>
      </Page>
    </Shell>
  );
}

export function NotFound() {
  return (
    <Page heading="没有这一页" back={{ label: '今天的办件', href: '/desk/' }}>
      <Notice
        kind="info"
        heading="网址可能抄错了，或者这一页已经移走"
        todo="回到今天的办件，从列表里打开。"
      />
    </Page>
  );
}
