import { useId } from 'preact/hooks';
import type { Size, Unit } from '../../local/photo/shape.ts';
import styles from './pageEditor.module.css';

export interface WatermarkProps {
  readonly words: string;
  readonly frame: Unit;
  /** Of the picture on the screen. */
  readonly page: Size;
}

/** About how the words will stand on the page: the page itself is drawn when it is used. */
export function Watermark({ words, frame, page }: WatermarkProps) {
  const id = useId();
  const letter = Math.max(8, Math.min(page.width * frame.width, page.height * frame.height) / 26);
  const step = letter * (words.length + 4);
  return (
    <svg
      class={styles.watermark}
      aria-hidden="true"
      style={{
        left: `${frame.x * 100}%`,
        top: `${frame.y * 100}%`,
        width: `${frame.width * 100}%`,
        height: `${frame.height * 100}%`,
      }}
    >
      <pattern
        id={id}
        width={step}
        height={letter * 12}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-30)"
      >
        {/* The second row stands half a step aside, and comes in again from the left. */}
        {[[0, 3] as const, [-step / 2, 9] as const, [step / 2, 9] as const].map(([x, row]) => (
          <text key={`${x} ${row}`} x={x} y={letter * row} font-size={letter}>
            {words}
          </text>
        ))}
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
