import { Camera, FileText, FolderOpen, ImageOff } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { Notice } from '../notice.tsx';
import styles from './pageStrip.module.css';
import { type ShownPage, type Trouble, usePage } from './pages.ts';
import { useFilePicker } from './picker.tsx';

export interface PageStripProps {
  /** The paper, for who hears the buttons one by one: 「身份证」. */
  readonly paper: string;
  readonly pages: readonly ShownPage[];
  readonly onOpen: (id: string) => void;
  /** One photo from the camera. Absent, as `onFiles`: the pages are only looked at. */
  readonly onPhoto?: ((photo: File) => void) | undefined;
  readonly onFiles?: ((files: readonly File[]) => void) | undefined;
  /** Why no more can be added: 「一件最多 40 个文件」. */
  readonly full?: string | undefined;
  /** Files that are being prepared. */
  readonly preparing?: number | undefined;
  /** Files of the case that have arrived, of all that are on their way. */
  readonly uploading?: { readonly done: number; readonly of: number } | undefined;
  /** What went wrong with the last, each in words. */
  readonly troubles?: readonly Trouble[] | undefined;
}

/** The pages of one paper under its line of the checklist, and how more are added. */
export function PageStrip(props: PageStripProps) {
  const { paper, pages, onOpen, onPhoto, onFiles, full, preparing = 0, uploading, troubles = [] } = props;
  const camera = useFilePicker({ camera: true, onFiles: ([photo]) => photo && onPhoto?.(photo) });
  const files = useFilePicker({ camera: false, onFiles: (chosen) => onFiles?.(chosen) });
  return (
    <div class={styles.strip}>
      <div class={styles.row}>
        {onPhoto && (
          <Button icon={Camera} label={`拍照：${paper}`} disabled={full !== undefined} onClick={camera.open}>
            拍照
          </Button>
        )}
        {onFiles && (
          <Button
            icon={FolderOpen}
            label={`选文件：${paper}`}
            disabled={full !== undefined}
            onClick={files.open}
          >
            选文件
          </Button>
        )}
        <p class={styles.count} role="status">
          {preparing > 0 ? `正在处理 ${preparing} 张……` : countOf(pages.length)}
        </p>
        {camera.input}
        {files.input}
      </div>
      {full !== undefined && (onPhoto || onFiles) && <p class={styles.count}>{full}</p>}
      {pages.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list when its bullets are gone
        <ol class={styles.pages} role="list" aria-label={`“${paper}”的照片`}>
          {pages.map((page) => (
            <li key={page.id}>
              <Thumbnail page={page} paper={paper} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
      {uploading && uploading.done < uploading.of && <Uploading {...uploading} />}
      {troubles.map(({ what, todo }) => (
        <Notice key={what} kind="problem" heading={what} todo={todo} />
      ))}
    </div>
  );
}

const countOf = (pages: number): string => (pages === 0 ? '还没有照片' : `共 ${pages} 页`);

interface ThumbnailProps {
  readonly page: ShownPage;
  readonly paper: string;
  readonly onOpen: (id: string) => void;
}

function Thumbnail({ page, paper, onOpen }: ThumbnailProps) {
  const [loaded] = usePage(page);
  const [broken, setBroken] = useState(false);
  const failed = broken || loaded.state === 'failed';
  const pdf = page.type === 'application/pdf';
  const said = failed ? `${page.label}没有取到，点开再试` : page.label;
  return (
    <button
      type="button"
      class={styles.page}
      aria-label={`${said}：${paper}`}
      onClick={() => onOpen(page.id)}
    >
      <span class={styles.picture}>
        {loaded.state === 'ready' && !pdf && !broken && (
          <img src={loaded.url} alt="" decoding="async" draggable={false} onError={() => setBroken(true)} />
        )}
        {pdf && !failed && <Icon of={FileText} size="28px" />}
        {failed && <Icon of={ImageOff} size="28px" />}
      </span>
      <span class={styles.label}>{failed ? '没取到' : pdf ? 'PDF' : page.label}</span>
    </button>
  );
}

/** 「材料上传中 3/5」. The pages are safe on the device meanwhile, and it says so. */
export function Uploading({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <div class={styles.uploading}>
      <label class={styles.words}>
        <span>
          材料上传中 {done}/{of}
        </span>
        <progress class={styles.progress} value={done} max={of} />
      </label>
      <p class={styles.count}>照片已存在本机，关掉页面也会接着传。</p>
    </div>
  );
}
