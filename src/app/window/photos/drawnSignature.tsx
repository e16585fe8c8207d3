import { useSignal } from '@preact/signals';
import { PenLine } from 'lucide';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SignaturePad } from '../../parts/photo/later.tsx';
import { PageStrip } from '../../parts/photo/pageStrip.tsx';
import type { Pages } from './pages.ts';
import { shownPage } from './paperPages.tsx';

interface Props {
  readonly pages: Pages;
  /** For what the file is (`domain/files.ts`). */
  readonly paper: string;
  /** What the picture is called. */
  readonly name: string;
  /** Over the pad: who signs what. */
  readonly heading: string;
}

/** A signature on the screen: drawn, looked at, drawn anew. There is one at a time; signing on paper is always possible. */
export function DrawnSignature({ pages, paper, name, heading }: Props) {
  const open = useSignal(false);
  const signed = pages.of(paper);
  const close = () => {
    open.value = false;
  };
  const done = async (picture: Blob) => {
    close();
    const bytes = new Uint8Array(await picture.arrayBuffer());
    for (const { hash } of signed) await pages.remove(hash);
    await pages.keepBytes(paper, bytes, 'image/png');
  };
  const trouble = pages.trouble.value;
  return (
    <>
      {signed.length > 0 && (
        <PageStrip
          paper={name}
          pages={signed.map((file, at) => shownPage(file, at, () => pages.load(file)))}
          onOpen={(page) => pages.open(paper, page)}
        />
      )}
      {trouble?.paper === paper && (
        <Notice kind="problem" heading={trouble.words.what} todo={trouble.words.todo} />
      )}
      <div>
        <Button
          icon={PenLine}
          busy={pages.busy.value === paper}
          onClick={() => {
            open.value = true;
          }}
        >
          {signed.length > 0 ? '重新签名' : '在屏幕上签名'}
        </Button>
      </div>
      {open.value && (
        <SignaturePad
          heading={heading}
          onDone={(picture) => void done(picture)}
          onSkip={close}
          onClose={close}
        />
      )}
    </>
  );
}
