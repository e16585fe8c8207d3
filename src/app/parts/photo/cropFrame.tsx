import { useId, useRef } from 'preact/hooks';
import type { Unit } from '../../local/photo/shape.ts';
import styles from './cropFrame.module.css';
import { frameInWords, type Grip, moved, stepOf } from './frame.ts';

export interface CropFrameProps {
  /** Parts of the picture as it is shown. */
  readonly frame: Unit;
  readonly onFrame: (frame: Unit) => void;
}

/** Reached by keyboard: the whole and its corners, with which every frame can be made. */
const CORNERS: readonly (readonly [Grip, string])[] = [
  ['nw', '左上角'],
  ['ne', '右上角'],
  ['sw', '左下角'],
  ['se', '右下角'],
];
const SIDES: readonly Grip[] = ['n', 'e', 's', 'w'];

interface Drag {
  readonly pointer: number;
  readonly grip: Grip;
  readonly from: Unit;
  readonly x: number;
  readonly y: number;
}

/** What moves the frame: a pointer that holds it somewhere, or the arrows. */
function useGrips({ frame, onFrame }: CropFrameProps) {
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);

  const begin = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0 || drag.current) return;
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    drag.current = { pointer: event.pointerId, grip, from: frame, x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    const size = area.current?.getBoundingClientRect();
    if (held?.pointer !== event.pointerId || !size?.width || !size.height) return;
    onFrame(
      moved(
        held.from,
        held.grip,
        (event.clientX - held.x) / size.width,
        (event.clientY - held.y) / size.height,
      ),
    );
  };
  const end = () => {
    drag.current = null;
  };
  const press = (grip: Grip) => (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.shiftKey);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    onFrame(moved(frame, grip, ...step));
  };
  const hold = (grip: Grip) => ({
    'data-grip': grip,
    onPointerDown: begin(grip),
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  });
  return { area, hold, press };
}

const placeOf = (part: Unit) => ({
  left: `${part.x * 100}%`,
  top: `${part.y * 100}%`,
  width: `${part.width * 100}%`,
  height: `${part.height * 100}%`,
});

/** The frame over a picture: what is outside is cut away. Lies in an element that is as large as the picture. */
export function CropFrame(props: CropFrameProps) {
  const { frame } = props;
  const hint = useId();
  const { area, hold, press } = useGrips(props);
  return (
    <div class={styles.area} ref={area}>
      <div class={styles.clip} aria-hidden="true">
        <div class={styles.shade} style={placeOf(frame)} />
      </div>
      <div class={styles.frame} style={placeOf(frame)}>
        <button
          type="button"
          class={styles.all}
          aria-label="整个框"
          aria-describedby={hint}
          onKeyDown={press('all')}
          {...hold('all')}
        />
        {SIDES.map((grip) => (
          <span key={grip} class={styles.side} {...hold(grip)} />
        ))}
        {CORNERS.map(([grip, name]) => (
          <button
            key={grip}
            type="button"
            class={styles.corner}
            aria-label={name}
            aria-describedby={hint}
            onKeyDown={press(grip)}
            {...hold(grip)}
          />
        ))}
      </div>
      <p id={hint} class="unseen">
        用方向键移动，同时按住 Shift 移得更多
      </p>
      <p class="unseen" role="status">
        {frameInWords(frame)}
      </p>
    </div>
  );
}
