import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { listAsText } from './listText.ts';
import type { FinishedList } from './want.tsx';

interface ListActionsProps {
  readonly list: FinishedList;
}

type Told = '图片已经分享' | '图片已经存到手机' | '文字已经复制' | '没有做成，请截屏保存';

/** What can be done with a finished list: an image, a text, a sheet of paper; each with the code that the window scans. */
export function ListActions({ list }: ListActionsProps): VNode {
  const [told, setTold] = useState<Told | null>(null);
  const attempt = async (work: () => Promise<Told | null>): Promise<void> => {
    setTold(await work().catch(() => '没有做成，请截屏保存' as const));
  };
  return (
    <div class="actions">
      <button type="button" onClick={() => void attempt(() => shareImage(list))}>
        分享成图片
      </button>
      <button type="button" onClick={() => void attempt(() => shareText(list))}>
        分享成文字
      </button>
      <button type="button" onClick={() => print()}>
        打印一张纸
      </button>
      <p class="hint" role="status">
        {told ?? '到窗口时把二维码给工作人员扫一下，您的回答就带过去了。'}
      </p>
      <Code list={list} />
    </div>
  );
}

/** Fetched only now: most readers never get to a finished list. */
function Code({ list }: ListActionsProps): VNode | null {
  const [code, setCode] = useState<VNode | null>(null);
  useEffect(() => {
    let gone = false;
    import('./listCode.tsx').then(
      ({ listCode }) => !gone && setCode(listCode(list)),
      () => undefined,
    );
    // There when the line is not: a list is often shared on the way.
    import('./listImage.ts').catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [list.answers]);
  return code;
}

async function shareImage(list: FinishedList): Promise<Told | null> {
  const { listAsImage } = await import('./listImage.ts');
  const image = new File([await listAsImage(list)], `${list.guide.title}材料清单.png`, { type: 'image/png' });
  if (navigator.canShare?.({ files: [image] })) {
    await navigator.share({ files: [image], title: `${list.guide.title}材料清单` });
    return '图片已经分享';
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(image);
  link.download = image.name;
  link.click();
  URL.revokeObjectURL(link.href);
  return '图片已经存到手机';
}

async function shareText(list: FinishedList): Promise<Told | null> {
  const text = listAsText(list, location.origin);
  if (navigator.share && navigator.canShare?.({ text })) {
    await navigator.share({ text });
    return null;
  }
  await navigator.clipboard.writeText(text);
  return '文字已经复制';
}
