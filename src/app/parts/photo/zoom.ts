import type { Size } from '../../local/photo/shape.ts';

/** How a page is looked at. Pure. */
export interface View {
  /** 1: all of it fits on the stage. */
  readonly scale: number;
  /** How far the middle of the page is from the middle of the stage, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const FITTED: View = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** The largest size of this shape on the stage. */
export function fitted(shape: Size, stage: Size): Size {
  const scale = Math.min(stage.width / shape.width, stage.height / shape.height);
  return { width: Math.max(1, shape.width * scale), height: Math.max(1, shape.height * scale) };
}

/** Keeps the page on the stage: no edge of it comes further in than it must. `page` is its size at scale 1. */
export function held(view: View, page: Size, stage: Size): View {
  const scale = Math.min(MOST, Math.max(1, view.scale));
  const room = (length: number, along: number): number => Math.max(0, (length * scale - along) / 2);
  const [x, y] = [room(page.width, stage.width), room(page.height, stage.height)];
  return { scale, x: Math.min(x, Math.max(-x, view.x)), y: Math.min(y, Math.max(-y, view.y)) };
}

/** Closer or further; what is under the point stays there. @param at from the middle of the stage */
export function zoomed(view: View, factor: number, at: Point = { x: 0, y: 0 }): View {
  const scale = Math.min(MOST, Math.max(1, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

export const panned = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** What two fingers do together: they take the page along, and spread or pinch it around their middle. */
export function pinched(view: View, before: readonly [Point, Point], after: readonly [Point, Point]): View {
  const [from, to] = [middle(before), middle(after)];
  const factor = apart(after) / Math.max(1, apart(before));
  return zoomed(panned(view, to.x - from.x, to.y - from.y), factor, to);
}

const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = ([a, b]: readonly [Point, Point]): number => Math.hypot(a.x - b.x, a.y - b.y);
