import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/** A click comes a moment after the button of the mouse or the finger has let go. */
const CLICK_WITHIN_MS = 50;
/** Where nobody has heard of the letting go. */
const LONGEST_MS = 30_000;

const pressed = signal(false);

/**
 * The same, but as it was when somebody pressed, until they have let go: what comes from elsewhere meanwhile must not
 * put another row or another button under the finger. What was not there yet (`undefined`) is shown as soon as it is.
 */
export function held<T>(source: ReadonlySignal<T>): ReadonlySignal<T> {
  let seen: T | undefined;
  return computed(() => {
    if (!pressed.value || seen === undefined) seen = source.value;
    return seen;
  });
}

/** What a screen shows of it. */
export const useHeld = <T>(source: ReadonlySignal<T>): T => useMemo(() => held(source), [source]).value;

interface Timers {
  /** @returns cancels */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Starts listening; returns how to stop. Once per entry, in the composition root. */
export function listenForPresses(target: EventTarget, timers: Timers): () => void {
  let cancel: () => void = () => undefined;
  const endAfter = (ms: number): void => {
    cancel();
    cancel = timers.after(ms, () => {
      pressed.value = false;
    });
  };
  const onDown = () => {
    pressed.value = true;
    endAfter(LONGEST_MS);
  };
  const onEnd = () => endAfter(CLICK_WITHIN_MS);
  // A release may be swallowed, by a menu of the system's or another window: whoever types or moves on presses no more.
  const ends = ['pointerup', 'pointercancel', 'contextmenu', 'keydown'] as const;
  const onBlur = (event: Event) => {
    // Of the window alone: a press also takes the cursor out of the field where it stood.
    if (event.target === target) onEnd();
  };
  const onMove = (event: Event) => {
    if (pressed.peek() && isReleased(event as PointerEvent)) onEnd();
  };
  target.addEventListener('pointerdown', onDown, { capture: true });
  target.addEventListener('pointermove', onMove, { capture: true });
  target.addEventListener('blur', onBlur);
  for (const end of ends) target.addEventListener(end, onEnd, { capture: true });
  return () => {
    cancel();
    pressed.value = false;
    target.removeEventListener('pointerdown', onDown, { capture: true });
    target.removeEventListener('pointermove', onMove, { capture: true });
    target.removeEventListener('blur', onBlur);
    for (const end of ends) target.removeEventListener(end, onEnd, { capture: true });
  };
}

const isReleased = ({ pointerType, buttons }: PointerEvent): boolean =>
  pointerType === 'mouse' && buttons === 0;
