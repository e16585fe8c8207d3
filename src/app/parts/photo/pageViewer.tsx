import { ChevronLeft, ChevronRight, RotateCw, Trash2, ZoomIn, ZoomOut } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { type ShownPage, type Trouble, usePage } from './pages.ts';
import styles from './pageViewer.module.css';
import { PdfPage } from './pdfPage.tsx';
import { Tool, Tools } from './tool.tsx';
import { useZoom, type Zoom } from './useZoom.ts';
import { FITTED, panned, zoomed } from './zoom.ts';
import { ZoomStage } from './zoomStage.tsx';

export interface PageViewerProps {
  /** The paper: 「身份证」. */
  readonly heading: string;
  /** At least one. When the last is gone, the viewer asks to be closed. */
  readonly pages: readonly ShownPage[];
  /** Id of the page to begin with. */
  readonly first?: string | undefined;
  /** Absent: nothing may be taken away. The caller takes the page out of `pages`. */
  readonly onRemove?: ((id: string) => void) | undefined;
  readonly onClose: () => void;
}

const CLOSER = 1.5;
const PAN = 60;

/** The pages of a paper, one at a time over the whole screen. */
export function PageViewer({ heading, pages, first, onRemove, onClose }: PageViewerProps) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pages.findIndex((page) => page.id === first),
    ),
  );
  const [asking, setAsking] = useState(false);
  const zoom = useZoom();
  const shown = Math.min(at, pages.length - 1);
  const page = pages[shown];
  const gone = page === undefined;
  useEffect(() => {
    if (gone) onClose();
  }, [gone]);
  const go = (by: number): void => {
    const next = Math.min(pages.length - 1, Math.max(0, shown + by));
    if (next === shown) return;
    setAt(next);
    zoom.begin();
  };
  useKeys(!asking, zoom, go);
  if (!page) return null;
  return (
    <Dialog open full heading={`${heading}（${shown + 1}/${pages.length}）`} onClose={onClose}>
      <Shown key={page.id} page={page} zoom={zoom} />
      <p class="unseen" role="status">
        第 {shown + 1} 页，共 {pages.length} 页
      </p>
      <Tools label="看这一页">
        <Tool icon={ChevronLeft} disabled={shown === 0} onClick={() => go(-1)}>
          上一页
        </Tool>
        <Tool icon={ChevronRight} disabled={shown === pages.length - 1} onClick={() => go(1)}>
          下一页
        </Tool>
        {page.type !== 'application/pdf' && <Looking zoom={zoom} />}
        {onRemove && (
          <Tool icon={Trash2} danger onClick={() => setAsking(true)}>
            删除
          </Tool>
        )}
      </Tools>
      {asking && (
        <Removing
          of={`“${heading}”的${page.label}`}
          onKeep={() => setAsking(false)}
          onRemove={() => {
            setAsking(false);
            zoom.begin();
            onRemove?.(page.id);
          }}
        />
      )}
    </Dialog>
  );
}

/** A PDF has tools of its own. */
function Looking({ zoom }: { readonly zoom: Zoom }) {
  return (
    <>
      <Tool
        icon={ZoomOut}
        disabled={zoom.view.scale <= 1}
        onClick={() => zoom.change((view) => zoomed(view, 1 / CLOSER))}
      >
        缩小
      </Tool>
      <Tool icon={ZoomIn} onClick={() => zoom.change((view) => zoomed(view, CLOSER))}>
        放大
      </Tool>
      <Tool icon={RotateCw} onClick={zoom.turnRight}>
        右转
      </Tool>
    </>
  );
}

interface RemovingProps {
  readonly of: string;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

function Removing({ of, onKeep, onRemove }: RemovingProps) {
  return (
    <Dialog
      open
      heading={`删除${of}？`}
      onClose={onKeep}
      actions={
        <>
          <Button onClick={onKeep}>不删</Button>
          <Button kind="danger" icon={Trash2} onClick={onRemove}>
            删除这一页
          </Button>
        </>
      }
    >
      <p>删除后这一页不能恢复，需要时要重新拍照。别的页不受影响。</p>
    </Dialog>
  );
}

/** Arrows turn the pages, and move a page that is looked at closely. */
function useKeys(on: boolean, zoom: Zoom, go: (by: number) => void): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const act = actOf(event.key, zoom, go);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function actOf(key: string, zoom: Zoom, go: (by: number) => void): (() => void) | undefined {
  const close = zoom.view.scale > 1;
  const pan = (dx: number, dy: number) => () => zoom.change((view) => panned(view, dx, dy));
  switch (key) {
    case 'PageUp':
      return () => go(-1);
    case 'PageDown':
      return () => go(1);
    case 'ArrowLeft':
      return close ? pan(PAN, 0) : () => go(-1);
    case 'ArrowRight':
      return close ? pan(-PAN, 0) : () => go(1);
    case 'ArrowUp':
      return close ? pan(0, PAN) : undefined;
    case 'ArrowDown':
      return close ? pan(0, -PAN) : undefined;
    case '+':
    case '=':
      return () => zoom.change((view) => zoomed(view, CLOSER));
    case '-':
      return () => zoom.change((view) => zoomed(view, 1 / CLOSER));
    case '0':
      return () => zoom.change(() => FITTED);
    default:
      return undefined;
  }
}

function Shown({ page, zoom }: { readonly page: ShownPage; readonly zoom: Zoom }) {
  const [loaded, again] = usePage(page);
  const [broken, setBroken] = useState(false);
  if (broken)
    return (
      <Failed
        {...BROKEN}
        onAgain={() => {
          setBroken(false);
          again();
        }}
      />
    );
  switch (loaded.state) {
    case 'loading':
      return (
        <div class={styles.waiting} role="status">
          <p>正在取{page.label}……</p>
          <p class={styles.long}>网络慢时要等一会儿。可以先看别的页，或者关闭后再来。</p>
        </div>
      );
    case 'failed':
      return <Failed {...loaded.trouble} onAgain={again} />;
    case 'ready':
      return page.type === 'application/pdf' ? (
        <PdfPage url={loaded.url} label={page.label} />
      ) : (
        <ZoomStage url={loaded.url} label={page.label} zoom={zoom} onBroken={() => setBroken(true)} />
      );
  }
}

const BROKEN: Trouble = {
  what: '这一页取到了，但是显示不出来。',
  todo: '它仍在原处，没有删除。请再试一次；仍不行，请重新拍照。',
};

function Failed({ what, todo, onAgain }: Trouble & { readonly onAgain: () => void }) {
  return (
    <div class={styles.failed}>
      <Notice
        kind="problem"
        heading={what}
        todo={todo}
        actions={<Button onClick={onAgain}>再试一次</Button>}
      />
    </div>
  );
}
