import { useEffect, useRef } from 'preact/hooks';
import styles from './pageViewer.module.css';
import type { Zoom } from './useZoom.ts';
import { FITTED, type Point, panned, pinched, zoomed } from './zoom.ts';

export interface ZoomStageProps {
  readonly url: string;
  readonly label: string;
  readonly zoom: Zoom;
  /** What was loaded is no picture. */
  readonly onBroken: () => void;
}

/** Two taps within this time and this far from each other are one wish. */
const DOUBLE_MS = 350;
const NEAR = 24;
const TAP_ZOOM = 2.5;
const WHEEL = 1.0015;

interface Finger extends Point {
  readonly id: number;
}

/** A page that is pushed, pinched and spread by hand. */
export function ZoomStage({ url, label, zoom, onBroken }: ZoomStageProps) {
  const { drawn, view, turn } = zoom;
  const touch = useTouch(zoom);
  return (
    <div class={styles.stage} data-close={view.scale > 1 ? '' : undefined} ref={zoom.stage.ref} {...touch}>
      <img
        class={styles.image}
        src={url}
        alt={label}
        draggable={false}
        onError={onBroken}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          zoom.shape({ width: naturalWidth, height: naturalHeight })
        }
        style={{
          visibility: drawn.width > 0 ? 'visible' : 'hidden',
          width: `${drawn.width}px`,
          height: `${drawn.height}px`,
          transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${turn}deg) scale(${view.scale})`,
        }}
      />
    </div>
  );
}

function useTouch(zoom: Zoom) {
  const fingers = useRef<readonly Finger[]>([]);
  const tap = useRef<{ readonly at: Point; readonly time: number } | null>(null);
  const latest = useRef(zoom);
  latest.current = zoom;

  /** From the middle of the stage. */
  const pointOf = (event: MouseEvent): Point => {
    const box = zoom.stage.element?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: event.clientX - box.x - box.width / 2, y: event.clientY - box.y - box.height / 2 };
  };

  const stage = zoom.stage.element;
  useEffect(() => {
    // By hand: what a component registers is passive, and the page behind would scroll.
    const roll = (event: WheelEvent): void => {
      event.preventDefault();
      const at = pointOf(event);
      latest.current.change((view) => zoomed(view, WHEEL ** -event.deltaY, at));
    };
    stage?.addEventListener('wheel', roll, { passive: false });
    return () => stage?.removeEventListener('wheel', roll);
  }, [stage]);

  const lift = (event: PointerEvent): void => {
    fingers.current = fingers.current.filter((one) => one.id !== event.pointerId);
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || fingers.current.length === 2) return;
      zoom.stage.element?.setPointerCapture(event.pointerId);
      fingers.current = [...fingers.current, { id: event.pointerId, ...pointOf(event) }];
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current;
      if (!before.some((one) => one.id === event.pointerId)) return;
      const now = pointOf(event);
      const after = before.map((one) => (one.id === event.pointerId ? { ...one, ...now } : one));
      fingers.current = after;
      const [a, b] = before;
      const [c, d] = after;
      if (a && b && c && d) zoom.change((view) => pinched(view, [a, b], [c, d]));
      else if (a && c) zoom.change((view) => panned(view, c.x - a.x, c.y - a.y));
    },
    onPointerUp: (event: PointerEvent) => {
      const alone = fingers.current.length === 1;
      lift(event);
      const [at, before] = [pointOf(event), tap.current];
      tap.current = alone ? { at, time: event.timeStamp } : null;
      if (!alone || !before || event.timeStamp - before.time > DOUBLE_MS) return;
      if (Math.hypot(at.x - before.at.x, at.y - before.at.y) > NEAR) return;
      tap.current = null;
      zoom.change((view) => (view.scale > 1 ? FITTED : zoomed(view, TAP_ZOOM, at)));
    },
    onPointerCancel: lift,
  };
}
