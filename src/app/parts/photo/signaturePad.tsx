import { Eraser } from 'lucide';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { boundsOf, drawStroke, isSigned, resized, type Stroke, scaleOf, widthOf } from './ink.ts';
import styles from './signaturePad.module.css';
import { useSize } from './useSize.ts';

export interface SignaturePadProps {
  /** What is signed, and by whom: 「王秀英，请确认收件回执」. */
  readonly heading: string;
  /** What stands above the place to sign. */
  readonly words?: string | undefined;
  /** Dark on white, cut to what was written. */
  readonly onDone: (signature: Blob) => void;
  /** 不签名: for who cannot or will not write here. */
  readonly onSkip: () => void;
  /** Esc: nothing was decided. */
  readonly onClose: () => void;
}

/** Around the writing; pixels of the screen. */
const ROOM = 12;

/** A place to sign with a pen, a finger or a mouse. Signing can always be left out. */
export function SignaturePad({ heading, words, onDone, onSkip, onClose }: SignaturePadProps) {
  const hint = useId();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [failed, setFailed] = useState(false);
  const signed = isSigned(strokes);
  const finish = async () => {
    const picture = await pictureOf(strokes);
    if (picture) onDone(picture);
    else setFailed(true);
  };
  return (
    <Dialog
      open
      wide
      heading={heading}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onSkip}>
            不签名
          </Button>
          <Button icon={Eraser} disabled={strokes.length === 0} onClick={() => setStrokes([])}>
            重写
          </Button>
          <Button kind="primary" disabled={!signed} onClick={finish}>
            完成
          </Button>
        </>
      }
    >
      {words && <p>{words}</p>}
      <Pad strokes={strokes} onStrokes={setStrokes} describedBy={hint} />
      <p id={hint} class={styles.hint}>
        用手写笔、手指或者鼠标在框里写。不方便写的，请选“不签名”，在纸质回执上签字。
      </p>
      <p class={styles.hint} role="status">
        {failed ? '这次没有存成图片。请再点一次“完成”，或者选“不签名”。' : signed ? '已写好，可以完成。' : ''}
      </p>
    </Dialog>
  );
}

interface PadProps {
  readonly strokes: readonly Stroke[];
  readonly onStrokes: (strokes: readonly Stroke[]) => void;
  readonly describedBy: string;
}

function Pad({ strokes, onStrokes, describedBy }: PadProps) {
  const { ref: place, size } = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const writing = useRef<{ readonly pointer: number; stroke: Stroke } | null>(null);
  const widthBefore = useRef(0);

  useLayoutEffect(() => {
    const before = widthBefore.current;
    widthBefore.current = size.width;
    if (before > 0 && size.width > 0 && before !== size.width && strokes.length > 0)
      onStrokes(resized(strokes, size.width / before));
  }, [size.width]);

  useLayoutEffect(() => {
    const context = canvas.current && sharp(canvas.current, size);
    if (context) for (const stroke of strokes) drawStroke(context, stroke);
  }, [strokes, size.width, size.height]);

  const add = (event: PointerEvent): void => {
    const held = writing.current;
    const context = canvas.current?.getContext('2d');
    const box = canvas.current?.getBoundingClientRect();
    if (held?.pointer !== event.pointerId || !context || !box) return;
    const before = held.stroke.length;
    const all = event.getCoalescedEvents?.() ?? [];
    const dots = (all.length > 0 ? all : [event]).map((one) => ({
      x: one.clientX - box.x,
      y: one.clientY - box.y,
      width: widthOf(one.pointerType, one.pressure),
    }));
    held.stroke = [...held.stroke, ...dots];
    drawStroke(context, held.stroke, before);
  };
  const lift = (event: PointerEvent): void => {
    const held = writing.current;
    if (held?.pointer !== event.pointerId) return;
    writing.current = null;
    onStrokes([...strokes, held.stroke]);
  };
  return (
    <div class={styles.place} ref={place}>
      <canvas
        ref={canvas}
        class={styles.canvas}
        role="img"
        aria-label={strokes.length > 0 ? '签名处，已写' : '签名处，空白'}
        aria-describedby={describedBy}
        onPointerDown={(event) => {
          if (event.button !== 0 || writing.current) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          writing.current = { pointer: event.pointerId, stroke: [] };
          add(event);
        }}
        onPointerMove={add}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <span class={styles.line} aria-hidden="true">
        签名
      </span>
    </div>
  );
}

/** An empty canvas with as many pixels as the screen has there, drawn on in pixels of the page. */
function sharp(canvas: HTMLCanvasElement, { width, height }: { width: number; height: number }) {
  const ratio = Math.max(1, window.devicePixelRatio);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  return context;
}

function pictureOf(strokes: readonly Stroke[]): Promise<Blob | null> {
  const bounds = boundsOf(strokes, ROOM);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!bounds || !context) return Promise.resolve(null);
  const scale = scaleOf(bounds);
  canvas.width = Math.ceil(bounds.width * scale);
  canvas.height = Math.ceil(bounds.height * scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-bounds.x, -bounds.y);
  for (const stroke of strokes) drawStroke(context, stroke);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
