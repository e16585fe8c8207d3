import type { ComponentType } from 'preact';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { laterOr } from '../later.tsx';
import { Notice } from '../notice.tsx';

interface Closable {
  readonly onClose: () => void;
}

const dialogLater = <P extends Closable>(load: () => Promise<ComponentType<P>>) =>
  laterOr<P>(load, NotFetched);

/** The parts that only come with a photograph, fetched when one is made or looked at. */
export const PageEditor = dialogLater(async () => (await import('./pageEditor.tsx')).PageEditor);
export const PageViewer = dialogLater(async () => (await import('./pageViewer.tsx')).PageViewer);
export const SignaturePad = dialogLater(async () => (await import('./signaturePad.tsx')).SignaturePad);

interface NotFetchedProps {
  readonly of: Closable;
  readonly onAgain: () => void;
}

function NotFetched({ of, onAgain }: NotFetchedProps) {
  return (
    <Dialog
      open
      heading="应用的这一部分没有取到"
      onClose={of.onClose}
      actions={
        <>
          <Button onClick={of.onClose}>先不用</Button>
          <Button kind="primary" onClick={onAgain}>
            再试一次
          </Button>
        </>
      }
    >
      <Notice
        kind="problem"
        heading="处理照片的部分还没有下载到本机"
        kept="填写的内容和已放好的照片都在本机，没有丢失。"
        todo="请检查网络后再试；一直不行，请先保存草稿，再刷新页面。"
      />
    </Dialog>
  );
}
