import { useState } from 'preact/hooks';
import { plus, type Size, type Turn, turnedSize } from '../../local/photo/shape.ts';
import { type Sized, useSize } from './useSize.ts';
import { FITTED, fitted, held, type View } from './zoom.ts';

export interface Zoom {
  readonly view: View;
  readonly turn: Turn;
  /** The place in which the page is looked at. */
  readonly stage: Sized<HTMLDivElement>;
  /** Of the picture on the screen at scale 1, not turned; empty until it is known. */
  readonly drawn: Size;
  /** The picture has come, with these pixels. */
  readonly shape: (shape: Size) => void;
  readonly change: (next: (view: View) => View) => void;
  readonly turnRight: () => void;
  /** Another page. */
  readonly begin: () => void;
}

const UNKNOWN: Size = { width: 0, height: 0 };

/** How the one page that is shown is looked at: the tools, the keys and the fingers all change the same. */
export function useZoom(): Zoom {
  const stage = useSize<HTMLDivElement>();
  const room = stage.size;
  const [shape, setShape] = useState(UNKNOWN);
  const [view, setView] = useState(FITTED);
  const [turn, setTurn] = useState<Turn>(0);
  const known = shape.width > 0 && room.width > 0;
  const page = known ? fitted(turnedSize(shape, turn), room) : UNKNOWN;
  return {
    view: held(view, page, room),
    turn,
    stage,
    drawn: turnedSize(page, turn),
    shape: setShape,
    change: (next) => setView((now) => held(next(held(now, page, room)), page, room)),
    turnRight: () => {
      setTurn(plus(turn, 90));
      setView(FITTED);
    },
    begin: () => {
      setShape(UNKNOWN);
      setView(FITTED);
      setTurn(0);
    },
  };
}
